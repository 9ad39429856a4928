import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reader } from "../../../../main/sources/registry.ts";
import { migrate } from "../../../../main/store/engine/migrations.ts";
import { createStore, type Store } from "../../../../main/store/store.ts";
import { salvage } from "../../../../main/store/thread/salvage.ts";
import { filesWith } from "../../../support/profile.ts";
import { repeated } from "../../../support/repeated.ts";
import { DatabaseSync } from "../../../support/sqlite.ts";
import { aStore, forgotten, received } from "../../../support/store.ts";
import { payloadWith } from "../../../support/timekit-payloads.ts";

const day = 86_400_000;
const now = Date.parse("2026-11-24T12:00:00Z");
const iso = (at: number) => new Date(at).toISOString();
const ann = [{ name: "Ann Lee", email: "ann@example.net" }];

/** A booking of Ann's as it was so many seconds after noon; it ends in an hour. */
const body = (id: string, second: number, more: object = {}) =>
  payloadWith("instant.confirmed", {
    id,
    customers: ann,
    updated_at: iso(now + second * 1_000),
    event: { what: `Call ${second}`, where: "", start: iso(now), end: iso(now + 3_600_000) },
    attributes: undefined,
    ...more,
    ending: `of ${id} in ${second}`,
  });
const kept = (store: Store) => ({
  ids: store.bookings.page(0).map(({ booking }) => booking.id),
  owed: store.alerts.owed().length,
  deliveries: store.deliveries.page(null).lines.length,
});
const nothing = { ids: [], owed: 0, deliveries: 0 };
const verdicts = (
  store: Store,
  bodies: readonly Buffer[],
  via: "webhook" | "catch-up" | "replay" = "webhook",
) => store.take(bodies.map((one) => ({ ...received(one, now), via }))).map(({ verdict }) => verdict);

describe("once its customer is forgotten", () => {
  const bodies = [body("a", 1), body("a", 2), Buffer.from('{"ann@example.net":')];
  function aForgotten() {
    const at = aStore();
    verdicts(at.store, bodies);
    forgotten(at.store, "ann@example.net", now);
    return at;
  }

  test.each(["webhook", "catch-up", "replay"] as const)(
    "an old delivery by %s brings nothing back",
    (via) => {
      const { store, file } = aForgotten();
      expect(verdicts(store, [...bodies, ...bodies], via)).toEqual(Array(6).fill("gone"));
      expect(verdicts(store, [body("a", 0), Buffer.concat([body("a", 2), Buffer.from(" ")])], via)).toEqual([
        "gone",
        "gone",
      ]);
      expect(kept(store)).toEqual(nothing);
      expect(filesWith(path.dirname(file), ["Ann Lee", "ann@"], bodies)).toEqual([]);
      expect(store.tallies.get()).toMatchObject(
        via === "webhook" ? { received: { count: 10 } } : { received: { count: 2 } },
      );
      store.close();
    },
  );

  test("a booking that goes on is told of, and so is a new one of the same customer", () => {
    const { store } = aForgotten();
    expect(verdicts(store, [body("a", 3), body("b", 1), body("a", 2)])).toEqual(["first", "first", "gone"]);
    expect(kept(store)).toMatchObject({ ids: ["a", "b"], owed: 2 });
    store.close();
  });

  test("it is remembered in the file, under a key that each has for itself, and for a year", () => {
    const { store, database, file } = aForgotten();
    const hashes = (of: typeof database) =>
      of.prepare("SELECT hex(key) AS key FROM tombstone ORDER BY key").all();
    const other = aForgotten();
    expect(hashes(database)).toHaveLength(2);
    expect(hashes(other.database)).not.toEqual(hashes(database));
    other.store.close();
    store.close();
    const { store: again } = aStore(file);
    const goBy = (at: number) => {
      again.take([received(body(`at ${at}`, 0, { updated_at: iso(at), customers: [] }), at)]);
      again.upkeep.prune({ keepDeliveriesDays: 0, keepBookingsDays: 0 }, at);
    };
    for (let days = 0; days <= 365; days++) goBy(now + days * day);
    expect(verdicts(again, [body("a", 2)])).toEqual(["gone"]);
    goBy(now + 366 * day);
    expect(verdicts(again, [body("a", 2)])).toEqual(["first"]);
    again.close();
  }, 60_000);

  test("salvaging a damaged file brings nothing back either, and still remembers", () => {
    const { store, database, file } = aStore();
    verdicts(store, bodies);
    database.exec("CREATE TABLE before AS SELECT * FROM booking; CREATE TABLE log AS SELECT * FROM delivery");
    forgotten(store, "ann@example.net", now);
    // As a disk does that has lost what was written since.
    database.exec("INSERT INTO delivery SELECT * FROM log; DROP TABLE log");
    database.exec("INSERT INTO booking SELECT * FROM before WHERE id = 'a'; DROP TABLE before");
    verdicts(store, [body("mine", 1, { customers: [] })]);
    store.close();
    salvage(file, reader);
    const { store: again } = aStore(file);
    expect(kept(again)).toMatchObject({ ids: ["mine"], deliveries: 1 });
    expect(verdicts(again, bodies)).toEqual(["gone", "gone", "gone"]);
    again.close();
  });
});

describe("once retention has let it go", () => {
  const keep = { keepDeliveriesDays: 30, keepBookingsDays: 90 } as const;
  const old = now - 100 * day;
  const bodies = [
    body("old", 0, { updated_at: iso(old), event: { what: "", start: iso(old), end: iso(old) } }),
    Buffer.from('{"ann@example.net":'),
  ];
  function aPruned() {
    const at = aStore();
    at.store.take([
      ...bodies.map((one) => received(one, old)),
      received(body("now", 0, { customers: [] }), now),
    ]);
    while (at.store.upkeep.prune(keep, now));
    return at;
  }

  test("an old delivery brings nothing back, and nobody can read it in the files after quitting", () => {
    const { store, file } = aPruned();
    expect(verdicts(store, bodies)).toEqual(["gone", "gone"]);
    expect(verdicts(store, bodies, "catch-up")).toEqual(["gone", "gone"]);
    expect(kept(store)).toMatchObject({ ids: ["now"], deliveries: 1 });
    store.close();
    expect(filesWith(path.dirname(file), ["Ann Lee", "ann@"], bodies)).toEqual([]);
  });

  test("one that goes on comes in anew", () => {
    const { store } = aPruned();
    expect(verdicts(store, [body("old", 1)])).toEqual(["first"]);
    store.close();
  });
});

test("after forgetting, no order and repetition of what came before brings anything back", () => {
  const deliveries = fc.array(
    fc.record({
      id: fc.constantFrom("a", "b"),
      second: fc.nat(4),
      whose: fc.constantFrom("ann@example.net", "ANN@Example.net", "bo@example.net"),
      unreadable: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(deliveries, fc.infiniteStream(fc.nat(1_000)), (told, chance) => {
      const database = new DatabaseSync(":memory:");
      migrate(database);
      const store = createStore(database, reader);
      const bodies = told.map(({ id, second, whose, unreadable }) =>
        unreadable
          ? Buffer.from(`{"${id}${second} ${whose}`)
          : body(id, second, { customers: [{ name: whose, email: whose }] }),
      );
      verdicts(store, bodies);
      forgotten(store, "ann@example.net", now);
      const ids = kept(store).ids;
      const again = [...bodies, ...bodies].map((one) => ({ one, at: chance.next().value ?? 0 }));
      verdicts(
        store,
        again.sort((one, other) => one.at - other.at).map(({ one }) => one),
      );
      const all = JSON.stringify([
        store.bookings.page(0),
        ...store.deliveries.page(null).lines.map(({ seq }) => String(store.deliveries.asSent(seq)?.body)),
      ]);
      expect(all.toLowerCase()).not.toContain("ann@example.net");
      expect(kept(store).ids).toEqual(ids);
      database.close();
    }),
    { numRuns: repeated(60) },
  );
});
