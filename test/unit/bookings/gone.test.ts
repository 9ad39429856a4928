import fc from "fast-check";
import { expect, test } from "vitest";
import { type Age, revisionOf } from "../../../main/bookings/facts.ts";
import { isGone, markOf } from "../../../main/bookings/gone.ts";

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
