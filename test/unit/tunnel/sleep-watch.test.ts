import { EventEmitter } from "node:events";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { createSleepWatch, type Standstill } from "../../../main/tunnel/sleep-watch.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** A watch on a computer whose clock stood at 1,000 hours; `tellsSleep` as Linux does. */
function aWatch({ tellsSleep = true } = {}) {
  const clock = { wall: 1_000 * hour, elapsed: 0, awake: 0 };
  const power = new EventEmitter();
  const noticed: Standstill[] = [];
  const watch = createSleepWatch({
    power: power as Parameters<typeof createSleepWatch>[0]["power"],
    clocks: { elapsed: () => clock.elapsed, awake: tellsSleep ? () => clock.awake : null },
    now: () => clock.wall,
    onStandstill: (standstill) => noticed.push(standstill),
  });
  const end = watch.start();
  onTestFinished(end);
  const pass = (ms: number, awake: boolean) => {
    clock.wall += ms;
    clock.elapsed += ms;
    if (awake) clock.awake += ms;
  };
  return {
    power,
    watch,
    end,
    /** What was noticed, in milliseconds since the start. */
    spans: () => noticed.map(({ from, to, reason }) => [from - 1_000 * hour, to - 1_000 * hour, reason]),
    run: (ms: number) => pass(ms, true),
    sleep: (ms: number) => pass(ms, false),
    setClock: (ms: number) => {
      clock.wall += ms;
    },
  };
}

test("a sleep is told once, however often the system tells of it", () => {
  const { power, watch, run, sleep, spans } = aWatch();
  run(second);
  power.emit("suspend");
  run(500);
  power.emit("suspend");
  sleep(5 * minute);
  power.emit("resume");
  run(10);
  power.emit("resume");
  watch.beat();
  expect(spans()).toEqual([[second, second + 500 + 5 * minute, "asleep"]]);
});

test("a beat that comes before the system tells of waking changes nothing", () => {
  const { power, watch, sleep, spans } = aWatch();
  power.emit("suspend");
  sleep(9 * minute);
  watch.beat();
  power.emit("resume");
  expect(spans()).toEqual([[0, 9 * minute, "asleep"]]);
});

test.each([
  [true, 45 * second],
  [false, 150 * second],
])("a sleep of which the system says nothing is known from a beat that took too long", (tellsSleep, most) => {
  const { watch, sleep, spans } = aWatch({ tellsSleep });
  sleep(most);
  watch.beat();
  expect(spans()).toEqual([]);
  sleep(9 * minute);
  watch.beat();
  expect(spans()).toEqual([[most, most + 9 * minute, "asleep"]]);
});

test("a Bookbell that was stopped for 100 seconds did not run, while the computer was awake", () => {
  const { watch, run, spans } = aWatch();
  run(15 * second);
  watch.beat();
  run(100 * second);
  watch.beat();
  expect(spans()).toEqual([[15 * second, 115 * second, "not-running"]]);
});

test("a clock that is set forward by three days, and back, is no sleep", () => {
  for (const tellsSleep of [true, false]) {
    const { watch, run, setClock, spans } = aWatch({ tellsSleep });
    for (const jump of [72 * hour, -72 * hour, -3 * hour]) {
      setClock(jump);
      run(15 * second);
      watch.beat();
    }
    expect(spans()).toEqual([]);
  }
});

test("whatever happens to the clock, each span ends now and is as long as the standstill", () => {
  const step = fc.record({
    jump: fc.integer({ min: -hour, max: hour }),
    asleep: fc.boolean(),
    ms: fc.nat(hour),
  });
  fc.assert(
    fc.property(fc.array(step), fc.boolean(), (steps, tellsSleep) => {
      const { watch, run, sleep, setClock, spans } = aWatch({ tellsSleep });
      let wall = 0;
      for (const { jump, asleep, ms } of steps) {
        setClock(jump);
        (asleep ? sleep : run)(ms);
        wall += jump + ms;
        const before = spans().length;
        watch.beat();
        const expected = ms > (tellsSleep ? 45 : 150) * second;
        const reason = asleep || !tellsSleep ? "asleep" : "not-running";
        expect(spans().slice(before)).toEqual(expected ? [[wall - ms, wall, reason]] : []);
      }
    }),
  );
});

test("after its end it listens no more", () => {
  const { power, end } = aWatch();
  end();
  expect(power.eventNames()).toEqual([]);
});
