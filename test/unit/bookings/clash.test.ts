import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { takesPlace } from "../../../common/status.ts";
import { clashOf } from "../../../main/bookings/clash.ts";
import { createLookUp } from "../../../main/calendar/look-up.ts";
import { aBooking, aKnown, at } from "../../support/bookings.ts";

const span = (start: string, end: string) => ({
  start: at(`2026-11-23T${start}Z`),
  end: at(`2026-11-23T${end}Z`),
});
const other = (start: string, end: string, more: Partial<Booking> = {}) =>
  aBooking({ id: `${start}-${end}`, ...span(start, end), ...more });

test.each<[string, Booking[], string | null]>([
  ["nothing near", [other("12:00", "13:00")], null],
  ["one within", [other("15:15", "15:30")], "overlap 15:15-15:30"],
  ["one around", [other("14:00", "17:00")], "overlap 14:00-17:00"],
  ["one that ends as it starts", [other("14:00", "15:00")], "no-gap 14:00-15:00"],
  ["one that starts as it ends", [other("16:00", "17:00")], "no-gap 16:00-17:00"],
  [
    "an overlap before a missing gap",
    [other("14:00", "15:00"), other("15:30", "16:30")],
    "overlap 15:30-16:30",
  ],
  ["the earliest of several", [other("15:40", "16:30"), other("14:30", "15:10")], "overlap 14:30-15:10"],
  ["one that is off", [other("15:15", "15:30", { status: "cancelled" })], null],
  ["one that only asks", [other("15:15", "15:30", { status: "asked" })], "overlap 15:15-15:30"],
  ["a whole day", [other("00:00", "23:59", { allDay: { first: "2026-11-23", last: "2026-11-23" } })], null],
  ["itself", [aBooking()], null],
  ["a seat of the same class", [other("15:00", "16:00", { ownerId: aBooking().id })], null],
  ["one without a time", [aBooking({ id: "x", start: null, end: null })], null],
])("%s", (_what, others, found) => {
  const clash = clashOf(aBooking(), others);
  expect(clash && `${clash.kind} ${clash.other.id}`).toBe(found);
});

test("two bookings are in each other's way, or neither is", () => {
  const booking = fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 5 }), fc.uuid())
    .map(([start, length, id]) => aBooking({ id, start, end: start + length }));
  fc.assert(
    fc.property(booking, booking, (a, b) => {
      expect(clashOf(a, [b])?.kind).toBe(clashOf(b, [a])?.kind);
    }),
  );
});

test.each(["asked", "held", "confirmed", "unknown", "cancelled", "done"] as const)(
  "what is in the way of one that is %s is looked up exactly while it takes place",
  async (status) => {
    const booking = aBooking({ id: "own", status });
    const lookUp = createLookUp({
      store: {
        schedule: {
          between: async () => [aKnown({ id: "other" })],
          move: async () => null,
          requests: async () => [],
          days: vi.fn(),
          dots: vi.fn(),
        },
        bookings: { get: async () => booking, history: async () => [] },
      },
      resource: () => null,
      zone: () => "UTC",
      now: () => 0,
    });
    const detail = await lookUp.detail("own");
    expect(detail?.clash?.kind ?? null).toBe(takesPlace({ status }) ? "overlap" : null);
  },
);

describe("neither in the way nor disturbed is what has no length of its own", () => {
  const [start, end] = [at("2026-11-23T15:00Z"), at("2026-11-23T16:00Z")];
  test.each<[string, Partial<Booking>]>([
    ["without a start", { start: null }],
    ["without an end", { end: null }],
    ["of whole days", { allDay: { first: "2026-11-23", last: "2026-11-23" } }],
    ["without length", { start: start + 1, end: start + 1 }],
    ["that ends before it starts", { start: end, end: start }],
  ])("a booking %s", (_what, odd) => {
    const [one, other] = [aBooking({ id: "one", start, end }), aBooking({ id: "other", start, end, ...odd })];
    expect([clashOf(one, [other]), clashOf(other, [one])]).toEqual([null, null]);
  });
});

test("a booking is not in its own way, though its class was told since", () => {
  expect(clashOf(aBooking({ ownerId: "class" }), [aBooking()])).toBeNull();
});

test("what overlaps counts more than what leaves no gap, and of the same kind the earliest", () => {
  const other = (id: string, start: string, end: string) =>
    aBooking({ id, start: at(`2026-11-23T${start}Z`), end: at(`2026-11-23T${end}Z`) });
  const before = other("before", "14:00", "15:00");
  const early = other("early", "15:10", "15:20");
  const late = other("late", "15:30", "15:40");
  const behind = other("behind", "16:00", "17:00");
  const found = (...others: Booking[]) => clashOf(aBooking(), others)?.other.id;
  expect([found(before, late, early), found(early, late, before)]).toEqual(["early", "early"]);
  expect([found(behind, before), found(before, behind)]).toEqual(["before", "before"]);
});
