import fc from "fast-check";
import { expect, test } from "vitest";
import { deadlineNow, watchDeadline } from "../../../main/lib/deadline.ts";

const [minute, day, year] = [60_000, 86_400_000, 365 * 86_400_000];

/** Winds both clocks, and sets the wall clock by so much more. */
function aWatch(longest: number) {
  const clocks = { wall: 1_700_000_000_000, elapsed: 5 };
  const look = watchDeadline(longest, () => ({ ...clocks }));
  return {
    clocks,
    look,
    pass(ms: number, set = 0) {
      clocks.wall += ms + set;
      clocks.elapsed += ms;
    },
  };
}

test("is over when its time has come, and not before", () => {
  const { clocks, look, pass } = aWatch(day);
  const deadline = clocks.wall + day;
  expect(look(deadline)).toBe(deadline);
  pass(day - 1);
  expect(look(deadline)).toBe(deadline);
  pass(1);
  expect(look(deadline)).toBeNull();
  expect(look(null)).toBeNull();
});

test("comes after as much time as was meant, however often the clock is set meanwhile", () => {
  const step = fc.record({
    ms: fc.integer({ min: 0, max: 2 * minute }),
    set: fc.integer({ min: -9 * year, max: 9 * year }),
  });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { clocks, look, pass } = aWatch(day);
      const began = clocks.elapsed;
      let deadline = look(clocks.wall + day);
      for (const { ms, set } of steps) {
        // Less than a minute is a clock that is only put right.
        pass(ms, Math.abs(set) < minute ? 0 : set);
        deadline = look(deadline);
        const left = day - (clocks.elapsed - began);
        expect(deadline).toBe(left > 0 ? clocks.wall + left : null);
        if (deadline === null) return;
      }
    }),
  );
});

test("of a clock that was set while nobody looked, it is never further away than it may be", () => {
  const now = { wall: 0, elapsed: 7 };
  expect(deadlineNow(50 * year, day, null, now)).toBe(day);
  expect(deadlineNow(5, day, null, now)).toBe(5);
});
