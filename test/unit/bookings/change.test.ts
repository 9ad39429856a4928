import { describe, expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { changeOf, moveOf } from "../../../main/bookings/change.ts";
import { aBooking } from "../../support/bookings.ts";

const confirmed = aBooking();
const later: Partial<Booking> = { start: 1_000, end: 2_000 };
const was = { start: confirmed.start, end: confirmed.end };

test.each<[string, Booking | null, Partial<Booking>, object | null]>([
  ["first heard of", null, {}, { kind: "new", from: null, to: null }],
  ["first heard of, asked for", null, { status: "asked" }, { kind: "asked", from: null, to: null }],
  [
    "first heard of when already cancelled",
    null,
    { status: "cancelled" },
    { kind: "cancelled", from: null, to: null },
  ],
  ["asked, then confirmed", aBooking({ status: "asked" }), {}, { kind: "confirmed", from: null, to: null }],
  [
    "confirmed, then cancelled",
    confirmed,
    { status: "cancelled" },
    { kind: "cancelled", from: null, to: null },
  ],
  ["another time", confirmed, later, { kind: "moved", from: was, to: null }],
  [
    "confirmed at another time",
    aBooking({ status: "asked" }),
    later,
    { kind: "confirmed", from: was, to: null },
  ],
  ["moved away by its customer", confirmed, { status: "moved" }, { kind: "moved", from: null, to: null }],
  [
    "other texts",
    confirmed,
    { place: "Room 2" },
    { kind: "details", from: null, to: null, details: ["place"] },
  ],
  [
    "other people, and a word from them",
    confirmed,
    { customer: null, comment: "Late" },
    { kind: "details", from: null, to: null, details: ["comment", "customers"] },
  ],
  [
    "a time where none was told",
    aBooking({ start: null, end: null }),
    {},
    { kind: "details", from: null, to: null, details: [] },
  ],
  [
    "only Timekit's own word for the same state",
    confirmed,
    { payment: "paid", native: { graph: "instant_payment", state: "paid" } },
    null,
  ],
  ["nothing", confirmed, {}, null],
])("%s", (_name, before, changes, expected) => {
  expect(changeOf(before, aBooking(changes))).toEqual(expected);
});

test.each<Booking["status"]>([
  "asked",
  "held",
  "declined",
  "cancelled",
  "moved",
  "done",
  "expired",
  "unknown",
])("what becomes %s is told as that, also when it is first heard of", (status) => {
  expect(changeOf(confirmed, aBooking({ status }))?.kind).toBe(status);
  expect(changeOf(null, aBooking({ status }))?.kind).toBe(status);
});

test("a time of which only one end was told is none to have moved from", () => {
  expect(changeOf(aBooking({ start: null }), aBooking(later))?.from).toBeFalsy();
  expect(changeOf(aBooking({ end: null }), aBooking(later))?.from).toBeFalsy();
});

test("a booking that is told without its time has not moved", () => {
  expect(changeOf(confirmed, aBooking({ start: null, end: null }))).toMatchObject({ kind: "details" });
});

describe("the two halves of a reschedule", () => {
  const old = aBooking({ id: "old", status: "moved" });
  const fresh = aBooking({ id: "fresh", ...later });

  test("are told of the new booking, when that was heard of last", () => {
    expect(moveOf(old, fresh, "fresh")).toEqual({ kind: "moved", from: was, to: null, otherHalf: "old" });
  });

  test("are told of the old one, when that was", () => {
    expect(moveOf(old, fresh, "old")).toEqual({ kind: "moved", from: was, to: later, otherHalf: "fresh" });
  });

  test("say nothing of the old time where the new one is not told", () => {
    const untold = aBooking({ id: "fresh", start: null, end: null });
    expect(moveOf(old, untold, "old")).toEqual({ kind: "moved", from: null, to: null, otherHalf: "fresh" });
  });
});
