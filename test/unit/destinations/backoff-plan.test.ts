import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isGivenUp,
  isTooLate,
  type Lifetime,
  longSilence,
  usefulUntil,
  waitMs,
} from "../../../main/destinations/backoff-plan.ts";
import { now } from "../../support/outgoing.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const middle = () => 0.5;

describe("the wait after a failure", () => {
  test("grows from five seconds to three hours, and stays there", () =>
    expect([1, 2, 3, 4, 5, 6, 7, 8, 100].map((failures) => waitMs(failures, null, middle))).toEqual([
      5 * second,
      30 * second,
      2 * minute,
      10 * minute,
      30 * minute,
      hour,
      3 * hour,
      3 * hour,
      3 * hour,
    ]));

  test("is up to a fifth shorter or longer, so that many do not come back together", () => {
    expect(waitMs(1, null, () => 0)).toBe(4 * second);
    expect(waitMs(1, null, () => 1)).toBe(6 * second);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, random) => {
          const [wait, mean] = [waitMs(failures, null, () => random), waitMs(failures, null, middle)];
          expect(Math.abs(wait - mean)).toBeLessThanOrEqual(mean * 0.2 + 1);
        },
      ),
    );
  });

  test("is what the answer asks for, exactly, up to an hour", () => {
    expect(waitMs(7, 0, middle)).toBe(0);
    expect(waitMs(1, 42 * second, () => 1)).toBe(42 * second);
    expect(waitMs(1, day, middle)).toBe(hour);
  });
});

describe("a destination is stopped", () => {
  test("after five days of nothing but failures", () => {
    const why = { code: "destination-long-silent", args: { host: "n8n.lan", days: 5 } };
    expect(longSilence("n8n.lan", 10, now - 5 * day, now)).toEqual(why);
    expect(longSilence("n8n.lan", 10, now - 5 * day + 1, now)).toBe(null);
  });

  test("but not for having been asleep between a few of them, nor by a clock that was set back", () => {
    expect(longSilence("n8n.lan", 9, now - 30 * day, now)).toBe(null);
    expect(longSilence("n8n.lan", 1_000, now + day, now)).toBe(null);
  });
});

test("a message is given up when it was turned down for the third time", () =>
  expect([0, 1, 2, 3, 4].map(isGivenUp)).toEqual([false, false, false, true, true]));

describe("a message is of use", () => {
  const life = (changes: Partial<Lifetime> = {}): Lifetime => ({
    kind: "slack",
    owedAt: now,
    endsAt: now + 2 * hour,
    triedAwake: true,
    ...changes,
  });

  test.each([
    ["slack", "until an hour after the booking", 2 * hour, 3 * hour],
    ["workflow", "until an hour after the booking", 2 * hour, 3 * hour],
    ["slack", "for three days, if the booking is later", 30 * day, 72 * hour],
    ["url", "for three days, whenever the booking is", 2 * hour, 72 * hour],
  ] as const)("to %s %s", (kind, _until, endsIn, lasts) => {
    const one = life({ kind, endsAt: now + endsIn });
    expect(usefulUntil(one)).toBe(now + lasts);
    expect(isTooLate(one, now + lasts - 1)).toBe(false);
    expect(isTooLate(one, now + lasts)).toBe(true);
  });

  test("for three days where nobody told when the booking is", () =>
    expect(usefulUntil(life({ endsAt: null }))).toBe(now + 72 * hour));

  test("after 63 hours of sleep until it was tried once", () => {
    const woken = now + 63 * hour;
    expect(isTooLate(life({ triedAwake: false }), woken)).toBe(false);
    expect(isTooLate(life(), woken)).toBe(true);
  });

  test("for no longer than a week in any case", () => {
    const asleep = life({ kind: "url", triedAwake: false });
    expect(isTooLate(asleep, now + 7 * day - 1)).toBe(false);
    expect(isTooLate(asleep, now + 7 * day)).toBe(true);
  });

  test("when the clock was set back", () => expect(isTooLate(life(), now - 30 * day)).toBe(false));
});
