import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { createSleepWatch } from "../../../main/tunnel/sleep-watch.ts";

const minute = 60_000;

function aWatch() {
  const clock = { at: 0 };
  const power = new EventEmitter();
  const slept: [from: number, to: number][] = [];
  const watch = createSleepWatch({
    power: power as Parameters<typeof createSleepWatch>[0]["power"],
    now: () => clock.at,
    onSlept: (from, to) => slept.push([from, to]),
  });
  return {
    power,
    slept,
    watch,
    at(time: number, happens: "suspend" | "resume" | "minute") {
      clock.at = time;
      if (happens === "minute") watch.minute();
      else power.emit(happens);
    },
  };
}

test("a sleep is told once, however often the system tells of it", () => {
  const { at, slept } = aWatch();
  at(1_000, "suspend");
  at(1_500, "suspend");
  at(5 * minute, "resume");
  at(5 * minute + 10, "resume");
  at(6 * minute, "minute");
  expect(slept).toEqual([[1_000, 5 * minute]]);
});

test("a sleep of which the system says nothing is known from the minute that took too long", () => {
  const { at, slept } = aWatch();
  at(minute, "minute");
  at(minute + 150_000, "minute");
  expect(slept).toEqual([]);
  at(9 * minute, "minute");
  at(9 * minute + 5, "resume");
  expect(slept).toEqual([[minute + 150_000, 9 * minute]]);
});

test("a minute that comes before the system tells of waking changes nothing", () => {
  const { at, slept } = aWatch();
  at(1_000, "suspend");
  at(9 * minute, "minute");
  at(9 * minute + 5, "resume");
  expect(slept).toEqual([[1_000, 9 * minute]]);
});

test("after its end it listens no more", () => {
  const { power, watch } = aWatch();
  watch.close();
  expect(power.eventNames()).toEqual([]);
});
