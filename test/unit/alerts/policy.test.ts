import { expect, test } from "vitest";
import type { ChangeKind } from "../../../common/change.ts";
import { decide } from "../../../main/alerts/policy.ts";
import { aBooking, at } from "../../support/bookings.ts";

const before = at("2026-11-23T12:00Z");
const after = at("2026-11-23T17:00Z");

test.each<[ChangeKind, string]>([
  ["new", "show"],
  ["asked", "show"],
  ["confirmed", "show"],
  ["moved", "show"],
  ["cancelled", "show"],
  ["declined", "show"],
  ["held", "quiet"],
  ["details", "quiet"],
  ["done", "quiet"],
  ["expired", "quiet"],
  ["unknown", "quiet"],
])("%s: %s", (kind, decision) => {
  expect(decide({ kind, from: null, to: null }, aBooking(), { now: before, paused: false })).toBe(decision);
});

test("nothing is told while paused, nor of what is over", () => {
  const change = { kind: "new", from: null, to: null } as const;
  expect(decide(change, aBooking(), { now: before, paused: true })).toBe("paused");
  expect(decide(change, aBooking(), { now: after, paused: false })).toBe("past");
  expect(decide(change, aBooking({ start: null, end: null }), { now: after, paused: false })).toBe("show");
});

test("a move into the past is told to who still waits for the old time", () => {
  const from = { start: after + 1, end: after + 2 };
  expect(decide({ kind: "moved", from, to: null }, aBooking(), { now: after, paused: false })).toBe("show");
});
