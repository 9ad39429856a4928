import fc from "fast-check";
import { expect, test } from "vitest";
import { oneLine } from "../../../common/text.ts";

test.each([
  ["plain", "plain"],
  ["  two\r\n lines\t", "two lines"],
  ["a\u202eb\u2066c\u200f", "abc"],
  ["nul\0bell\u0007", "nul bell"],
  ["👩‍👩‍👧 family", "👩‍👩‍👧 family"],
])("%j", (text, expected) => expect(oneLine(text, 40)).toBe(expected));

test("is cut between graphemes", () => {
  expect(oneLine("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2)).toBe("👩‍👩‍👧…");
});

test("is never longer than allowed, nor of more than one line", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.integer({ min: 1, max: 50 }),
      (text, most) => {
        const line = oneLine(text, most);
        expect([...new Intl.Segmenter().segment(line)].length).toBeLessThanOrEqual(most);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      },
    ),
  );
});
