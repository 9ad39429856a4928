import { describe, expect, test } from "vitest";
import type { Keep } from "../../../main/bookings/retention-rule.ts";
import { createRetention } from "../../../main/store/retention.ts";
import { aStore, received } from "../../support/store.ts";
import { payloadWith } from "../../support/timekit-payloads.ts";

const day = 86_400_000;
const now = Date.parse("2026-11-24T12:00:00Z");
const iso = (at: number) => new Date(at).toISOString();

/** A store with a clock, and runs of retention that are told of no fault. */
function aKept(keep: Keep = { keepDeliveriesDays: 30, keepBookingsDays: 90 }) {
  const { store, database } = aStore();
  const clock = { now };
  let slices = 0;
  const written: number[] = [];
  const number = (sql: string) => (database.prepare(sql).get() as { n: number }).n;
  function counted<T>(step: () => T): T {
    const rows = () => number("SELECT total_changes() AS n");
    const before = rows();
    const result = step();
    written.push(rows() - before);
    return result;
  }
  const run = createRetention({
    async prune(wanted, at) {
      slices += 1;
      return counted(() => store.upkeep.prune(wanted, at));
    },
    tidy: async () => counted(store.upkeep.tidy),
    keep: () => keep,
    now: () => clock.now,
    onFault(error) {
      throw error;
    },
  });
  const body = (id: string, changedAt: number, event: object | null) =>
    payloadWith("instant.confirmed", {
      id,
      created_at: iso(changedAt),
      updated_at: iso(changedAt),
      // Without it, and without these, a booking has no time.
      ...(event === null ? { event: undefined, attributes: undefined } : { event }),
    });
  const ended = (id: string, end: number, changedAt = end, receivedAt = changedAt) =>
    received(body(id, changedAt, { start: iso(end - 3_600_000), end: iso(end) }), receivedAt);
  const ids = (table: "booking" | "delivery") =>
    (
      database
        .prepare(`SELECT ${table === "booking" ? "id" : "booking_id AS id"} FROM ${table} ORDER BY rowid`)
        .all() as {
        id: string;
      }[]
    ).map(({ id }) => id);
  return {
    store,
    clock,
    run,
    /** A booking that ended then, as Timekit told of it on `changedAt`. */
    take: (...[id, end, changedAt, receivedAt]: Parameters<typeof ended>) =>
      store.take([ended(id, end, changedAt, receivedAt)]),
    takeMany: (count: number, ...[id, end, changedAt, receivedAt]: Parameters<typeof ended>) =>
      store.take(Array.from({ length: count }, (_, i) => ended(`${id}${i}`, end, changedAt, receivedAt))),
    takeTimeless: (id: string, changedAt: number, receivedAt = changedAt) =>
      store.take([received(body(id, changedAt, null), receivedAt)]),
    slices: () => slices,
    /** How many rows each step has written, those of the index of words among them. */
    written: () => written,
    bookings: () => ids("booking"),
    deliveries: () => ids("delivery"),
    count: (sql: string) => number(`SELECT count(*) AS n FROM ${sql}`),
    /** The size of the index of words, in bytes. */
    words: () => number("SELECT sum(length(block)) AS n FROM booking_text_data"),
    exec: (sql: string) => database.exec(sql),
  };
}

describe("what is let go, and what is not", () => {
  test("to the millisecond: a delivery by when it came, a booking by when it ended", async () => {
    const { take, run, bookings, deliveries } = aKept();
    take("now", now + day, now);
    take("at-30", now, now - 30 * day);
    take("over-30", now, now - 30 * day - 1);
    take("at-90", now - 90 * day);
    take("over-90", now - 90 * day - 1);
    await run();
    expect(bookings()).toEqual(["now", "at-30", "over-30", "at-90"]);
    expect(deliveries()).toEqual(["now", "at-30"]);
  });

  test("a delivery that came again has its bytes when the first is let go", async () => {
    const { store, take, run, deliveries } = aKept();
    for (const age of [33, 32, 31, 29]) take("again", now, now - 34 * day, now - age * day);
    take("now", now + day, now);
    const sent = store.deliveries.asSent(1);
    await run();
    expect([deliveries(), store.deliveries.asSent(1)]).toEqual([["again", "now"], null]);
    expect(store.deliveries.asSent(4)).toEqual(sent);
  });

  test("a booking that began before and ends after is kept; one without an end goes by its start", async () => {
    const { take, run, bookings, exec } = aKept();
    take("now", now + day, now);
    take("long", now - 90 * day + 1_000);
    take("endless", now - 90 * day - 1);
    take("endless-later", now - 90 * day + 3_600_001);
    exec("UPDATE booking SET end_at = NULL WHERE id LIKE 'endless%'");
    await run();
    expect(bookings()).toEqual(["now", "long", "endless-later"]);
  });

  test("a booking without a time goes by its last change", async () => {
    const { take, takeTimeless, run, bookings, exec } = aKept();
    take("now", now + day, now);
    takeTimeless("new", now - 90 * day);
    takeTimeless("old", now - 90 * day - 1);
    takeTimeless("unknown-new", now - 90 * day);
    takeTimeless("unknown-old", now - 90 * day - 1);
    exec("UPDATE booking SET updated_at = 0 WHERE id LIKE 'unknown%'");
    await run();
    expect(bookings()).toEqual(["now", "new", "unknown-new"]);
  });

  test("its deliveries, changes, alerts and reminders go with a booking, and gaps with the deliveries", async () => {
    const { take, store, run, count } = aKept({ keepDeliveriesDays: 365, keepBookingsDays: 30 });
    take("now", now + day, now);
    take("old", now - 31 * day);
    store.reminders.enqueue({ bookingId: "now", start: now + day, due: now });
    store.reminders.enqueue({ bookingId: "old", start: now - 31 * day, due: now - 31 * day });
    store.gaps.add(now - 366 * day, now - 365 * day - 1, "asleep");
    store.gaps.add(now - 364 * day, now - 363 * day, "asleep");
    await run();
    for (const table of ["booking", "delivery", "change", "alert", "reminder", "gap"])
      expect([table, count(table)]).toEqual([table, 1]);
  });

  test.each([
    [1, 0],
    [0, 1],
  ])("a gap that ended %i ms before the log begins: kept %i", async (before, kept) => {
    const { take, store, run, count } = aKept({ keepDeliveriesDays: 365, keepBookingsDays: 30 });
    take("now", now + day, now);
    store.gaps.add(now - 366 * day, now - 365 * day - before, "asleep");
    await run();
    expect(count("gap")).toBe(kept);
  });

  test.each<[string, Keep, string[], string[]]>([
    ["deliveries", { keepDeliveriesDays: 0, keepBookingsDays: 30 }, ["now"], ["now"]],
    ["bookings", { keepDeliveriesDays: 7, keepBookingsDays: 0 }, ["now", "old"], ["now"]],
    ["both", { keepDeliveriesDays: 0, keepBookingsDays: 0 }, ["now", "old"], ["now", "old"]],
  ])("%s that are kept for good stay", async (_, keep, bookings, deliveries) => {
    const kept = aKept(keep);
    kept.take("now", now + day, now);
    kept.take("old", now - 2_000 * day);
    await kept.run();
    expect([kept.bookings(), kept.deliveries()]).toEqual([bookings, deliveries]);
  });

  test("more than a slice of each goes in one run, which moves on by one day only", async () => {
    const { take, takeMany, run, slices, bookings, clock } = aKept();
    takeMany(1_001, "old", now - 91 * day);
    take("next", now - 89 * day);
    take("now", now + day, now);
    await run();
    expect(bookings()).toEqual(["next", "now"]);
    expect(slices()).toBe(21);
    clock.now = now + 3 * day;
    takeMany(1_001, "older", now - 91 * day, now - 91 * day, now);
    take("later", now + 9 * day, now + 3 * day);
    await run();
    expect(bookings()).toEqual(["next", "now", "later"]);
  });

  test("however much goes, no step writes more than a delivery can wait for", async () => {
    const { store, takeMany, take, run, written, words } = aKept();
    for (let i = 0; i < 8; i++) takeMany(100, `old${i}-`, now - 91 * day);
    const before = words();
    take("now", now + day, now);
    await run();
    expect(store.bookings.get("now")).not.toBeNull();
    // Ten rows for each booking of a slice, and a handful of the index.
    expect(Math.max(...written())).toBeLessThan(550);
    // Nobody finds the words of what is gone in the file for long.
    expect(words()).toBeLessThan(before / 10);
  });

  test("more than a slice of deliveries alone goes in one run", async () => {
    const { take, takeMany, run, deliveries } = aKept({ keepDeliveriesDays: 30, keepBookingsDays: 0 });
    takeMany(1_001, "old", now - 91 * day);
    take("now", now + day, now);
    await run();
    expect(deliveries()).toEqual(["now"]);
  });

  test("deliveries that came while the clock was ahead do not stand in the way of those behind them", async () => {
    const { take, takeMany, run, deliveries } = aKept({ keepDeliveriesDays: 7, keepBookingsDays: 0 });
    takeMany(600, "ahead", now, now - 20 * day, now + 900 * day);
    take("old", now, now - 19 * day);
    take("now", now, now);
    await run();
    expect(deliveries()).not.toContain("old");
    expect(deliveries()).toHaveLength(601);
  });
});

describe("a clock that is wrong", () => {
  test("by three years at one start removes nothing; the ordinary goes on afterwards", async () => {
    const { take, run, clock, bookings, deliveries } = aKept();
    take("due-soon", now - 89 * day);
    take("ahead", now + 30 * day, now);
    await run();
    clock.now = now + 1_095 * day;
    for (let start = 0; start < 5; start++) await run();
    expect(bookings()).toEqual(["due-soon", "ahead"]);
    expect(deliveries()).toEqual(["ahead"]);
    clock.now = now + 2 * day;
    take("later", now + 30 * day, clock.now);
    await run();
    await run();
    expect(bookings()).toEqual(["ahead", "later"]);
  });

  test("while a delivery comes, or names a year of its own, removes a day's worth at most", async () => {
    const { take, run, clock, bookings } = aKept();
    for (let days = 80; days < 90; days++) take(`${days}`, now - days * day);
    take("now", now + day, now);
    await run();
    clock.now = now + 1_095 * day;
    take("odd", now + 2_000 * day, now + 1_500 * day, clock.now);
    await run();
    expect(bookings()).toHaveLength(12);
    await run();
    expect(bookings()).toHaveLength(11);
  });

  test("by half a century back holds nothing up once it is right", async () => {
    const { take, run, clock, bookings } = aKept();
    take("due", now - 90 * day);
    take("now", now + day, now);
    await run();
    clock.now = 0;
    await run();
    clock.now = now + day;
    take("later", now + 9 * day, clock.now);
    await run();
    expect(bookings()).toEqual(["now", "later"]);
  });
});

test("a computer that was off for two months lets go what is due a day's worth at each run", async () => {
  const { take, run, clock, bookings } = aKept();
  for (let days = 30; days <= 90; days++) take(`${days}`, now - days * day);
  take("now", now + 61 * day, now);
  await run();
  clock.now = now + 60 * day;
  take("later", now + 61 * day, clock.now);
  await run();
  expect(bookings()).toHaveLength(62);
  for (let hour = 1; hour < 60; hour++) await run();
  expect(bookings()).toEqual(["30", "now", "later"]);
});

test("where nothing was ever received, nothing is old", async () => {
  const { store, run, count } = aKept();
  store.gaps.add(now - 900 * day, now - 899 * day, "asleep");
  await run();
  expect(count("gap")).toBe(1);
});
