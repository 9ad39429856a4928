import { describe, expect, test } from "vitest";
import type { AgendaItem } from "../../../common/agenda.ts";
import type { Booking } from "../../../common/booking.ts";
import {
  dayAndTime,
  daysBeyond,
  offReason,
  spoken,
  subjectOf,
  tagsOf,
  theirTime,
  titleOf,
  titleSaid,
} from "../../../renderer/text/booking-text.ts";
import { aBooking, anItem, at, inLondon } from "../../support/bookings.ts";

const now = at("2026-11-23T12:00Z");
const today = "2026-11-23";
const days = (first: string, last = first) => ({ allDay: { first, last } });
const spanning = (start: string, end: string) => ({ start: at(`2026-${start}Z`), end: at(`2026-${end}Z`) });

describe("whose booking it is", () => {
  const nobody = { customer: null, subject: "" };

  test("is said by name, by subject, or not at all", () => {
    expect(titleOf(aBooking())).toBe("Marty McFly");
    expect(titleOf(aBooking({ customer: null }))).toBe("Time travel");
    expect(titleOf(aBooking(nobody))).toBe("Booking");
  });

  test("is one name in a spoken sentence, whatever was entered", () => {
    expect(titleSaid(aBooking({ customer: null, subject: "Marty, cancelled. Call; now" }))).toBe(
      "Marty cancelled Call now",
    );
  });

  test("what it is about is not said twice", () => {
    expect(subjectOf(aBooking())).toBe("Time travel");
    expect(subjectOf(aBooking({ customer: null }))).toBe("");
    expect(subjectOf(aBooking({ subject: "\u200b" }))).toBe("");
  });
});

describe("why it will not take place", () => {
  test.each<[Booking["status"], Booking["by"], string]>([
    ["cancelled", "customer", "Cancelled by customer"],
    ["cancelled", "host", "Cancelled by host"],
    ["cancelled", null, "Cancelled"],
    ["declined", "host", "Declined"],
    ["declined", "customer", "Declined by customer"],
    ["moved", "customer", "Moved by customer"],
    ["moved", null, "Moved"],
    ["expired", null, "Expired"],
    ["unknown", null, "Not taking place"],
  ])("%s by %s: %s", (status, by, reason) => expect(offReason(aBooking({ status, by }))).toBe(reason));
});

const noShow = { native: { graph: "one-on-one", state: "no-show" } };
const seats = { taken: 2, max: 9 };

test.each<[string, Partial<Booking>, Partial<AgendaItem>, string[]]>([
  ["is plain", {}, {}, []],
  ["is on", {}, { phase: "now" }, ["Now"]],
  ["is on for the whole day", days(today), { phase: "now" }, []],
  ["is next", {}, { phase: "next" }, []],
  ["overlaps", {}, { clash: at("2026-11-23T15:30Z") }, ["Overlaps"]],
  ["overlapped", {}, { clash: at("2026-11-23T15:30Z"), phase: "over" }, []],
  ["is asked for", { status: "asked" }, {}, ["Asked for"]],
  ["is held", { status: "held" }, {}, ["Held"]],
  [
    "is in a state of its own",
    { status: "unknown", native: { graph: "", state: "on_hold_" } },
    {},
    ["State: on hold"],
  ],
  [
    "is in a state without a name",
    { status: "unknown", native: { graph: "", state: "_" } },
    {},
    ["State: unknown"],
  ],
  ["nobody came to", noShow, { phase: "over" }, ["Did not come"]],
  ["nobody took that seat of", { ...noShow, seats, ownerId: "class" }, { phase: "over" }, ["Did not come"]],
  ["is a class, of which somebody did not come", { ...noShow, seats }, { phase: "over" }, []],
  ["is off, and nobody came to", { ...noShow, status: "cancelled" }, { off: true }, []],
  ["is off", { status: "cancelled" }, { off: true, clash: at("2026-11-23T15:30Z"), phase: "now" }, []],
  [
    "is all of that",
    { status: "asked" },
    { phase: "now", clash: at("2026-11-23T15:30Z") },
    ["Now", "Overlaps", "Asked for"],
  ],
])("a booking that %s has the tags %j", (_what, booking, item, tags) => {
  expect(tagsOf(anItem(aBooking(booking), item)).map(({ text }) => text)).toEqual(tags);
});

test.each<[string, Partial<Booking>, string]>([
  ["no time", { start: null, end: null }, ""],
  ["today's own", {}, ""],
  ["until midnight", spanning("11-23T22:00", "11-24T00:00"), ""],
  ["since yesterday", spanning("11-22T22:00", "11-23T13:00"), "Since Sun 22 Nov"],
  ["until tomorrow", spanning("11-23T22:00", "11-24T01:00"), "Until Tue 24 Nov, 01:00"],
  ["both", spanning("11-22T22:00", "11-24T01:00"), "Since Sun 22 Nov · Until Tue 24 Nov, 01:00"],
  ["without a length, at the first instant", spanning("11-23T00:00", "11-23T00:00"), ""],
  ["whole days", days("2026-11-22", "2026-11-25"), "Since Sun 22 Nov · Until Wed 25 Nov"],
  ["one whole day", days(today), ""],
])("beyond today there is of a booking of %s: %j", (_what, booking, text) => {
  expect(daysBeyond(aBooking(booking), today, now, inLondon)).toBe(text);
});

test.each<[Partial<Booking>, string]>([
  [{}, "Mon 23 Nov, 15:00"],
  [spanning("11-24T09:00", "11-24T10:00"), "Tomorrow, 09:00"],
  [spanning("11-25T09:00", "11-25T10:00"), "Wed 25 Nov, 09:00"],
  [{ start: null }, "No time yet"],
  [days("2026-11-24"), "Tomorrow"],
  [days("2026-11-24", "2026-11-25"), "Tue 24 Nov – Wed 25 Nov"],
  [days("2026-12-08"), "Tue 8 Dec"],
])("%j begins %s", (booking, text) => expect(dayAndTime(aBooking(booking), now, inLondon)).toBe(text));

test("the customer's own clock is told where it shows another time", () => {
  const customer = { name: "Marty", email: "", phone: "", timeZone: "America/New_York" };
  expect(theirTime(aBooking({ customer }), inLondon)).toBe("10:00 their time, New York");
  expect(theirTime(aBooking(), inLondon)).toBe("");
});

test.each<[string, Partial<Booking>, Partial<AgendaItem>, string]>([
  ["plain", {}, {}, "15:00 to 16:00, Marty McFly, Time travel, Hill Valley"],
  [
    "on, and overlapping",
    { place: "" },
    { phase: "now", clash: at("2026-11-23T15:30Z") },
    "15:00 to 16:00, Now, Overlaps, Marty McFly, Time travel",
  ],
  [
    "off",
    { status: "cancelled", by: "customer", place: "", subject: "" },
    { off: true },
    "15:00 to 16:00, Cancelled by customer, Marty McFly",
  ],
  ["without an end", { end: null, place: "", subject: "" }, {}, "15:00, Marty McFly"],
  ["without a length", { end: aBooking().start, place: "", subject: "" }, {}, "15:00, Marty McFly"],
  ["without a time", { start: null, end: null, place: "", subject: "" }, {}, "No time yet, Marty McFly"],
  [
    "of whole days",
    { ...days(today, "2026-11-24"), place: "", subject: "" },
    {},
    "All day, Marty McFly, Until Tue 24 Nov",
  ],
  [
    "a class",
    { customer: null, place: "Room 4; now: cancelled", seats: { taken: 1, max: null } },
    {},
    "15:00 to 16:00, Time travel, Room 4 now cancelled, 1 seat taken",
  ],
])("a row that is %s is spoken as a sentence of its own", (_what, booking, item, sentence) => {
  expect(spoken(anItem(aBooking(booking), item), today, { now, format: inLondon })).toBe(sentence);
});
