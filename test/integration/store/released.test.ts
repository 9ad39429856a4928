import { copyFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { dayOf, dayOfDate } from "../../../main/bookings/agenda.ts";
import { reader } from "../../../main/sources/registry.ts";
import { standingOf } from "../../../main/sources/timekit/status.ts";
import { openDatabase } from "../../../main/store/engine/driver.ts";
import { migrate } from "../../../main/store/engine/migrations.ts";
import { createStore, type Store } from "../../../main/store/store.ts";
import { english } from "../../support/english.ts";
import { temporaryFolder } from "../../support/files.ts";
import { killedAt } from "../../support/killed.ts";
import { stride } from "../../support/repeated.ts";
import { payload } from "../../support/timekit-payloads.ts";

/** What each release has written, by its version; new ones are added, none is ever made anew. */
const folder = path.join(import.meta.dirname, "../../fixtures/databases");
const day = 86_400_000;
const start = Date.parse("2026-12-08T13:00:00Z");

test("alerts that 0.1.0 gave up within the last day are owed again, and no number is given again", () => {
  const file = path.join(temporaryFolder(), "0.1.0.sqlite");
  copyFileSync(path.join(folder, "0.1.0.sqlite"), file);
  const database = openDatabase(file);
  const giveUp = database.prepare("UPDATE alert SET outcome = 'failed', settled_at = ? WHERE change = ?");
  const now = Date.now();
  database.exec("UPDATE alert SET seen_at = NULL");
  giveUp.run(now - 2 * day, 1);
  giveUp.run(now - day / 2, 2);
  migrate(database);
  const store = createStore(database, reader);
  expect(store.alerts.owed()).toMatchObject([{ seq: 2, change: { kind: "cancelled" } }]);
  expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
  // The note of 0.1.0 may name a number beyond those that are left.
  store.take([
    {
      source: "timekit",
      receivedAt: start,
      via: "webhook",
      headers: {},
      body: payload("instant_payment.paid"),
    },
  ]);
  expect(store.alerts.owed().at(-1)?.seq).toBeGreaterThan(1_000_000);
  store.close();
});

const activityOf = (store: Store) =>
  store.activity.list({ tab: "everything", bookingId: null, count: 99 }, start).lines;

/** Kills the store's thread at each step of its start, on a new copy each time, until it ends before it is killed. */
function killedAtEachStep(make: (file: string) => void, look: (file: string) => void) {
  for (let step = 1; ; step += stride) {
    const file = path.join(temporaryFolder(), "bookings.sqlite");
    make(file);
    const killed = killedAt(step, { file });
    look(file);
    if (!killed) return step;
  }
}

test.each(readdirSync(folder))("%s, killed at any step of its first start, loses nothing", (name) => {
  const contents = (file: string) => {
    const database = openDatabase(file);
    migrate(database);
    const store = createStore(database, reader);
    const kept = [store.bookings.page(0), store.deliveries.page(null), activityOf(store), store.gaps.list()];
    store.close();
    return kept;
  };
  const copyTo = (file: string) => copyFileSync(path.join(folder, name), file);
  const untouched = path.join(temporaryFolder(), "bookings.sqlite");
  copyTo(untouched);
  const before = contents(untouched);
  const steps = killedAtEachStep(copyTo, (file) => expect(contents(file)).toEqual(before));
  expect(steps).toBeGreaterThan(2);
});

test("a new file, killed at any step of its making, is made at the next start", () => {
  killedAtEachStep(
    () => {},
    (file) => {
      const database = openDatabase(file);
      migrate(database);
      const store = createStore(database, reader);
      expect(store.bookings.page(0)).toEqual([]);
      store.close();
    },
  );
});

test.each(readdirSync(folder))("%s is read, and goes on being written to", (name) => {
  const file = path.join(temporaryFolder(), name);
  copyFileSync(path.join(folder, name), file);
  const database = openDatabase(file);
  migrate(database);
  const store = createStore(database, reader);

  const [booking] = store.schedule.between(start - day, start + day);
  expect(booking?.facts.customers?.value?.[0]?.name).toBe("Sam Okafor");
  const { graph, state } = booking?.facts.standing.value.native ?? { graph: "", state: "" };
  expect(booking?.facts.standing.value).toEqual({ native: { graph, state }, ...standingOf(graph, state) });
  const { lines } = store.deliveries.page(null);
  expect(lines.map(({ verdict }) => verdict)).toEqual(["unreadable", "newer", "first"]);
  // What could not be read has its reason in the words that were current then.
  expect(lines[0]?.reason && english.reasonWords(lines[0].reason)).toBe(
    "This is not a Timekit booking: id, graph, state must be a text.",
  );
  // Of how the user was told it knows no more than was kept.
  expect(activityOf(store)).toMatchObject([
    { kind: "unreadable", count: 1 },
    { change: { kind: "cancelled" }, told: { how: "announced" } },
    { change: { kind: "new" }, told: { how: "silent", outcome: "past", why: null } },
    { kind: "outage", gap: { reason: "asleep" } },
  ]);
  expect(store.tallies.get()).toMatchObject({ received: { count: 2 }, unsigned: null });
  expect(store.gaps.list()).toMatchObject([{ reason: "asleep" }]);
  const found = store.bookings.search({ text: "okafor", state: "all", time: "all" }, start);
  expect(found.bookings).toHaveLength(1);

  const delivery = {
    source: "timekit",
    receivedAt: start,
    via: "webhook",
    headers: {},
    body: Buffer.from("no booking"),
  } as const;
  expect(store.take([delivery])).toMatchObject([{ verdict: "unreadable" }]);
  store.close();
});

test("a booking of years that 0.1.0 has kept is found, and has no other day read further back", () => {
  const file = path.join(temporaryFolder(), "old.sqlite");
  copyFileSync(path.join(folder, "0.1.0.sqlite"), file);
  const database = openDatabase(file);
  const [from, to] = [Date.parse("2000-01-01T00:00Z"), Date.parse("2100-01-01T00:00Z")];
  database.exec(`UPDATE meta SET value = ${to - from} WHERE key = 'longest';
    UPDATE booking SET start_at = ${from}, end_at = ${to}`);
  migrate(database);
  const kept = database.prepare("SELECT count(*) AS count FROM booking").get();
  const store = createStore(database, reader);
  const [start, end] = [Date.parse("2050-06-01T00:00Z"), Date.parse("2050-06-02T00:00Z")];
  expect({ count: store.schedule.between(start, end).length }).toEqual(kept);
  expect(database.prepare("SELECT value FROM meta WHERE key = 'longest'").get()).toEqual({
    value: 60 * 86_400_000,
  });
  store.close();
});

test.each(["America/Los_Angeles", "Pacific/Kiritimati"])(
  "whole days that 0.1.0 kept as instants of their host's zone are found on their dates in %s",
  (zone) => {
    const file = path.join(temporaryFolder(), "old.sqlite");
    copyFileSync(path.join(folder, "0.1.0.sqlite"), file);
    const database = openDatabase(file);
    const [from, to] = [Date.parse("2026-12-07T23:00Z"), Date.parse("2026-12-09T23:00Z")];
    const times = JSON.stringify({ revision: "1", value: { start: from, end: to, allDay: true } });
    const host = JSON.stringify({
      revision: "1",
      value: { id: "h", name: "H", timeZone: "Europe/Copenhagen" },
    });
    const standing = JSON.stringify({ graph: "instant", state: "confirmed", status: "confirmed", by: null });
    database.exec(`UPDATE meta SET value = ${to - from} WHERE key = 'longest';
      UPDATE booking SET status = 'confirmed', start_at = ${from}, end_at = ${to}, known = json_set(known,
      '$.told.times', json('${times}'), '$.told.host', json('${host}'),
      '$.told.standing.value', json('${standing}'))`);
    migrate(database);
    const store = createStore(database, reader);
    const on = (date: string) => {
      const day = dayOfDate(date, zone);
      return dayOf(store.schedule.between(day.start, day.end), day, 0, date).length;
    };
    expect(["2026-12-07", "2026-12-08", "2026-12-09", "2026-12-10"].map(on)).toEqual([0, 1, 1, 0]);
    expect(store.schedule.today(dayOfDate("2026-12-07", zone).start, zone, null).afterToday?.allDay).toEqual({
      first: "2026-12-08",
      last: "2026-12-09",
    });
    store.close();
  },
);

test("a booking that 0.1.0 has kept is found by a state that only Timekit has a word for, unless its row is damaged", () => {
  const file = path.join(temporaryFolder(), "old.sqlite");
  copyFileSync(path.join(folder, "0.1.0.sqlite"), file);
  const database = openDatabase(file);
  database.exec(`UPDATE booking SET status = 'unknown', known = json_set(known,
    '$.told.standing.value.status', 'unknown', '$.told.standing.value.state', 'put_on_ice');
    INSERT INTO booking(id, status, email, updated_at, known) VALUES ('damaged', 'unknown', '', 0, '{}')`);
  migrate(database);
  const store = createStore(database, reader);
  const found = (text: string) => store.bookings.search({ text, state: "all", time: "all" }, start).bookings;
  expect(["put ice", "okafor"].map((text) => found(text).length)).toEqual([1, 1]);
  store.close();
});
