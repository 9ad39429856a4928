import fc from "fast-check";
import { expect, test } from "vitest";
import { oneLine, unpaused, visible } from "../../../common/text.ts";

test.each([
  ["plain", "plain"],
  ["  two\r\n lines\t", "two lines"],
  ["a\u202eb\u2066c\u200f", "abc"],
  ["nul\0bell\u0007", "nul bell"],
  ["👩‍👩‍👧 family", "👩‍👩‍👧 family"],
])("%j", (text, expected) => expect(oneLine(text, 40)).toBe(expected));

const tags = [..."evil"].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join("");

test.each([
  [" Ada ", "Ada"],
  ["Ad\u200ba\u00ad\u2060\ufeff", "Ada"],
  [`Ada${tags}`, "Ada"],
  ["\u202eadA", "adA"],
  ["نامه\u200cای 👩‍👩‍👧 ❤\ufe0f", "نامه\u200cای 👩‍👩‍👧 ❤\ufe0f"],
  ...["\u200d", "\u3164", "\u2800 \u2800", "\u115f\u1160", "\u00ad\u200b\u2060", tags, "\ufe0f", "\0"].map(
    (none) => [none, ""],
  ),
])("of %j %j is to be seen", (text = "", seen) => {
  expect(visible(text)).toBe(seen);
  expect(oneLine(text, 40)).toBe(seen);
});

test.each([
  ["Ada, cancelled by the customer, Overlaps", "Ada cancelled by the customer Overlaps"],
  ["Ada; Overlaps. Now: 9:00 – end\nof it", "Ada Overlaps Now 9:00 end of it"],
  ["阿达，已取消。", "阿达 已取消"],
  ["Dr. Brown-Lathrop, hill-valley.example", "Dr Brown-Lathrop hill-valley.example"],
])("%j is spoken without a pause", (text, said) => {
  expect(unpaused(text)).toBe(said);
});

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
