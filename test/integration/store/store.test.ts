import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { dayOf, dayOfDate } from "../../../main/bookings/agenda.ts";
import { reader } from "../../../main/sources/registry.ts";
import { openDatabase } from "../../../main/store/engine/driver.ts";
import { migrate } from "../../../main/store/engine/migrations.ts";
import { createStore } from "../../../main/store/store.ts";
import { at } from "../../support/bookings.ts";
import { aStore, received } from "../../support/store.ts";
import { payload, payloadWith } from "../../support/timekit-payloads.ts";

const confirmed = received(payload("instant.confirmed"));
const cancelled = received(payload("instant.cancelled"));

test("a booking of centuries is found on each of its days, and has no other day read further back", () => {
  const { store, database } = aStore();
  const during = (id: string, start: string, end: string) =>
    received(payloadWith("instant.confirmed", { id, event: { what: "", start, end } }));
  store.take([
    during("centuries", "1926-01-01T00:00:00Z", "2926-01-01T00:00:00Z"),
    during("summer", "2026-06-01T00:00:00Z", "2026-09-30T00:00:00Z"),
    during("week", "2026-11-20T00:00:00Z", "2026-11-27T00:00:00Z"),
    during("hour", "2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z"),
  ]);
  const on = (date: string) =>
    store.schedule
      .between(at(`${date}T00:00Z`), at(`${date}T23:59Z`))
      .map(({ id }) => id)
      .sort();
  expect(on("2026-11-23")).toEqual(["centuries", "hour", "week"]);
  expect(on("2026-08-01")).toEqual(["centuries", "summer"]);
  expect(on("1950-01-01")).toEqual(["centuries"]);
  expect(database.prepare("SELECT value FROM meta WHERE key = 'longest'").get()).toEqual({
    value: 60 * 86_400_000,
  });
});

test("a delivery, the booking it changes and the alert it owes are kept together", () => {
  const { store, database } = aStore();
  const taken = store.take([confirmed]);
  const [owed] = store.alerts.owed();
  expect(taken).toEqual([
    {
      verdict: "first",
      bookingId: "b00c0000-2222-4222-8222-000000000001",
      change: { kind: "new", from: null, to: null },
      owed,
    },
  ]);
  const row = database.prepare("SELECT * FROM delivery").get() as { body: Uint8Array; verdict: string };
  expect(inflateRawSync(row.body)).toEqual(confirmed.body);
  expect(owed).toMatchObject({ change: { kind: "new" }, booking: { customer: { name: "Sam Okafor" } } });
  store.close();
});

test("an alert comes back with what owes it, as it stands once all of a commit are kept", () => {
  const { store } = aStore();
  const owed = (...deliveries: Parameters<typeof store.take>[0]) =>
    store.take(deliveries).map((taken) => ("owed" in taken ? (taken.owed?.change.kind ?? null) : undefined));
  const halves = ["1-old", "2-new"].map((half) => received(payload(`variants/reschedule.by-link.${half}`)));
  // The first is told with the second.
  expect(owed(...halves)).toEqual([null, "moved"]);
  expect(owed(confirmed, cancelled)).toEqual(["new", "cancelled"]);
  expect(owed(confirmed, received(Buffer.from("{")))).toEqual([null, undefined]);
  const other = received(payloadWith("instant.confirmed", { id: "other" }));
  expect(owed({ ...other, quietly: true })).toEqual([null]);
  store.close();
});

test("an older delivery is filed as stale, the same one as duplicate; neither changes or tells anything", () => {
  const { store, database } = aStore();
  const verdicts = store.take([cancelled, confirmed, cancelled]).map(({ verdict }) => verdict);
  expect(verdicts).toEqual(["first", "stale", "duplicate"]);
  expect(database.prepare("SELECT status FROM booking").all()).toMatchObject([{ status: "cancelled" }]);
  expect(store.alerts.owed()).toHaveLength(1);
  store.close();
});

test("what a late, older delivery fills in is kept without a word, and no cancelled booking is said to have moved", () => {
  const { store } = aStore();
  const told = (second: number, state: string, event?: object) =>
    received(
      payloadWith("instant.confirmed", {
        state,
        updated_at: `2026-12-01T09:00:0${second}Z`,
        event,
        attributes: undefined,
      }),
    );
  const at10 = { start: "2026-12-08T10:00:00Z", end: "2026-12-08T10:30:00Z" };
  const at11 = { start: "2026-12-08T11:00:00Z", end: "2026-12-08T11:30:00Z" };
  const taken = store.take([told(1, "confirmed", at10), told(3, "cancelled"), told(2, "confirmed", at11)]);
  expect(taken.map((one) => ("change" in one ? one.change?.kind : ""))).toEqual([
    "new",
    "cancelled",
    undefined,
  ]);
  const [{ bookingId } = { bookingId: "" }] = taken as { bookingId: string }[];
  expect(store.bookings.get(bookingId)).toMatchObject({
    status: "cancelled",
    start: at("2026-12-08T11:00Z"),
  });
  store.close();
});

test("a booking first heard of when it was off is not told again by the older word of its making", () => {
  const { store } = aStore();
  const bare = payloadWith("instant.cancelled", {
    event: undefined,
    attributes: undefined,
    customers: undefined,
  });
  const taken = store.take([received(bare), confirmed]);
  expect(taken).toMatchObject([
    { verdict: "first", change: { kind: "cancelled" } },
    { verdict: "stale", change: null },
  ]);
  expect(store.alerts.owed()).toMatchObject([{ booking: { customer: { name: "Sam Okafor" } } }]);
  store.close();
});

test("what cannot be read is kept with its reason", () => {
  const { store } = aStore();
  const reason = { code: "not-json" };
  expect(store.take([received(Buffer.from("{"))])).toEqual([{ verdict: "unreadable", reason }]);
  expect(store.deliveries.page(null).lines).toMatchObject([{ verdict: "unreadable", reason }]);
  store.close();
});

test("a group is durable as a whole or not at all", () => {
  const { store, database } = aStore();
  const full = Object.assign(new Error("database or disk is full"), { errcode: 13 });
  const failing = createStore(database, {
    ...reader,
    read(sent) {
      if (sent.body === cancelled.body) throw full;
      return reader.read(sent);
    },
  });
  expect(() => failing.take([confirmed, cancelled])).toThrow(full);
  expect(database.prepare("SELECT count(*) AS n FROM delivery").get()).toMatchObject({ n: 0 });
  expect(store.take([confirmed])[0]?.verdict).toBe("first");
  store.close();
});

test.each([
  ["that its reading stumbles over", new RangeError("Maximum call stack size exceeded"), "RangeError"],
  ["whose values no column takes", Object.assign(new Error("constraint"), { errcode: 3091 }), "Error"],
])("a delivery %s is set aside whole, and those that share its commit are kept", (_name, error, named) => {
  const { database } = aStore();
  const store = createStore(database, {
    ...reader,
    read(sent) {
      if (sent.body !== cancelled.body) return reader.read(sent);
      database.exec("INSERT OR REPLACE INTO meta VALUES ('half', 1)");
      throw error;
    },
  });
  const other = received(payloadWith("instant.confirmed", { id: "other" }));
  expect(store.take([confirmed, cancelled, other])).toMatchObject([
    { verdict: "first" },
    { verdict: "unreadable", reason: { code: "not-kept", error: named } },
    { verdict: "first" },
  ]);
  expect(store.alerts.owed()).toHaveLength(2);
  expect(store.deliveries.page(null).lines.map(({ verdict }) => verdict)).toEqual([
    "first",
    "unreadable",
    "first",
  ]);
  expect(database.prepare("SELECT * FROM meta WHERE key = 'half'").all()).toEqual([]);
  store.close();
});

test("an alert is owed until it is settled, also after a restart", () => {
  const { store, file } = aStore();
  store.take([confirmed]);
  store.close();
  const again = aStore(file).store;
  const [owed] = again.alerts.owed();
  again.alerts.resolve([{ seq: owed?.seq ?? 0, outcome: "shown", at: 8 }]);
  expect(again.alerts.owed()).toEqual([]);
  again.close();
});

test("finds the bookings of a span, however long they are, and the first after it", () => {
  const { store } = aStore();
  const booking = (id: string, start: string, end: string, state = "confirmed") =>
    received(payloadWith("instant.confirmed", { id, state, event: { start, end } }));
  store.take([
    booking("week", "2026-12-01T00:00:00Z", "2026-12-09T00:00:00Z"),
    booking("before", "2026-12-07T10:00:00Z", "2026-12-07T11:00:00Z"),
    booking("within", "2026-12-08T10:00:00Z", "2026-12-08T11:00:00Z"),
    booking("off", "2026-12-09T09:00:00Z", "2026-12-09T10:00:00Z", "cancelled"),
    booking("after", "2026-12-09T10:00:00Z", "2026-12-09T11:00:00Z"),
  ]);
  const [start, end] = [at("2026-12-08T00:00Z"), at("2026-12-09T00:00Z")];
  expect(store.schedule.between(start, end).map(({ id }) => id)).toEqual(["week", "within"]);
  const next = (date: string) => store.schedule.today(at(`${date}T00:00Z`), "UTC", null).afterToday;
  expect(next("2026-12-08")?.id).toBe("after");
  expect(next("2026-12-09")).toBeNull();
  store.close();
});

test.each([
  "America/Los_Angeles",
  "Europe/Copenhagen",
  "Pacific/Auckland",
  "Pacific/Kiritimati",
  "Etc/GMT+12",
])("in %s whole days are found on their dates, and the first that comes after", (zone) => {
  const { store } = aStore();
  const days = (id: string, start: string, end: string, timezone: string) => {
    const user = { id: "h", name: "Host", timezone };
    return received(payloadWith("instant.confirmed", { id, user, event: { start, end, allDay: true } }));
  };
  const event = { start: "2026-12-20T12:00:00Z", end: "2026-12-20T13:00:00Z" };
  store.take([
    days("west", "2026-12-08", "2026-12-09", "Etc/GMT+12"),
    days("home", "2026-12-08", "2026-12-11", "Europe/Copenhagen"),
    days("east", "2026-12-09", "2026-12-10", "Pacific/Kiritimati"),
    received(payloadWith("instant.confirmed", { id: "timed", event })),
  ]);
  const on = (date: string) => {
    const day = dayOfDate(date, zone);
    return dayOf(store.schedule.between(day.start, day.end), day, 0, date).map(({ booking }) => booking.id);
  };
  expect(["07", "08", "09", "10", "11"].map((day) => on(`2026-12-${day}`))).toEqual([
    [],
    ["home", "west"],
    ["home", "east"],
    ["home"],
    [],
  ]);
  const next = (date: string) => store.schedule.today(dayOfDate(date, zone).start, zone, null).afterToday?.id;
  expect(["06", "07", "08", "09", "21"].map((day) => next(`2026-12-${day}`))).toEqual([
    expect.stringMatching(/home|west/),
    expect.stringMatching(/home|west/),
    "east",
    "timed",
    undefined,
  ]);
  store.close();
});

test("the database is in WAL with synchronous=FULL", () => {
  const { database } = aStore();
  expect(database.prepare("PRAGMA journal_mode").get()).toMatchObject({ journal_mode: "wal" });
  expect(database.prepare("PRAGMA synchronous").get()).toMatchObject({ synchronous: 2 });
  database.close();
});

test("a newer version's database is refused and left as it is", () => {
  const { database, file } = aStore();
  database.exec("PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
  const before = readFileSync(file);
  const opened = openDatabase(file);
  expect(() => migrate(opened)).toThrow("newer version");
  opened.close();
  expect(readFileSync(file).equals(before)).toBe(true);
});
