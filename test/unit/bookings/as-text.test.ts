import { expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { asText } from "../../../main/bookings/as-text.ts";
import { aBooking, at, inLondon } from "../../support/bookings.ts";

const bare = { customer: null, subject: "", place: "" } as const;

test("who, when, what, where, and how to reach them, a line each", () => {
  const customer = { name: " Marty McFly ", email: "marty@example.net", phone: "+1 555", timeZone: "" };
  expect(asText(aBooking({ customer, comment: "Late" }), inLondon)).toBe(
    [
      "Marty McFly",
      "Mon 23 Nov, 15:00–16:00",
      "Time travel",
      "Hill Valley",
      "marty@example.net",
      "+1 555",
      "Late",
    ].join("\n"),
  );
});

test.each<[string, Partial<Booking>, string]>([
  ["nothing is told", { ...bare, start: null, end: null }, ""],
  ["nobody and nothing is named", bare, "Mon 23 Nov, 15:00–16:00"],
  ["its end is not told", { ...bare, end: null }, "Mon 23 Nov"],
  ["its start is not told", { ...bare, start: null }, ""],
  [
    "it is of whole days",
    { ...bare, allDay: { first: "2026-12-08", last: "2026-12-10" } },
    "Tue 8 Dec – Thu 10 Dec",
  ],
  [
    "it lies in another year than whoever reads, who is told no year",
    { ...bare, start: at("2027-01-05T09:00Z"), end: at("2027-01-05T10:00Z") },
    "Tue 5 Jan, 09:00–10:00",
  ],
])("where %s", (_what, booking, text) => expect(asText(aBooking(booking), inLondon)).toBe(text));
