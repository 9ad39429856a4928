import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutoffsOf, goesBy } from "../../../main/bookings/retention-rule.ts";

const day = 86_400_000;
const now = Date.parse("2026-11-24T12:00:00Z");

describe("the instant by which a run goes", () => {
  test.each<[string, Parameters<typeof goesBy>[0], number | null]>([
    ["the clock, when it is behind", { clock: now, newest: now + 5, last: now }, now],
    [
      "what Timekit named last, when the clock is ahead",
      { clock: now + 1_095 * day, newest: now, last: now },
      now,
    ],
    ["the same, before any run", { clock: now + 1_095 * day, newest: now, last: null }, now],
    [
      "a day beyond the last run, when both are ahead",
      { clock: now + 9 * day, newest: now + 8 * day, last: now },
      now + day,
    ],
    ["the clock, far before the last run", { clock: 0, newest: now, last: now }, 0],
    ["nothing, when nothing is known", { clock: now, newest: null, last: now }, null],
    ["an instant at the epoch, which is one", { clock: now, newest: 0, last: null }, 0],
  ])("%s", (_, instants, expected) => expect(goesBy(instants)).toBe(expected));

  const instant = fc.integer({ min: 0, max: 4 * 10 ** 12 });

  test("is never later than the clock, than Timekit's newest, or than a day beyond the last run, and is one of them", () => {
    fc.assert(
      fc.property(instant, instant, fc.option(instant), (clock, newest, last) => {
        const bounds = [clock, newest, ...(last === null ? [] : [last + day])];
        const at = goesBy({ clock, newest, last }) as number;
        for (const bound of bounds) expect(at).toBeLessThanOrEqual(bound);
        expect(bounds).toContain(at);
      }),
    );
  });

  test("catches up in as many runs as days have passed, and then stands where a right clock is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: day - 1 }), (days, rest) => {
        const clock = now + days * day + rest;
        let last = now;
        for (let run = 0; run <= days; run++) last = goesBy({ clock, newest: clock, last }) ?? 0;
        expect(last).toBe(clock);
      }),
    );
  });
});

describe("what is no longer wanted", () => {
  test.each([
    [7, 30, { deliveries: now - 7 * day, bookings: now - 30 * day, gaps: now - 7 * day }],
    [30, 365, { deliveries: now - 30 * day, bookings: now - 365 * day, gaps: now - 30 * day }],
    [365, 90, { deliveries: now - 365 * day, bookings: now - 90 * day, gaps: now - 365 * day }],
    [0, 30, { deliveries: null, bookings: now - 30 * day, gaps: now - 365 * day }],
    [7, 0, { deliveries: now - 7 * day, bookings: null, gaps: now - 7 * day }],
  ] as const)("deliveries for %i days, bookings for %i, 0 for good", (deliveries, bookings, cutoffs) =>
    expect(cutoffsOf({ keepDeliveriesDays: deliveries, keepBookingsDays: bookings }, now)).toEqual(cutoffs),
  );
});
