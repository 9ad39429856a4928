import fc from "fast-check";
import { expect, test } from "vitest";
import { backoffMs } from "../../../main/tunnel/backoff.ts";

const minutes = 60_000;
const own = { baseMs: 500, capMs: 30_000 };

test("pauses are spread over the whole bound, which never passes the cap", () => {
  const absence = fc.record({
    failures: fc.integer({ min: 1, max: 10_000 }),
    lastsMs: fc.nat(1e9),
    turnedDown: fc.boolean(),
  });
  fc.assert(
    fc.property(absence, fc.double({ min: 0, max: 1, noNaN: true }), (absence, share) => {
      const bound = backoffMs(own, absence, () => 1);
      expect(bound).toBeLessThanOrEqual(own.capMs);
      expect(backoffMs(own, absence, () => share)).toBe(share * bound);
    }),
  );
});

test.each([
  ["in the first ten minutes of an absence", own, { failures: 99, lastsMs: 10 * minutes }, 8_000],
  ["then, in proportion to it", own, { failures: 99, lastsMs: 20 * minutes }, 16_000],
  ["up to the cap", own, { failures: 99, lastsMs: 600 * minutes }, 30_000],
  ["where the service asks for a pause", own, { failures: 99, lastsMs: 0, turnedDown: true }, 30_000],
  [
    "where the service is everybody's",
    { baseMs: 5_000, capMs: 300_000, shared: true as const },
    { failures: 99, lastsMs: 0 },
    300_000,
  ],
])("the bound %s", (_when, provider, absence, bound) => {
  expect(backoffMs(provider, { turnedDown: false, ...absence }, () => 1)).toBe(bound);
});

test.each([
  [1, 500],
  [2, 1_000],
  [4, 4_000],
  [5, 8_000],
  [6, 8_000],
])("after %d failed tries the bound is %d ms: it doubles, up to eight seconds", (failures, bound) => {
  expect(backoffMs(own, { failures, lastsMs: 0, turnedDown: false }, () => 1)).toBe(bound);
});
