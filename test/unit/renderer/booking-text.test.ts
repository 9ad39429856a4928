import { describe, expect, test } from "vitest";
import type { AgendaItem } from "../../../common/agenda.ts";
import type { Booking } from "../../../common/booking.ts";
import {
  dayAndTime,
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
    ["cancelled", "customer", "cancelled by customer"],
    ["cancelled", "host", "cancelled by host"],
    ["cancelled", null, "cancelled"],
    ["declined", "host", "declined"],
    ["declined", "customer", "declined by customer"],
    ["moved", "customer", "moved by customer"],
    ["moved", null, "moved"],
    ["expired", null, "request expired"],
    ["unknown", null, "not happening"],
  ])("%s by %s: %s", (status, by, reason) => expect(offReason(aBooking({ status, by }))).toBe(reason));
});

const noShow = { native: { graph: "one-on-one", state: "no-show" } };
const seats = { taken: 2, max: 9 };

test.each<[string, Partial<Booking>, Partial<AgendaItem>, string[]]>([
  ["is plain", {}, {}, []],
  ["is on", {}, { phase: "now" }, []],
  ["is on for the whole day", days(today), { phase: "now" }, []],
  ["is next", {}, { phase: "next" }, []],
  ["overlaps", {}, { clash: at("2026-11-23T15:30Z") }, ["Overlaps 15:30"]],
  ["overlapped", {}, { clash: at("2026-11-23T15:30Z"), phase: "over" }, []],
  ["is asked for", { status: "asked" }, {}, ["Request"]],
  ["is held", { status: "held" }, {}, ["On hold"]],
  [
    "is in a state of its own",
    { status: "unknown", native: { graph: "", state: "on_hold_" } },
    {},
    ["Status: on hold"],
  ],
  [
    "is in a state without a name",
    { status: "unknown", native: { graph: "", state: "_" } },
    {},
    ["Unknown status"],
  ],
  ["nobody came to", noShow, { phase: "over" }, ["Did not come"]],
  ["nobody took that seat of", { ...noShow, seats, ownerId: "class" }, { phase: "over" }, ["Did not come"]],
  ["is a class, of which somebody did not come", { ...noShow, seats }, { phase: "over" }, []],
  ["is a full class", { seats: { taken: 9, max: 9 } }, {}, ["Full"]],
  ["was a full class", { seats: { taken: 9, max: 9 } }, { phase: "over" }, []],
  ["has no time", { start: null, end: null }, {}, ["Time not set"]],
  ["is off, and nobody came to", { ...noShow, status: "cancelled" }, { off: true }, []],
  ["is off", { status: "cancelled" }, { off: true, clash: at("2026-11-23T15:30Z"), phase: "now" }, []],
  [
    "is all of that",
    { status: "asked" },
    { phase: "now", clash: at("2026-11-23T15:30Z") },
    ["Overlaps 15:30", "Request"],
  ],
])("a booking that %s has the tags %j", (_what, booking, item, tags) => {
  expect(tagsOf(anItem(aBooking(booking), item), inLondon).map(({ text }) => text)).toEqual(tags);
});

test.each<[Partial<Booking>, string]>([
  [{}, "Mon 23 Nov, 15:00"],
  [spanning("11-24T09:00", "11-24T10:00"), "Tomorrow, 09:00"],
  [spanning("11-25T09:00", "11-25T10:00"), "Wed 25 Nov, 09:00"],
  [{ start: null }, "Time not set"],
  [days("2026-11-24"), "Tomorrow"],
  [days("2026-11-24", "2026-11-25"), "Tue 24 Nov – Wed 25 Nov"],
  [days("2026-12-08"), "Tue 8 Dec"],
])("%j begins %s", (booking, text) => expect(dayAndTime(aBooking(booking), now, inLondon)).toBe(text));

test("the customer's own clock is told where it shows another time", () => {
  const customer = { name: "Marty", email: "", phone: "", timeZone: "America/New_York" };
  expect(theirTime(aBooking({ customer }), inLondon)).toBe("10:00 in New York");
  expect(theirTime(aBooking(), inLondon)).toBe("");
});

test.each<[string, Partial<Booking>, Partial<AgendaItem>, string]>([
  ["plain", {}, {}, "15:00 to 16:00, Marty McFly, Time travel, Hill Valley"],
  [
    "on, and overlapping",
    { place: "" },
    { phase: "now", clash: at("2026-11-23T15:30Z") },
    "15:00 to 16:00, Now, Overlaps 15:30, Marty McFly, Time travel",
  ],
  [
    "off",
    { status: "cancelled", by: "customer", place: "", subject: "" },
    { off: true },
    "15:00 to 16:00, cancelled by customer, Marty McFly",
  ],
  ["without an end", { end: null, place: "", subject: "" }, {}, "15:00, Marty McFly"],
  ["without a length", { end: aBooking().start, place: "", subject: "" }, {}, "15:00, Marty McFly"],
  ["without a time", { start: null, end: null, place: "", subject: "" }, {}, "Time not set, Marty McFly"],
  [
    "of whole days",
    { ...days(today, "2026-11-24"), place: "", subject: "" },
    {},
    "All day, Marty McFly, day 1 of 2",
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
