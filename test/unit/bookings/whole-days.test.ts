import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, dayOfDate, localDay } from "../../../main/bookings/agenda.ts";
import { changeOf } from "../../../main/bookings/change.ts";
import { bookingOf, type Known } from "../../../main/bookings/facts.ts";
import { merge } from "../../../main/bookings/merge.ts";
import { widestOf } from "../../../main/bookings/whole-days.ts";
import { readDelivery } from "../../../main/sources/timekit/read.ts";
import { at } from "../../support/bookings.ts";
import { payloadWith } from "../../support/timekit-payloads.ts";

const zones = [
  "America/Los_Angeles",
  "Pacific/Honolulu",
  "Etc/GMT+12",
  "Europe/Copenhagen",
  "Africa/Cairo",
  "America/Santiago",
  "Asia/Kathmandu",
  "Pacific/Auckland",
  "Pacific/Kiritimati",
] as const;

/** What is known after that event of a host in that zone. */
function told(event: object, timezone = "Europe/Copenhagen"): Known {
  const user = { id: "h", name: "Host", timezone };
  const reading = readDelivery(payloadWith("instant.confirmed", { event, user }));
  if (!reading.ok) throw new Error(reading.reason.code);
  return merge(null, reading.report).known;
}

/** As 0.1.0 has kept it: instants of the host's zone. */
function keptBefore(known: Known): Known {
  const { facts } = known;
  const value = { start: 0, end: 0, ...facts.times?.value, allDay: true };
  return { ...known, facts: { ...facts, times: { revision: facts.times?.revision ?? "", value } } };
}

describe("the dates are those that are written, in whatever form", () => {
  test.each([
    ["2026-12-08", "2026-12-09", "2026-12-08", "2026-12-08"],
    ["2026-12-08", "2026-12-11", "2026-12-08", "2026-12-10"],
    ["2026-12-08", "2026-12-08", "2026-12-08", "2026-12-08"],
    ["2026-12-08", undefined, "2026-12-08", "2026-12-08"],
    ["2026-12-08", "2026-12-01", "2026-12-08", "2026-12-08"],
    ["2026-12-08T00:00:00+01:00", "2026-12-09T00:00:00+01:00", "2026-12-08", "2026-12-08"],
    ["2026-12-08T00:00:00+0000", "2026-12-09T00:00:00+0000", "2026-12-08", "2026-12-08"],
    ["2026-12-08T00:00:00-0800", "2026-12-09T00:00:00-0800", "2026-12-08", "2026-12-08"],
    ["2026-12-07T23:00:00Z", "2026-12-08T23:00:00Z", "2026-12-08", "2026-12-08"],
    ["2026-12-08T00:00:00", "2026-12-08T23:59:59", "2026-12-08", "2026-12-08"],
    ["2026-10-24T00:00:00+02:00", "2026-10-27T00:00:00+01:00", "2026-10-24", "2026-10-26"],
  ])("%s to %s", (start, end, first, last) => {
    expect(bookingOf(told({ start, end, allDay: true })).allDay).toEqual({ first, last });
  });
});

test.each(zones)("what 0.1.0 kept of a host in %s is the same dates, clock changes or not", (zone) => {
  const days = fc
    .integer({ min: 0, max: 800 })
    .map((n) => new Date(at("2026-01-01T12:00Z") + n * 86_400_000));
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 9 }), (day, length) => {
      const start = day.toISOString().slice(0, 10);
      const end = new Date(day.getTime() + length * 86_400_000).toISOString().slice(0, 10);
      const last = new Date(day.getTime() + (length - 1) * 86_400_000).toISOString().slice(0, 10);
      const now = told({ start, end, allDay: true }, zone);
      expect(bookingOf(now).allDay).toEqual({ first: start, last });
      expect(bookingOf(keptBefore(now))).toEqual(bookingOf(now));
      expect(changeOf(bookingOf(keptBefore(now)), bookingOf(now))).toBeNull();
    }),
  );
});

test("what was read as instants of UTC is dates of UTC", () => {
  const known = told(
    { start: "2026-12-08T00:00:00Z", end: "2026-12-09T00:00:00Z", allDay: true },
    "America/Lima",
  );
  expect(bookingOf(keptBefore(known)).allDay).toEqual({ first: "2026-12-08", last: "2026-12-08" });
});

test("in every zone it stands on its dates, on no other, and is over when the last of them is", () => {
  const hosts = fc.constantFrom(...zones);
  const users = fc.constantFrom(...zones);
  fc.assert(
    fc.property(
      hosts,
      users,
      fc.constantFrom("2026-10-24", "2026-12-31", "2027-03-12"),
      (host, user, first) => {
        const shifted = (days: number) =>
          new Date(at(`${first}T12:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
        const known = told({ start: first, end: shifted(3), allDay: true }, host);
        const { start, end } = widestOf(bookingOf(known));
        const phases = [-2, -1, 0, 1, 2, 3, 4].map((days) => {
          const day = dayOfDate(shifted(days), user);
          // What the store looks for by its columns.
          const kept = (start ?? 0) < day.end && (end ?? 0) >= day.start ? [known] : [];
          return [day.start, day.end - 1].map(
            (now) => dayOf(kept, day, now, localDay(now, user).date)[0]?.phase ?? "",
          );
        });
        const [none, now] = [
          ["", ""],
          ["now", "now"],
        ];
        expect(phases).toEqual([none, none, now, now, now, none, none]);
        const [before, after] = [dayOfDate(shifted(-1), user), dayOfDate(shifted(3), user)];
        const seen = (at: number) =>
          dayOf([known], dayOfDate(first, user), at, localDay(at, user).date)[0]?.phase;
        expect([seen(before.end - 1), seen(after.start)]).toEqual(["later", "over"]);
      },
    ),
  );
});

test("a host who is elsewhere now has not moved a whole day; another date is a move, told by its date", () => {
  const event = { start: "2026-12-08", end: "2026-12-09", allDay: true };
  const before = bookingOf(told(event, "Europe/Copenhagen"));
  const after = bookingOf(told(event, "Asia/Tokyo"));
  expect(changeOf(before, { ...after, host: before.host })).toBeNull();
  const moved = bookingOf(told({ ...event, start: "2026-12-09", end: "2026-12-10" }));
  expect(changeOf(before, moved)).toMatchObject({
    kind: "moved",
    from: { allDay: { first: "2026-12-08", last: "2026-12-08" } },
  });
});

const span = { start: at("2026-12-08T00:00Z"), end: at("2026-12-09T00:00Z") };
const allDay = { first: "2026-12-08", last: "2026-12-08" };

test.each([
  [
    "of whole days is within a day and two hours more on both sides",
    { ...span, allDay },
    { start: at("2026-12-06T22:00Z"), end: at("2026-12-10T02:00Z") },
  ],
  ["of a time is within it", { ...span, allDay: false as const }, span],
  ["without a start has none", { ...span, allDay, start: null }, { ...span, start: null }],
  ["without an end has none", { ...span, allDay, end: null }, { ...span, end: null }],
])("a booking %s", (_what, booking, widest) => expect(widestOf(booking)).toEqual(widest));
