import { describe, expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import type { Change, ChangeKind } from "../../../common/change.ts";
import { digestOf, wordingOf } from "../../../main/alerts/describe.ts";
import { aBooking, at, inLondon, inNewYork } from "../../support/bookings.ts";
import { englishInLondon, inEnglish } from "../../support/english.ts";

const now = at("2026-11-23T12:00Z");
const said = (change: Partial<Change>, booking: Partial<Booking> = {}, format = inLondon) =>
  wordingOf(
    { kind: "new", from: null, to: null, ...change },
    aBooking({ place: "", subject: "", ...booking }),
    now,
    inEnglish(format),
  );

describe("says what changed", () => {
  test("who has a name of nothing is named by what it is about, else by their address", () => {
    const customer = { name: "\u200b\u3164", email: "marty@example.net", phone: "", timeZone: "" };
    const title = (subject: string) =>
      wordingOf(
        { kind: "new", from: null, to: null },
        aBooking({ customer, subject }),
        at("2026-11-23T12:00Z"),
        englishInLondon,
      ).title;
    expect(title("Time travel")).toBe("New booking: Time travel");
    expect(title("\u2800")).toBe("New booking: marty@example.net");
  });

  test.each<[Partial<Change>, Partial<Booking>, string, string]>([
    [{ kind: "new" }, {}, "New booking: Marty McFly", "Today 15:00–16:00"],
    [
      { kind: "asked" },
      { status: "asked" },
      "Booking request: Marty McFly",
      "Today 15:00–16:00\nWaiting for your answer.",
    ],
    [{ kind: "confirmed" }, {}, "Confirmed: Marty McFly", "Today 15:00–16:00"],
    [{ kind: "cancelled" }, { by: "customer" }, "Cancelled by Marty McFly", "Today 15:00–16:00"],
    [{ kind: "cancelled" }, { by: "host" }, "Cancelled: Marty McFly", "Today 15:00–16:00"],
    [{ kind: "declined" }, { by: "host" }, "Declined: Marty McFly", "Today 15:00–16:00"],
    [
      { kind: "moved", from: { start: at("2026-11-24T10:00Z"), end: at("2026-11-24T11:00Z") } },
      { start: at("2026-11-25T14:30Z"), end: at("2026-11-25T15:30Z") },
      "Moved: Marty McFly",
      "Tue 24 Nov, 10:00 → Wed 25 Nov, 14:30–15:30",
    ],
    [
      { kind: "details", details: ["place", "comment", "seats"] },
      {},
      "Details changed: Marty McFly",
      "Today 15:00–16:00\nChanged: location, comment, and seats",
    ],
    [
      { kind: "moved" },
      { status: "moved" },
      "Moved: Marty McFly",
      "Was Today 15:00–16:00\nThe new time isn’t known yet.",
    ],
    [
      { kind: "moved", to: { start: at("2026-11-25T14:30Z"), end: at("2026-11-25T15:30Z") } },
      { status: "moved" },
      "Moved: Marty McFly",
      "Today 15:00 → Wed 25 Nov, 14:30–15:30",
    ],
  ])("%j", (change, booking, title, body) => expect(said(change, booking)).toEqual({ title, body }));
});

test("in the user's zone and locale", () => {
  expect(said({}, {}, inNewYork).body).toMatch(/^Today 10:00–11:00\sAM\n/);
  expect(said({}, {}, { ...inNewYork, hourCycle: "h23" }).body).toBe("Today 10:00–11:00\n15:00 in London");
  expect(said({}, {}, { locale: "de-DE", zone: "Asia/Tokyo", hourCycle: null }).body).toContain("24. Nov");
});

test("the date only when it is not today, and the year only when it is not this one", () => {
  const next = { start: at("2027-01-05T09:00Z"), end: at("2027-01-05T10:00Z") };
  expect(said({}, next).body).toBe("Tue, 5 Jan 2027, 09:00–10:00");
  expect(said({}, { start: at("2026-11-23T23:00Z"), end: at("2026-11-24T01:00Z") }).body).toBe(
    "Today 23:00 – Tue 24 Nov, 01:00",
  );
  expect(said({}, { start: null, end: null }).body).toBe("Time not set yet");
});

test("whole days are told by their dates, whatever the zone of whoever reads", () => {
  const days = (first: string, last = first) => ({
    allDay: { first, last },
    start: at(`${first}T00:00+01:00`),
    end: at(`${last}T00:00+01:00`) + 86_400_000,
  });
  for (const zone of ["America/Los_Angeles", "Europe/Copenhagen", "Pacific/Auckland", "Pacific/Kiritimati"]) {
    const format = { ...inLondon, zone };
    const noon = at(
      zone === "Pacific/Auckland" || zone === "Pacific/Kiritimati"
        ? "2026-11-22T23:00Z"
        : "2026-11-23T20:00Z",
    );
    const told = (change: Partial<Change>, booking: Partial<Booking>) =>
      wordingOf(
        { kind: "new", from: null, to: null, ...change },
        aBooking({ place: "", subject: "", ...booking }),
        noon,
        inEnglish(format),
      ).body;
    expect(told({}, days("2026-11-23"))).toBe("Today, all day");
    expect(told({}, days("2026-12-08"))).toBe("Tue 8 Dec, all day");
    expect(told({}, days("2026-12-08", "2026-12-10"))).toBe("Tue 8 Dec – Thu 10 Dec, all day");
    expect(told({ kind: "moved", from: days("2026-12-07") }, days("2026-12-08"))).toBe(
      "Mon 7 Dec → Tue 8 Dec, all day",
    );
    expect(told({ kind: "moved", to: days("2027-01-04") }, { ...days("2026-12-08"), status: "moved" })).toBe(
      "Tue 8 Dec → Mon, 4 Jan 2027, all day",
    );
  }
});

test("names first, then subject and place in a line, as a row says them", () => {
  const booking = { subject: "Time travel", place: "Hill Valley" };
  expect(said({}, booking).body).toBe("Today 15:00–16:00\nTime travel · Hill Valley");
  expect(said({}, { ...booking, subject: "" }).body).toBe("Today 15:00–16:00\nHill Valley");
  expect(said({}, { customer: null, subject: "Pottery class" })).toEqual({
    title: "New booking: Pottery class",
    body: "Today 15:00–16:00",
  });
  expect(said({}, { customer: null }).title).toBe("New booking");
});

test("a meeting online is its service, never an address, and nothing where it does not take place", () => {
  const at = (place: string, more: Partial<Booking> = {}) => said({}, { place, ...more }).body.split("\n")[1];
  expect(at("https://zoom.us/j/8840221907?pwd=x")).toBe("Zoom");
  expect(at("https://video.example.com/room")).toBe("video.example.com");
  expect(at("Hill Valley", { status: "cancelled" })).toBeUndefined();
});

test("what alone changed is in the title, and in the text where nobody is named", () => {
  const change = { kind: "details", details: ["place"] } as const;
  expect(said(change)).toEqual({ title: "Location changed: Marty McFly", body: "Today 15:00–16:00" });
  expect(said(change, { customer: null })).toEqual({
    title: "Booking details changed",
    body: "Today 15:00–16:00\nChanged: location",
  });
});

test("hostile text stays short, on its line and in reading order", () => {
  const name = `\u202eevil\u0007\n${"long ".repeat(100)}`;
  const { title, body } = said({}, { customer: { ...aBooking().customer, name } as never, subject: "x\ny" });
  expect(title).toMatch(/^New booking: evil long [a-z ]*…$/);
  expect(title.length).toBeLessThanOrEqual(80);
  expect(body).toBe("Today 15:00–16:00\nx y");
});

test("a digest counts what happened, the weightiest first", () => {
  const changes = (["moved", "new", "cancelled", "new", "new"] as const).map((kind) => ({
    kind,
    from: null,
    to: null,
  }));
  expect(digestOf(changes, englishInLondon)).toEqual({
    title: "5 booking updates",
    body: "3 new, 1 moved, 1 cancelled",
  });
});

test("the customer's own time where their clock shows another, and it matters", () => {
  const paris = { customer: { name: "Marty", email: "", phone: "", timeZone: "Europe/Paris" } };
  expect(said({}, paris).body).toBe("Today 15:00–16:00\n16:00 in Paris");
  expect(said({ kind: "cancelled" }, paris).body).toBe("Today 15:00–16:00");
  expect(said({}, { customer: { ...paris.customer, timeZone: "Middle/Earth" } }).body).toBe(
    "Today 15:00–16:00",
  );
});

test("that it was paid, or was not", () => {
  expect(said({ kind: "confirmed" }, { payment: "paid" }).title).toBe("Paid: Marty McFly");
  expect(said({ kind: "expired" }, { payment: "unpaid", status: "expired" }).title).toBe(
    "Payment missed, slot released: Marty McFly",
  );
});

test("what is in its way", () => {
  const start = at("2026-11-23T16:00Z");
  const other = { ...aBooking({ customer: null, subject: "Team" }), start, end: at("2026-11-23T17:00Z") };
  const withClash = (kind: "overlap" | "no-gap") =>
    wordingOf({ kind: "new", from: null, to: null }, aBooking({ place: "" }), now, englishInLondon, {
      kind,
      other,
    }).body;
  expect(withClash("no-gap")).toContain("Back to back with Team, 16:00–17:00");
  expect(withClash("overlap")).toContain("Overlaps 16:00–17:00, Team");
});

test("a change and a clash name somebody in forty letters", () => {
  const customer = { ...person, name: "x".repeat(300) };
  expect(said({}, { customer }).title).toBe(`New booking: ${"x".repeat(39)}…`);
  const other = { ...aBooking({ customer }), start: at("2026-11-23T15:30Z"), end: at("2026-11-23T16:30Z") };
  const { body } = wordingOf({ kind: "new", from: null, to: null }, aBooking(), now, englishInLondon, {
    kind: "overlap",
    other,
  });
  expect(body).toContain(`Overlaps 15:30–16:30, ${"x".repeat(39)}…\n`);
});

const person = { name: "Marty McFly", email: "", phone: "", timeZone: "Europe/Paris" };

test.each<[ChangeKind, string, string, string]>([
  ["new", "New booking: Marty McFly", "New booking", "1 new"],
  ["asked", "Booking request: Marty McFly", "New booking request", "1 requested"],
  ["held", "On hold: Marty McFly", "Booking on hold", "1 on hold"],
  ["confirmed", "Confirmed: Marty McFly", "Booking confirmed", "1 confirmed"],
  ["declined", "Declined: Marty McFly", "Booking declined", "1 declined"],
  ["cancelled", "Cancelled: Marty McFly", "Booking cancelled", "1 cancelled"],
  ["expired", "Request expired: Marty McFly", "Booking request expired", "1 expired"],
  ["done", "Ended: Marty McFly", "Booking ended", "1 ended"],
  ["details", "Details changed: Marty McFly", "Booking details changed", "1 with changed details"],
  ["unknown", "Changed: Marty McFly", "Booking changed", "1 changed"],
])("%s is called “%s”, of nobody “%s”, and counted “%s”", (kind, title, bare, counted) => {
  expect(said({ kind }).title).toBe(title);
  expect(said({ kind }, { customer: null }).title).toBe(bare);
  expect(digestOf([{ kind, from: null, to: null }], englishInLondon).body).toBe(counted);
});

test("a move is called so when its new time is known, with or without a name", () => {
  const from = { start: at("2026-11-24T10:00Z"), end: at("2026-11-24T11:00Z") };
  expect(said({ kind: "moved", from }, { customer: null }).title).toBe("Booking moved");
  expect(digestOf([{ kind: "moved", from, to: null }], englishInLondon).body).toBe("1 moved");
});

test.each<[ChangeKind, Partial<Booking>, string]>([
  ["new", { payment: "paid" }, "Paid: Marty McFly"],
  ["cancelled", { payment: "paid" }, "Cancelled: Marty McFly"],
  ["details", { payment: "unpaid" }, "Details changed: Marty McFly"],
  ["expired", { payment: null }, "Request expired: Marty McFly"],
  ["declined", { by: "customer" }, "Declined: Marty McFly"],
])("%s, %j: %s", (kind, booking, title) => expect(said({ kind }, booking).title).toBe(title));

test.each<[ChangeKind, boolean]>([
  ["new", true],
  ["asked", true],
  ["confirmed", true],
  ["held", false],
  ["declined", false],
  ["details", false],
])("%s tells the customer's own time: %s", (kind, told) => {
  expect(said({ kind }, { customer: person }).body.includes("16:00 in Paris")).toBe(told);
});

test("the customer's own time goes with where a booking is now, not with where it was", () => {
  const span = { start: at("2026-11-24T10:00Z"), end: at("2026-11-24T11:00Z") };
  const told = (change: Partial<Change>) => said({ kind: "moved", ...change }, { customer: person }).body;
  expect(told({ from: span })).toContain("in Paris");
  expect(told({ to: span })).not.toContain("in Paris");
  expect(told({})).not.toContain("in Paris");
});

test("what is called off was at one time, whatever it was before", () => {
  const from = { start: at("2026-11-24T10:00Z"), end: at("2026-11-24T11:00Z") };
  for (const kind of ["cancelled", "declined"] as const)
    expect(said({ kind, from }).body).toBe("Today 15:00–16:00");
  expect(said({ kind: "confirmed", from }).body).toBe("Tue 24 Nov, 10:00 → Today 15:00–16:00");
});

test("half a time is none", () => {
  expect(said({}, { start: null }).body).toBe("Time not set yet");
  expect(said({}, { end: null }).body).toBe("Time not set yet");
});

test.each([
  ["2026-11-23", "2026-11-24", "Mon 23 Nov – Tue 24 Nov, all day"],
  ["2026-11-22", "2026-11-23", "Sun 22 Nov – Mon 23 Nov, all day"],
])("whole days that are more than today, %s to %s, are named", (first, last, body) => {
  expect(said({}, { allDay: { first, last } }).body).toBe(body);
});
