import { expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { clockSaid, partOfDays, rowClock } from "../../../renderer/text/row-clock.ts";
import { aBooking, at, inLondon } from "../../support/bookings.ts";

const day = (date: number) => `2026-11-${date}`;
const spanning = (start: string, end: string) => ({
  start: at(`2026-11-${start}Z`),
  end: at(`2026-11-${end}Z`),
});
const allDay = (first: number, last: number) => ({ allDay: { first: day(first), last: day(last) } });

test.each<[string, Partial<Booking>, number, string, string]>([
  ["plain", {}, 23, "15:00 to 16:00", ""],
  ["without a length", spanning("23T15:00", "23T15:00"), 23, "15:00", ""],
  ["without an end", { end: null }, 23, "15:00", ""],
  ["without a time", { start: null, end: null }, 23, "Time not set", ""],
  ["until midnight", spanning("23T22:00", "24T00:00"), 23, "22:00 to 00:00", ""],
  [
    "over midnight, on its evening",
    spanning("23T23:30", "24T00:30"),
    23,
    "23:30",
    "until 00:30 the next day",
  ],
  ["over midnight, on its morning", spanning("22T23:30", "23T00:30"), 23, "Ends 00:30", ""],
  ["of four days, on the first", spanning("23T09:00", "26T12:00"), 23, "09:00", "day 1 of 4"],
  ["of four days, on the second", spanning("22T09:00", "25T12:00"), 23, "All day", "day 2 of 4"],
  ["of four days, on the last", spanning("20T09:00", "23T12:00"), 23, "Ends 12:00", "day 4 of 4"],
  ["of whole days, on the second", allDay(22, 24), 23, "All day", "day 2 of 3"],
  ["of one whole day", allDay(23, 23), 23, "All day", ""],
])("a booking %s", (_what, booking, date, said, part) => {
  const times = aBooking(booking);
  expect([clockSaid(times, day(date), inLondon), partOfDays(times, day(date), inLondon)]).toEqual([
    said,
    part,
  ]);
});

test("two clock times of different days never stand over one another", () => {
  const trip = aBooking(spanning("22T09:00", "24T12:00"));
  expect([22, 23, 24].map((date) => rowClock(trip, day(date), inLondon))).toEqual([
    { kind: "from", start: trip.start, end: null },
    { kind: "all-day" },
    { kind: "ends", end: trip.end },
  ]);
});
