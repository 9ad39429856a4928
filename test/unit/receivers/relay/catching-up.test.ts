import { expect, test } from "vitest";
import { afterKept, beginCatchingUp, haltsIn } from "../../../../main/receivers/relay/catching-up.ts";

test("three that wait are no absence, four are", () => {
  expect([0, 3, 4].map((waiting) => beginCatchingUp(waiting, 10))).toEqual([null, null, { left: 4, at: 10 }]);
});

test("it counts down, and is over with the last", () => {
  expect(afterKept(1, 20)).toEqual({ left: 1, at: 20 });
  expect(afterKept(0, 20)).toBeNull();
});

test("it halts when nothing was kept for five seconds", () => {
  const one = { left: 7, at: 1_000 };
  expect([1_000, 4_000, 6_000, 9_000].map((now) => haltsIn(one, now))).toEqual([5_000, 2_000, 0, 0]);
});
