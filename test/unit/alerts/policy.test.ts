import { describe, expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import type { Change, ChangeKind } from "../../../common/change.ts";
import { calm, type ProjectRule, type Treatment } from "../../../common/policy.ts";
import * as policy from "../../../main/alerts/policy.ts";
import { aBooking, at } from "../../support/bookings.ts";

const wishes = {
  alerts: calm,
  projects: {},
};

const before = at("2026-11-23T12:00Z");
const after = at("2026-11-23T17:00Z");
const span = (time: string) => ({ start: at(`2026-11-23T${time}Z`), end: at("2026-11-23T18:00Z") });
const awake = (now: number): policy.AlertConditions => ({
  now,
  paused: null,
  quiet: null,
  shortNotice: true,
});
const quiet = { until: "07:00" };

/** What becomes of it, whichever setting says so. */
function decide(...given: Parameters<typeof policy.decide>) {
  const decided = policy.decide(...given);
  return decided === "show" ? decided : decided.outcome;
}

test.each<[ChangeKind, string]>([
  ["new", "show"],
  ["asked", "show"],
  ["confirmed", "show"],
  ["moved", "show"],
  ["cancelled", "show"],
  ["declined", "show"],
  ["held", "quiet"],
  ["details", "quiet"],
  ["done", "ignored"],
  ["expired", "quiet"],
  ["unknown", "quiet"],
])("%s: %s", (kind, decision) => {
  expect(decide({ kind, from: null, to: null }, aBooking(), wishes, awake(before))).toBe(decision);
});

test("nothing is told while paused, nor of what is over", () => {
  const change = { kind: "new", from: null, to: null } as const;
  expect(decide(change, aBooking(), wishes, { ...awake(before), paused: { until: null } })).toBe("paused");
  expect(decide(change, aBooking(), wishes, awake(after))).toBe("past");
  expect(decide(change, aBooking({ start: null, end: null }), wishes, awake(after))).toBe("show");
});

test("a booking is over at its very end", () => {
  const change = { kind: "new", from: null, to: null } as const;
  const end = at("2026-11-23T16:00Z");
  expect(decide(change, aBooking(), wishes, awake(end - 1))).toBe("show");
  expect(decide(change, aBooking(), wishes, awake(end))).toBe("past");
});

test.each<[ChangeKind, Partial<Booking>, string]>([
  ["expired", { payment: "unpaid", status: "expired" }, "show"],
  ["expired", { payment: null, status: "expired" }, "ignored"],
  ["expired", { payment: "unpaid", status: "confirmed" }, "ignored"],
  ["new", { payment: "unpaid", status: "expired" }, "quiet"],
])("what was not paid has a wish of its own: %s, %j: %s", (kind, booking, decision) => {
  const alerts = { ...calm, unpaid: "notify", expired: "ignore", new: "list" } as const;
  expect(
    decide({ kind, from: null, to: null }, aBooking(booking), { alerts, projects: {} }, awake(before)),
  ).toBe(decision);
});

test("a move into the past is told to who still waits for the old time", () => {
  const from = { start: after + 1, end: after + 2 };
  expect(decide({ kind: "moved", from, to: null }, aBooking(), wishes, awake(after))).toBe("show");
});

test.each<[string, string, Partial<Change>, boolean, string]>([
  ["long before", "12:00", {}, true, "quiet"],
  ["within the hour", "14:00", {}, true, "show"],
  ["within the hour, where that is not wished", "14:00", {}, false, "quiet"],
  ["once it has begun", "15:00", {}, true, "quiet"],
  ["moved away from within the hour", "12:00", { from: span("12:30") }, true, "show"],
  ["moved to within the hour, under another id", "12:00", { to: span("13:00") }, true, "show"],
])("in quiet hours, %s", (_what, time, change, shortNotice, decision) => {
  const now = at(`2026-11-23T${time}Z`);
  const moved = { kind: "moved", from: null, to: null, ...change } as const;
  expect(decide(moved, aBooking(), wishes, { now, paused: null, quiet, shortNotice })).toBe(decision);
});

test("that nobody paid is told, though other bookings that lapse are not", () => {
  const lapsed = { kind: "expired", from: null, to: null } as const;
  expect(decide(lapsed, aBooking({ payment: "unpaid", status: "expired" }), wishes, awake(before))).toBe(
    "show",
  );
});

const lessons = { name: "Lessons", reminders: null, hue: null, fullScreen: false };
const inProject = { project: { id: "lessons", name: "Lessons" } };

test.each<[string, Treatment, ProjectRule["alerts"], string]>([
  ["as everywhere", "notify", null, "show"],
  ["told without a sound", "no-sound", null, "show"],
  ["listed everywhere", "list", null, "quiet"],
  ["listed for its project", "notify", "list", "quiet"],
  ["ignored for its project", "notify", "ignore", "ignored"],
  ["ignored everywhere, whatever its project", "ignore", "list", "ignored"],
])("a new booking that is %s", (_what, general, alerts, decision) => {
  const own = { alerts: { ...calm, new: general }, projects: { lessons: { ...lessons, alerts } } };
  const change = { kind: "new", from: null, to: null } as const;
  expect(decide(change, aBooking(inProject), own, awake(before))).toBe(decision);
  expect(decide(change, aBooking({ project: { id: "toString", name: "" } }), wishes, awake(before))).toBe(
    "show",
  );
});

test("no sound is wanted for a kind of change, unless its project has it listed only", () => {
  const soundless = { ...calm, moved: "no-sound" } as const;
  const moved = { kind: "moved", from: null, to: null } as const;
  const of = (alerts: ProjectRule["alerts"]) => ({
    alerts: soundless,
    projects: { lessons: { ...lessons, alerts } },
  });
  expect(policy.isSoundless(moved, aBooking(inProject), of(null))).toBe(true);
  expect(policy.isSoundless({ ...moved, kind: "new" }, aBooking(inProject), of(null))).toBe(false);
  expect(policy.isSoundless(moved, aBooking(inProject), of("list"))).toBe(false);
});

describe("a silence names the setting that it is owed to", () => {
  const change = { kind: "new", from: null, to: null } as const;
  const listing = { ...calm, new: "list" } as const;
  const rule = (alerts: ProjectRule["alerts"]) => ({ lessons: { ...lessons, alerts } });
  const why = (wished: Partial<policy.Wishes>, more: Partial<policy.AlertConditions> = {}, kind = "new") => {
    const now = { ...awake(before), ...more };
    const changed = { ...change, kind: kind as ChangeKind };
    const decided = policy.decide(changed, aBooking(inProject), { ...wishes, ...wished }, now);
    return decided === "show" ? decided : decided.why;
  };

  test.each<[string, ReturnType<typeof why>, unknown]>([
    ["of its kind", why({ alerts: listing }), { code: "kind", kind: "new" }],
    ["of its project", why({ projects: rule("list") }), { code: "project" }],
    [
      "of both: its project's, which counts",
      why({ alerts: listing, projects: rule("ignore") }),
      { code: "project" },
    ],
    [
      "of its kind, which no project's can undo",
      why({ alerts: { ...calm, new: "ignore" }, projects: rule("list") }),
      { code: "kind", kind: "new" },
    ],
    ["none, as no rule is about it", why({}, {}, "unknown"), { code: "no-rule" }],
    ["a pause", why({}, { paused: { until: after } }), { code: "paused", until: after }],
    ["quiet hours", why({}, { quiet }), { code: "quiet-hours", until: "07:00" }],
    ["none, as it is over", why({}, { now: after }), null],
  ])("%s", (_what, said, expected) => {
    expect(said).toEqual(expected);
  });
});
