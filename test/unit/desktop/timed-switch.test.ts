import { expect, test } from "vitest";
import { createTimedSwitch } from "../../../main/desktop/timed-switch.ts";

/** A pause at that time of a clock, and what is kept of it. */
function aPause(given: { paused: boolean; pausedUntil: number | null }, at: number) {
  const clock = { now: at };
  const kept: object[] = [];
  const values = { ...given, presenting: false, presentingUntil: null };
  const settings = {
    get: (key: string) => values[key as keyof typeof values],
    hold(part: object) {
      kept.push(part);
      Object.assign(values, part);
    },
  } as Parameters<typeof createTimedSwitch>[1]["settings"];
  return {
    pause: createTimedSwitch("paused", { settings, now: () => clock.now }),
    values,
    kept,
    clock,
  };
}

test("a pause ends at its time, or only by hand", () => {
  expect(aPause({ paused: true, pausedUntil: null }, 5).pause.isOn()).toBe(true);
  expect(aPause({ paused: true, pausedUntil: 6 }, 5).pause.isOn()).toBe(true);
  expect(aPause({ paused: true, pausedUntil: 5 }, 5).pause.isOn()).toBe(false);
  expect(aPause({ paused: false, pausedUntil: 6 }, 5).pause.isOn()).toBe(false);
});

test("that its time is over counts at once, and is kept at the next look", () => {
  const { pause, values, kept, clock } = aPause({ paused: false, pausedUntil: null }, 5);
  pause.until(8);
  clock.now = 8;
  expect(pause.isOn()).toBe(false);
  expect(values).toMatchObject({ paused: true, pausedUntil: 8 });
  pause.look();
  pause.look();
  expect(values).toMatchObject({ paused: false, pausedUntil: null });
  expect(kept).toEqual([
    { paused: true, pausedUntil: 8 },
    { paused: false, pausedUntil: null },
  ]);
});
