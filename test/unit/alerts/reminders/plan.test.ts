import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { Booking } from "../../../../common/booking.ts";
import { isReminded } from "../../../../common/reminders.ts";
import { planOf, type Rules } from "../../../../main/alerts/reminders/plan.ts";
import type { KeptReminder, ReminderOutcome } from "../../../../main/store/tables/reminders.ts";
import { aBooking, at } from "../../../support/bookings.ts";

const minute = 60_000;
const start = at("2026-11-23T15:00Z");
const link = "https://meet.google.com/abc-defg-hij";
const rules: Rules = { leads: [10, 0], notJoined: true, projects: {} };
const { id } = aBooking();

const kept = (due: number, outcome: ReminderOutcome | null, of = start): KeptReminder => ({
  seq: due,
  bookingId: id,
  start: of,
  due,
  outcome,
});

/** What is owed at that time of the day, as minutes from the start. */
function owedAt(
  time: string,
  given: { booking?: Partial<Booking>; kept?: KeptReminder[]; told?: number } = {},
) {
  const changes = new Map(given.told === undefined ? [] : [[id, given.told]]);
  const told = { kept: given.kept ?? [], changes };
  const plan = planOf([aBooking(given.booking)], told, at(`2026-11-23T${time}Z`), rules);
  return plan.owed.map(({ booking, due }) => (due - booking.start) / minute);
}

test.each<[string, string, Parameters<typeof owedAt>[1], number[]]>([
  ["before its time", "14:49:59", {}, []],
  ["at its time", "14:50", {}, [-10]],
  ["late, while it still helps", "14:58", {}, [-10]],
  ["the latest of several that were slept through", "15:01", {}, [0]],
  ["too late to help", "15:11", {}, []],
  ["told once", "14:55", { kept: [kept(start - 10 * minute, "shown")] }, []],
  ["paused away", "14:55", { kept: [kept(start - 10 * minute, "paused")] }, []],
  ["cut off by a crash", "14:51", { kept: [kept(start - 10 * minute, null)] }, [-10]],
  ["of another time", "14:50", { kept: [kept(start - 10 * minute, "shown", start + 1)] }, [-10]],
  ["booked so late that its alert said it", "14:55", { told: start - 7 * minute }, []],
  ["booked late, at the start", "15:00", { told: start - 7 * minute }, [0]],
  ["snoozed", "14:54", { kept: [kept(start - 10 * minute, "shown"), kept(start - 5 * minute, null)] }, []],
  [
    "after the snooze",
    "14:55",
    { kept: [kept(start - 10 * minute, "shown"), kept(start - 5 * minute, null)] },
    [-5],
  ],
  ["snoozed before it was told", "14:52", { kept: [kept(start - 5 * minute, null)] }, []],
  [
    "of a short meeting, until it ends",
    "15:04:59",
    { booking: { end: start + 5 * minute }, kept: [kept(start - 10 * minute, "shown")] },
    [0],
  ],
  ["of a short meeting that has ended", "15:05", { booking: { end: start + 5 * minute } }, []],
  ["of a meeting without a length, in its first minute", "15:00:59", { booking: { end: start } }, [0]],
  ["of a meeting without a length, after it", "15:01", { booking: { end: start } }, []],
  ["ten minutes late", "15:10", {}, []],
  ["not joined", "15:02", { booking: { place: link }, kept: [kept(start, "shown")] }, [2]],
  ["without a link to join", "15:02", { kept: [kept(start, "shown")] }, []],
  ["joined early", "15:00", { booking: { place: link }, kept: [kept(start + 2 * minute, "joined")] }, []],
  ["not certain yet", "14:50", { booking: { status: "asked" } }, []],
  ["of a whole day", "14:50", { booking: { allDay: { first: "2026-11-23", last: "2026-11-23" } } }, []],
])("%s", (_what, time, given, owed) => {
  expect(owedAt(time, given)).toEqual(owed);
});

test("only a certain booking with a time is reminded of", () => {
  const changes: Partial<Booking>[] = [
    {},
    { start: null },
    { end: null },
    { status: "held" },
    { allDay: { first: "2026-11-23", last: "2026-11-23" } },
  ];
  expect(changes.map((one) => isReminded(aBooking(one)))).toEqual([true, false, false, false, false]);
});

test("what asks to join is told from a reminder, and what is due now is not due next", () => {
  const at = (now: number) =>
    planOf([aBooking({ place: link })], { kept: [], changes: new Map() }, now, rules);
  expect([at(start).owed[0]?.notJoined, at(start + 2 * minute).owed[0]?.notJoined]).toEqual([false, true]);
  expect(at(start - 10 * minute).next).toBe(start);
  expect(at(start + 2 * minute).next).toBe(Number.POSITIVE_INFINITY);
});

test("what was shown for a time that is no longer the booking's is taken back", () => {
  const shown = kept(start - 10 * minute, "shown");
  const now = at("2026-11-23T14:52Z");
  const staleFor = (booking: Partial<Booking>) =>
    planOf([aBooking(booking)], { kept: [shown], changes: new Map() }, now, rules).stale;
  expect(staleFor({ start: start + 1 })).toEqual([shown]);
  expect(staleFor({ status: "cancelled" })).toEqual([shown]);
  expect(staleFor({})).toEqual([]);
  const paused = { kept: [kept(start - 10 * minute, "paused")], changes: new Map() };
  expect(planOf([], paused, now, rules).stale).toEqual([]);
});

/** Lives through these moments, keeping what is told; the dues of what was told, in order. */
function live(booking: Booking, moments: readonly number[], leads: readonly number[]): number[] {
  const told: KeptReminder[] = [];
  for (const now of moments) {
    const { owed } = planOf([booking], { kept: told, changes: new Map() }, now, {
      leads,
      notJoined: false,
      projects: {},
    });
    for (const { due, booking: of } of owed) told.push(kept(due, "shown", of.start));
  }
  return told.map(({ due }) => due);
}

test("however the computer sleeps, each is told at most once, in order, and the last one that helps is told", () => {
  const leads = fc.uniqueArray(fc.constantFrom(0, 5, 10, 15, 30, 60), { minLength: 1 });
  const awake = fc.uniqueArray(fc.integer({ min: -90, max: 40 }), { minLength: 1 });
  fc.assert(
    fc.property(leads, awake, (leads, awake) => {
      const moments = awake.sort((a, b) => a - b).map((after) => start + after * minute);
      const dues = live(aBooking(), moments, leads);
      expect(dues).toEqual([...new Set(dues)].sort((a, b) => a - b));
      for (const now of moments) {
        if (now >= start + 10 * minute) continue;
        const due = Math.max(...leads.map((lead) => start - lead * minute).filter((one) => one <= now));
        if (Number.isFinite(due)) expect(dues).toContain(due);
      }
    }),
  );
});

describe.each([
  "Europe/Copenhagen",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
])("a year in %s", (zone) => {
  test("each day's booking is reminded of twice, also where clocks are set", () => {
    const first = Temporal.ZonedDateTime.from(`2026-01-01T02:30[${zone}]`);
    for (let day = 0; day < 365; day++) {
      const begins = first.add({ days: day }).epochMilliseconds;
      const booking = aBooking({ start: begins, end: begins + 30 * minute });
      const moments = Array.from({ length: 40 }, (_, n) => begins + (n - 20) * minute);
      expect(live(booking, moments, [10, 0])).toEqual([begins - 10 * minute, begins]);
    }
  });
});

test("a project may have times of its own, or no reminder at all", () => {
  const project = { id: "p", name: "Lessons" };
  const booking = aBooking({ project });
  const start = booking.start ?? 0;
  const rules = (reminders: readonly (5 | 30)[] | null, fullScreen = false) => ({
    leads: [10],
    notJoined: false,
    projects: { p: { reminders, fullScreen } },
  });
  const next = (...rule: Parameters<typeof rules>) =>
    planOf([booking], { kept: [], changes: new Map() }, start - 3_600_000, rules(...rule)).next;
  expect(next(null)).toBe(start - 10 * 60_000);
  expect(next([30])).toBe(start - 30 * 60_000);
  expect(next([])).toBe(Number.POSITIVE_INFINITY);
  // Something is to fill the screen then.
  expect(next([], true)).toBe(start);
});
