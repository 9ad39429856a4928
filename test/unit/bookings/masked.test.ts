import { expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { wordingOf } from "../../../main/alerts/describe.ts";
import { maskedBooking, maskedItem, maskWhile } from "../../../main/bookings/masked.ts";
import { aBooking, anItem, at } from "../../support/bookings.ts";
import { englishInLondon } from "../../support/english.ts";

const secrets = [
  "Marty",
  "marty@",
  "+1 555",
  "Flux",
  "Riverside",
  "allergic",
  "Doc",
  "Hill Valley School",
  "Jen",
];
const person = { name: "Marty", email: "marty@example.com", phone: "+1 555", timeZone: "Europe/London" };
const full: Partial<Booking> = {
  subject: "Flux capacitor",
  place: "1640 Riverside Drive, https://meet.google.com/abc-defg-hij",
  description: "Flux",
  comment: "allergic to nuts",
  answers: [{ field: "school", text: "Hill Valley School" }],
  customer: person,
  others: [{ ...person, name: "Jen" }],
  host: { id: "h", name: "Doc", timeZone: "UTC" },
  project: { id: "p", name: "Hill Valley School" },
};

test("nothing that tells whose booking it is is left", () => {
  const masked = maskedBooking(aBooking(full));
  for (const secret of secrets) expect(JSON.stringify(masked)).not.toContain(secret);
  expect(masked).toMatchObject({ start: aBooking().start, end: aBooking().end, status: "confirmed" });
});

test.each([
  ["new", "New booking"],
  ["asked", "New booking request"],
  ["moved", "Booking moved"],
  ["cancelled", "Booking cancelled"],
] as const)("a notification of %s says %s, and when", (kind, title) => {
  const booking = maskedBooking(aBooking({ ...full, by: "customer" }));
  const said = wordingOf({ kind, from: null, to: null }, booking, at("2026-11-23T12:00Z"), englishInLondon);
  expect(said.title).toBe(title);
  expect(said.body.split("\n")[0]).toMatch(/^(Was )?Today 15:00–16:00$/);
});

test("what is left is its time, its state and its seats, and every text is empty", () => {
  const bare = { subject: "", place: "", description: "", comment: "" };
  const nobody = { answers: [], customer: null, others: [], host: null, project: null };
  expect(maskedBooking(aBooking(full))).toEqual(aBooking({ ...bare, ...nobody }));
});

test("bookings are masked as long as others see the screen", () => {
  let presenting = false;
  const mask = maskWhile(() => presenting);
  const booking = aBooking(full);
  expect(mask(booking)).toBe(booking);
  presenting = true;
  expect(mask(booking)).toEqual(maskedBooking(booking));
});

test.each([
  ["meet.google.com", ""],
  [null, null],
])("a row that leads to %s leads to %j", (join, masked) => {
  const item = anItem(aBooking(full), { phase: "now", join });
  expect(maskedItem(item)).toEqual({ ...item, booking: maskedBooking(item.booking), join: masked });
});
