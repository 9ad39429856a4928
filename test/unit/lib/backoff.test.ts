import fc from "fast-check";
import { expect, test } from "vitest";
import { grownMs, jittered } from "../../../main/lib/backoff.ts";

test("a wait begins with its base and doubles with each failure, up to the cap", () => {
  const growth = { baseMs: 500, capMs: 3_000 };
  expect([1, 2, 3, 4, 400].map((failures) => grownMs(growth, failures))).toEqual([
    500, 1_000, 2_000, 3_000, 3_000,
  ]);
});

test("a cap below the base bounds the first wait, too", () => {
  expect(grownMs({ baseMs: 500, capMs: 200 }, 1)).toBe(200);
});

test("what is left of a wait lies between its least share and the whole", () => {
  expect(jittered(1_000, () => 0)).toBe(0);
  expect(jittered(1_000, () => 1)).toBe(1_000);
  expect(jittered(1_000, () => 0, 0.5)).toBe(500);
  expect(jittered(1_000, () => 0.5, 0.5)).toBe(750);
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (ms, random) => {
      const found = jittered(ms, () => random, 0.5);
      expect(found).toBeGreaterThanOrEqual(ms / 2);
      expect(found).toBeLessThanOrEqual(ms);
    }),
  );
});
