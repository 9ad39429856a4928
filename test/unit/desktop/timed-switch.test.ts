import { expect, test } from "vitest";
import { createTimedSwitch } from "../../../main/desktop/timed-switch.ts";

/** A pause at that time of a clock, and what is told and kept of it. */
function aPause(kept: { paused: boolean; pausedUntil: number | null }, at: number) {
  const clock = { now: at };
  const told: object[] = [];
  const values = { ...kept, presenting: false, presentingUntil: null };
  const settings = {
    get: (key: string) => values[key as keyof typeof values],
    hold: (part: object) => void Object.assign(values, part),
  } as Parameters<typeof createTimedSwitch>[1]["settings"];
  const model = { update: (part: object) => void told.push(part) };
  return {
    pause: createTimedSwitch("paused", { settings, model, now: () => clock.now }),
    values,
    told,
    clock,
  };
}

test("a pause ends at its time, or only by hand", () => {
  expect(aPause({ paused: true, pausedUntil: null }, 5).pause.isOn()).toBe(true);
  expect(aPause({ paused: true, pausedUntil: 6 }, 5).pause.isOn()).toBe(true);
  expect(aPause({ paused: true, pausedUntil: 5 }, 5).pause.isOn()).toBe(false);
  expect(aPause({ paused: false, pausedUntil: 6 }, 5).pause.isOn()).toBe(false);
});

test("that its time is over counts at once, and is told and kept at the next look", () => {
  const { pause, values, told, clock } = aPause({ paused: false, pausedUntil: null }, 5);
  pause.until(8);
  clock.now = 8;
  expect(pause.isOn()).toBe(false);
  expect(values).toMatchObject({ paused: true, pausedUntil: 8 });
  pause.look();
  pause.look();
  expect(values).toMatchObject({ paused: false, pausedUntil: null });
  expect(told).toEqual([
    { paused: true, pausedUntil: 8 },
    { paused: false, pausedUntil: null },
  ]);
});
