import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Booking } from "../../../../common/booking.ts";
import { createReminders } from "../../../../main/alerts/reminders/reminders.ts";
import type { KeptReminder } from "../../../../main/store/tables/reminders.ts";
import { aKnown, at } from "../../../support/bookings.ts";

const minute = 60_000;
const start = at("2026-11-23T15:00Z");

beforeEach(() => {
  vi.useFakeTimers({ now: start - 60 * minute });
  onTestFinished(() => void vi.useRealTimers());
});

/** Reminders ten minutes before these bookings, over a store in memory; all that is done is noted in order. */
function reminding(...bookings: Partial<Booking>[]) {
  const kept: { -readonly [Key in keyof KeptReminder]: KeptReminder[Key] }[] = [];
  const done: string[] = [];
  const user = {
    paused: false,
    bookings,
    notJoined: false,
    resource: null as { id: string; name: string } | null,
  };
  const inMinutes = () => (Date.now() - start) / minute;
  const reminders = createReminders({
    store: {
      schedule: { between: async () => user.bookings.map((one) => aKnown(one)) },
      alerts: { shownSince: async () => new Map() },
      reminders: {
        between: async () => kept.map((one) => ({ ...one })),
        async enqueue(key) {
          const found = kept.find(
            ({ bookingId, start, due }) =>
              bookingId === key.bookingId && start === key.start && due === key.due,
          );
          if (found) return found.seq;
          kept.push({ ...key, seq: kept.length, outcome: null });
          return kept.length - 1;
        },
        async resolve(seq, outcome) {
          const one = kept[seq];
          if (one) one.outcome = outcome;
        },
        async snooze(key) {
          kept.push({ ...key, seq: kept.length, outcome: null });
        },
      },
    },
    rules: () => ({ leads: [10], projects: {}, notJoined: user.notJoined }),
    paused: () => user.paused,
    resource: () => user.resource,
    isTest: (id) => id === "test",
    async show({ booking }) {
      done.push(`${booking.id} at ${inMinutes()}`);
      return "shown";
    },
    withdraw: async (id) => void done.push(`withdraw ${id}`),
    marker: { last: () => new Set(), told() {} },
    pause: async () => {},
    now: Date.now,
    onFault: (error) => expect.fail(String(error)),
  });
  onTestFinished(() => reminders.close());
  const pass = (minutes: number) => vi.advanceTimersByTimeAsync(minutes * minute);
  return { reminders, user, kept, done, pass };
}

test("it wakes itself when a reminder is due, and tells it once", async () => {
  const { reminders, done, pass } = reminding({ id: "b" });
  await reminders.check();
  expect(done).toEqual([]);
  await pass(90);
  expect(done).toEqual(["b at -10"]);
});

test("once closed, it wakes no more", async () => {
  const { reminders, done, pass } = reminding({ id: "b" });
  await reminders.check();
  await reminders.close();
  await pass(90);
  expect(done).toEqual([]);
});

test.each<[string, Partial<Booking>]>([
  ["a test booking", { id: "test" }],
  ["a booking of somebody else", { id: "b", host: { id: "marty", name: "", timeZone: "" } }],
  ["a booking that is only asked for", { id: "b", status: "asked" }],
])("%s is not reminded of", async (_what, booking) => {
  const { reminders, user, done, pass } = reminding(booking);
  user.resource = { id: "doc", name: "" };
  await reminders.check();
  await pass(90);
  expect(done).toEqual([]);
});

test("what is due while notifications are paused is settled without a word", async () => {
  const { reminders, user, kept, done, pass } = reminding({ id: "b" });
  user.paused = true;
  await reminders.check();
  await pass(51);
  user.paused = false;
  await pass(5);
  expect([done, kept.map(({ outcome }) => outcome)]).toEqual([[], ["paused"]]);
});

test("what was shown for an old time is taken back before the new time is told", async () => {
  const { reminders, user, kept, done, pass } = reminding({ id: "b" });
  await reminders.check();
  await pass(55);
  user.bookings = [{ id: "b", start: start + 2 * minute, end: start + 30 * minute }];
  await reminders.check();
  expect(done).toEqual(["b at -10", "withdraw b", "b at -5"]);
  expect(kept.map(({ outcome }) => outcome)).toEqual(["withdrawn", "shown"]);
});

describe("a snooze", () => {
  test.each([
    [5, -4],
    ["start", 0],
  ] as const)("of %s is told again at its end", async (choice, minutes) => {
    const { reminders, done, pass } = reminding({ id: "b" });
    await reminders.check();
    await pass(51);
    await reminders.snooze("b", choice);
    expect(done).toEqual(["b at -10", "withdraw b"]);
    await pass(30);
    expect(done.at(-1)).toBe(`b at ${minutes}`);
  });

  test("to a start that has come takes the reminder off the screen, and no more", async () => {
    const { reminders, kept, done, pass } = reminding({ id: "b" });
    await pass(61);
    await reminders.snooze("b", "start");
    expect([done[0], kept.length]).toEqual(["withdraw b", 1]);
  });

  test("of a booking that is no longer on does nothing", async () => {
    const { reminders, kept, done } = reminding({ id: "b", status: "cancelled" });
    await reminders.snooze("b", 5);
    expect([kept, done]).toEqual([[], []]);
  });
});

test("who has joined is not asked to", async () => {
  const { reminders, user, kept, done, pass } = reminding({
    id: "b",
    place: "https://meet.google.com/abc-defg-hij",
  });
  user.notJoined = true;
  await reminders.check();
  await pass(55);
  await reminders.joined("b");
  expect(kept.map(({ due, outcome }) => [(due - start) / minute, outcome])).toEqual([
    [-10, "shown"],
    [2, "joined"],
  ]);
  await pass(30);
  expect(done).toEqual(["b at -10", "withdraw b"]);
  await reminders.joined("none");
});
