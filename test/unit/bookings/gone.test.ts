import fc from "fast-check";
import { expect, test } from "vitest";
import { type Age, type Known, revisionOf } from "../../../main/bookings/facts.ts";
import { isGone, isNow, markOf, rememberedMs, withoutWords } from "../../../main/bookings/gone.ts";

const ages: fc.Arbitrary<Age> = fc.record({
  updatedAt: fc.nat(3),
  dated: fc.boolean(),
  status: fc.constantFrom("unknown", "asked", "confirmed", "done", "cancelled" as const),
  isEnd: fc.boolean(),
  moved: fc.boolean(),
});
const revisions = fc
  .tuple(
    ages,
    fc.constantFrom(..."0f").map((c) => c.repeat(16)),
  )
  .map(([age, hash]) => revisionOf(age, hash));

test("what is gone is gone with all that was before it, and what is remembered says nothing of the content", () => {
  fc.assert(
    fc.property(revisions, revisions, (one, other) => {
      const [older = "", newer = ""] = [one, other].sort();
      expect(isGone(markOf(newer), older)).toBe(true);
      expect(isGone(markOf(older), newer)).toBe(markOf(older) === markOf(newer));
      expect(markOf(newer)).toMatch(/^~?\d{15}\.\dm?$/);
    }),
  );
});

const told = (revision: string) => ({ revision, value: undefined as never });
const at = (second: number, hash = "a") =>
  revisionOf({ updatedAt: second, dated: true, status: "confirmed", isEnd: false, moved: false }, hash);

test.each([
  ["of the customers", at(5), at(9), at(5, "b"), true],
  ["older than the customers", at(5), at(9), at(4), false],
  ["newer than the customers", at(5), at(9), at(6), true],
  ["of the standing, where no customer was told", undefined, at(5), at(5), true],
  ["older than that", undefined, at(5), at(4), false],
])("a report %s has told them as they are now, or since: %s", (_what, customers, standing, revision, now) => {
  const known = {
    id: "b",
    facts: { standing: told(standing), ...(customers && { customers: told(customers) }) },
  } as Known;
  expect(isNow(known, revision)).toBe(now);
});

test("only the words of the forgotten report go", () => {
  const group = { standing: told(at(5)), times: told(at(5)) };
  const words = { texts: told(at(5)), comment: told(at(6)), answers: told(at(5)) };
  const known: Known = { id: "b", facts: { ...group, ...words } };
  expect(withoutWords(known, at(5))).toEqual({ id: "b", facts: { ...group, comment: words.comment } });
  expect(withoutWords(known, at(7))).toBe(known);
  expect(withoutWords({ id: "b", facts: group }, at(5))).toEqual({ id: "b", facts: group });
});

test("it is remembered for a year", () => expect(rememberedMs / 86_400_000).toBe(365));
