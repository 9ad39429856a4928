import fc from "fast-check";
import { expect, test } from "vitest";
import { isSoon } from "../../../common/join-link.ts";
import { dayKey, timeOf } from "../../../common/time.ts";
import { runningOf } from "../../../renderer/agenda/running.ts";
import { spanFacts } from "../../../renderer/text/booking-when.ts";
import { lastTick } from "../../../renderer/text/last-tick.ts";
import { aBooking, anItem, at, inLondon } from "../../support/bookings.ts";

const minute = 60_000;
const begun = at("2026-11-23T14:35Z");
/** Whole minutes as often as not, and near enough to each other for what is said to change. */
const instants = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((minutes) => begun + minutes * minute),
  fc.integer({ min: 0, max: 40 * minute }).map((ms) => begun + ms),
);
const times = fc.record({ start: fc.option(instants), end: fc.option(instants) });

test("what is said of a booking is the same since then", () => {
  fc.assert(
    fc.property(times, instants, (when, now) => {
      const booking = aBooking(when);
      const said = (moment: number) => [
        timeOf(moment, inLondon),
        dayKey(moment, inLondon.zone),
        spanFacts(booking, moment),
        isSoon(booking, moment),
        runningOf(anItem(booking), moment),
      ];
      const tick = lastTick(booking, now);
      expect(tick).toBeLessThanOrEqual(now);
      expect(said(tick)).toEqual(said(now));
    }),
  );
});

test("within a minute nothing ticks but what begins or ends in it", () => {
  const booking = { start: begun + 20_000, end: begun + 10 * minute };
  const ticks = [0, 10_000, 19_999, 20_000, 59_999, 60_000].map(
    (ms) => lastTick(booking, begun + ms) - begun,
  );
  expect(ticks).toEqual([0, 0, 0, 20_000, 20_000, 60_000]);
});
