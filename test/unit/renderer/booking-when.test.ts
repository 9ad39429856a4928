import { expect, test } from "vitest";
import { spanFacts, whenOf } from "../../../renderer/text/booking-when.ts";
import { aBooking, at, inLondon } from "../../support/bookings.ts";

const now = at("2026-11-23T14:35Z");
const times = (start: string, end: string) => aBooking({ start: at(start), end: at(end) });

test.each([
  ["2026-11-23T15:00Z", "2026-11-23T16:00Z", "Today 15:00–16:00", ["1 h", "in 25 min"]],
  ["2026-11-23T14:00Z", "2026-11-23T15:00Z", "Today 14:00–15:00", ["1 h", "Now · 25 min left"]],
  ["2026-11-23T13:00Z", "2026-11-23T14:00Z", "Today 13:00–14:00", ["1 h"]],
  // What is further off is not counted down to.
  ["2026-11-24T09:00Z", "2026-11-24T09:30Z", "Tomorrow, 09:00–09:30", ["30 min"]],
  ["2026-11-26T09:00Z", "2026-11-26T09:30Z", "Thu 26 Nov, 09:00–09:30", ["30 min"]],
  ["2026-11-22T09:00Z", "2026-11-25T12:00Z", "Sun 22 Nov, 09:00 – Wed 25 Nov, 12:00", []],
])("%s to %s", (start, end, when, facts) => {
  const booking = times(start, end);
  expect(whenOf(booking, now, inLondon).replaceAll(/(Sun|Wed|Thu),/g, "$1")).toBe(when);
  expect(spanFacts(booking, now)).toEqual(facts);
});

test("whole days have dates, and what has no time says so", () => {
  const allDay = { first: "2026-12-08", last: "2026-12-08" };
  expect(whenOf(aBooking({ allDay }), now, inLondon)).toMatch(/^Tue,? 8 Dec, All day$/);
  expect(spanFacts(aBooking({ allDay }), now)).toEqual([]);
  const none = aBooking({ start: null, end: null });
  expect([whenOf(none, now, inLondon), spanFacts(none, now)]).toEqual(["Time not set", []]);
});

test("nobody waits for what is off", () => {
  expect(spanFacts({ ...times("2026-11-23T15:00Z", "2026-11-23T16:00Z"), status: "cancelled" }, now)).toEqual(
    ["1 h"],
  );
});
