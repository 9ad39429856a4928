import { expect, test } from "vitest";
import type { AgendaItem } from "../../../common/agenda.ts";
import type { Booking } from "../../../common/booking.ts";
import { spokenChanges } from "../../../renderer/state/spoken-changes.ts";
import { aBooking, anItem, at, inLondon } from "../../support/bookings.ts";

const noon = at("2026-11-23T12:00Z");
const moment = (items: readonly AgendaItem[], now = noon) => ({
  agenda: { items, earlier: 0, afterToday: null, everReceived: true },
  now,
  format: inLondon,
});
const one = (changes: Partial<Booking> = {}, more: Partial<AgendaItem> = {}) =>
  anItem(aBooking(changes), more);
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => one({ id: `${i}`, customer: null, subject: `Call ${i}` }));
const spokenOf = (before: readonly AgendaItem[], after: readonly AgendaItem[], now = noon) =>
  spokenChanges(moment(before), moment(after, now));

const wholeDay = { allDay: { first: "2026-11-23", last: "2026-11-23" } };
const later = { start: at("2026-11-23T17:00Z"), end: at("2026-11-23T18:00Z") };

test.each<[string, AgendaItem[], AgendaItem[], string]>([
  ["nothing changed", [one()], [one()], ""],
  ["one came", [], [one()], "Marty McFly, 15:00, new"],
  ["one came that is asked for", [], [one({ status: "asked" })], "Marty McFly, 15:00, new"],
  [
    "one came that is off already",
    [],
    [one({ status: "cancelled" }, { off: true })],
    "Marty McFly, 15:00, cancelled",
  ],
  [
    "one was cancelled",
    [one()],
    [one({ status: "cancelled" }, { off: true })],
    "Marty McFly, 15:00, cancelled",
  ],
  ["one was confirmed", [one({ status: "asked" })], [one()], "Marty McFly, 15:00, confirmed"],
  ["one has another time", [one()], [one(later)], "Marty McFly, 17:00, new time"],
  ["only its texts changed", [one()], [one({ place: "Room 2" })], ""],
  ["only its end changed", [one()], [one({ end: later.end })], ""],
  ["one is whole days now", [one()], [one(wholeDay)], "Marty McFly, All day, new time"],
  ["whole days keep their dates, at other instants", [one(wholeDay)], [one({ ...wholeDay, ...later })], ""],
  ["one is moved to another day", [one()], [], "Marty McFly, 15:00, moved to another day"],
  ["one that was off is gone", [one({ status: "cancelled" }, { off: true })], [], ""],
  ["a whole day is gone", [one(wholeDay)], [], "Marty McFly, All day, moved to another day"],
  ["one came without a time", [], [one({ start: null, end: null })], "Marty McFly, new"],
  ["it begins", [one({}, { phase: "next" })], [one({}, { phase: "now" })], ""],
])("when %s, it is spoken: %4$s", (_what, before, after, spoken) => {
  expect(spokenOf(before, after)).toBe(spoken);
});

test("what has ended is gone without a word, at its very end", () => {
  expect(spokenOf([one()], [], at("2026-11-23T16:00Z"))).toBe("");
  expect(spokenOf([one()], [], at("2026-11-23T15:59Z"))).not.toBe("");
});

test("a new day is no news", () => {
  expect(spokenOf([one()], many(2), at("2026-11-24T00:00Z"))).toBe("");
});

test("up to three are spoken one by one, more are counted", () => {
  expect(spokenOf([], many(3))).toBe("Call 0, 15:00, new. Call 1, 15:00, new. Call 2, 15:00, new");
  expect(spokenOf([], many(4))).toBe("4 of today’s bookings changed");
});
