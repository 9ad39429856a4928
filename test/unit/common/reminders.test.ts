import { expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { isReminded } from "../../../common/reminders.ts";
import { statuses } from "../../../common/status.ts";
import { aBooking } from "../../support/bookings.ts";

test("only what is certain is reminded of", () => {
  expect(statuses.filter((status) => isReminded(aBooking({ status })))).toEqual(["confirmed"]);
});

test.each<[string, Partial<Booking>]>([
  ["a whole day", { allDay: { first: "2026-11-23", last: "2026-11-23" } }],
  ["what has no time yet", { start: null, end: null }],
])("%s is not", (_what, changes) => {
  expect(isReminded(aBooking(changes))).toBe(false);
});
