import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { createForget } from "../../../main/store/forget.ts";
import { firstStep } from "../../../main/store/tables/forgetting.ts";
import { openStore } from "../../../main/store/thread/client.ts";
import { storeWorker } from "../../support/files.ts";
import { filesWith } from "../../support/profile.ts";
import { aStore, forgotten, received } from "../../support/store.ts";
import { payloadWith } from "../../support/timekit-payloads.ts";

const name = "Zebulon Quirk";
const bo = [{ name: "Bo", email: "bo@example.net" }];
const plain = { what: "Call", where: "", start: "2026-12-08T10:00:00Z", end: "2026-12-08T10:30:00Z" };

const body = (id: string, changes: object = {}) =>
  payloadWith("instant.confirmed", {
    id,
    customers: bo,
    event: plain,
    attributes: undefined,
    ...changes,
    ending: `of ${id}`,
  });
const later = (second: number) => ({ updated_at: `2026-12-02T00:00:0${second}Z` });

/** Takes those bodies, forgets that address, and tells what is left: of the store, and in the bytes of its files. */
function forgetting(bodies: readonly Buffer[], address: string, texts: readonly string[] = [name, address]) {
  const { store, file } = aStore();
  store.take([...bodies.map((one) => received(one)), received(body("another"))]);
  const folder = path.dirname(file);
  const before = filesWith(folder, texts, bodies).length;
  const removed = forgotten(store, address);
  const left = store.bookings.page(0).map(({ booking }) => booking.id);
  // What a kill would leave, and what quitting does.
  const traces = filesWith(folder, texts, bodies);
  store.close();
  return { removed, left, before, traces: [...traces, ...filesWith(folder, texts, bodies)] };
}

describe("whatever told of a customer is forgotten by that address, to the last byte", () => {
  const hers = (email: string, more: object = {}) => ({ customers: [{ name, email }], ...more });
  test.each<[string, Buffer, string]>([
    ["as the customer's", body("b", hers("zeb@example.com")), "zeb@example.com"],
    ["escaped in JSON", body("b", hers('"zeb q"@example.com')), '"zeb q"@example.com'],
    ["in another case beyond ASCII", body("b", hers("ÄRGER@example.com")), "ärger@example.com"],
    [
      "entered in the form only",
      body("b", { attributes: { customer: { name, email: "zeb@example.com" } } }),
      "zeb@example.com",
    ],
    [
      "in the description only",
      body("b", { event: { ...plain, description: `${name}\nEmail: zeb@example.com\n` } }),
      "zeb@example.com",
    ],
    [
      "in a form's answer only",
      body("b", { customers: [{ ...bo[0], guest: `${name} <zeb@example.com>` }] }),
      "zeb@example.com",
    ],
    [
      "where Bookbell reads nothing",
      body("b", { meta: { note: `${name} zeb@example.com` } }),
      "zeb@example.com",
    ],
    ["in a body that cannot be read", Buffer.from(`{"${name}": "zeb@example.com"`), "zeb@example.com"],
  ])("%s", (_, told, address) => {
    const { removed, left, before, traces } = forgetting([told], address);
    expect({ deliveries: removed.deliveries, left, traces }).toEqual({
      deliveries: 1,
      left: ["another"],
      traces: [],
    });
    expect(before).toBeGreaterThan(0);
  });

  test("as the 501st customer of a class", () => {
    const customers = Array.from({ length: 600 }, (_, i) => ({
      name: `Guest ${i}`,
      email: `g${i}@example.net`,
    }));
    const { removed, left, traces } = forgetting([body("class", { customers })], "g500@example.net", [
      "g500@",
    ]);
    expect([removed.bookings, left, traces]).toEqual([1, ["another"], []]);
  });
});

test("a booking that a later delivery gave to somebody else stays with them; what told of the first goes", () => {
  const event = { ...plain, what: `Meeting ${name}`, description: "For her tax return" };
  const bodies = [
    body("b", { customers: [{ name, email: "zeb@example.com", comment: "Call me Zeb" }], event }),
    body("b", { ...later(1), event: null }),
  ];
  const { store, file } = aStore();
  store.take(bodies.map((one) => received(one)));
  expect(forgotten(store, "zeb@example.com")).toEqual({ bookings: 0, deliveries: 1, alerts: 0 });
  expect(store.bookings.get("b")).toMatchObject({
    customer: bo[0],
    subject: "",
    description: "",
    comment: "",
  });
  expect(store.bookings.get("b")?.start).toBe(Date.parse(plain.start));
  expect(store.bookings.search({ text: "Zeb", state: "all", time: "all" }, 0).bookings).toEqual([]);
  expect(store.take([received(bodies[0] as Buffer)])).toEqual([{ verdict: "gone" }]);
  expect(store.bookings.get("b")?.comment).toBe("");
  expect(filesWith(path.dirname(file), [name, "zeb@", "tax return", "Call me"])).toEqual([]);
  store.close();
});

test("the address of a host is not a customer's: the bookings of that host stay, and those as a customer go", () => {
  const nora = "nora.lindqvist@example.com";
  const { store } = aStore();
  const asHost = { user: { id: "u1", name: "Nora", email: nora, timezone: "UTC" } };
  store.take([
    received(body("hosted", asHost)),
    received(body("asked", { customers: [{ name: "Nora", email: nora }] })),
    received(body("own", { ...asHost, customers: [{ name: "Nora", email: nora }] })),
  ]);
  expect(forgotten(store, nora).bookings).toBe(2);
  expect(store.bookings.page(0).map(({ booking }) => booking.id)).toEqual(["hosted"]);
  store.close();
});

test("a booking whose deliveries are no longer kept is forgotten by what is known of it", () => {
  const { store, database } = aStore();
  store.take([received(body("b", { customers: [...bo, { name, email: "zeb@example.com" }] }))]);
  database.exec("DELETE FROM delivery");
  expect(forgotten(store, "zeb@example.com").bookings).toBe(1);
  store.close();
});

test("what an older version left in free pages is overwritten with the first who is forgotten", () => {
  const { store, database, file } = aStore();
  database.exec("PRAGMA secure_delete = OFF; DELETE FROM meta WHERE key = 'wiped'");
  for (let i = 0; i < 50; i++)
    store.take([received(body(`b${i}`, { customers: [{ name, email: "zeb@example.com" }] }))]);
  database.exec("DELETE FROM delivery; DELETE FROM booking; PRAGMA wal_checkpoint(TRUNCATE)");
  const folder = path.dirname(file);
  expect(filesWith(folder, [name])).not.toEqual([]);
  forgotten(store, "somebody@example.com");
  expect(filesWith(folder, [name])).toEqual([]);
  store.close();
});

test("deliveries come in between its slices, and what was cut off is done when it is begun anew", async () => {
  const { store: filling, file } = aStore();
  const many = Array.from({ length: 1_000 }, (_, i) =>
    received(body(`b${i}`, { customers: i % 2 ? [{ name, email: "zeb@example.com" }] : bo })),
  );
  filling.take(many);
  filling.close();
  const cutOff = await openStore(storeWorker, file, () => {});
  const first = await cutOff.upkeep.forget("zeb@example.com", 8, firstStep);
  expect(first.removed.bookings).toBe(100);
  await cutOff.close();

  const store = await openStore(storeWorker, file, () => {});
  const gone: string[] = [];
  const forget = createForget({ store, now: () => 8, onGone: (ids) => gone.push(...ids) });
  const slices: number[] = [];
  const busy = {
    setAside: store.setAside,
    upkeep: {
      forget: async (...args: Parameters<typeof store.upkeep.forget>) => {
        slices.push((await store.take(received(body(`new${slices.length}`)))).verdict === "first" ? 1 : 0);
        return store.upkeep.forget(...args);
      },
    },
  };
  const again = createForget({ store: busy, now: () => 8, onGone: (ids) => gone.push(...ids) });
  expect(await again("zeb@example.com")).toMatchObject({ bookings: 400, deliveries: 400 });
  expect(slices.length).toBeGreaterThan(10);
  expect(slices).not.toContain(0);
  expect(gone).toHaveLength(400);
  expect(await forget("zeb@example.com")).toEqual({ bookings: 0, deliveries: 0, alerts: 0, setAside: 0 });
  await store.close();
  expect(filesWith(path.dirname(file), [name, "zeb@"])).toEqual([]);
});

test("it is not said to be done while another program keeps the journal from being overwritten", () => {
  const { store, file } = aStore();
  store.take([received(body("b", { customers: [{ name, email: "zeb@example.com" }] }))]);
  const other = aStore(file).database;
  other.exec("BEGIN");
  other.prepare("SELECT count(*) FROM booking").get();
  expect(() => forgotten(store, "zeb@example.com")).toThrow(expect.objectContaining({ code: "BUSY" }));
  other.exec("COMMIT");
  forgotten(store, "zeb@example.com");
  expect(filesWith(path.dirname(file), [name])).toEqual([]);
  store.close();
});

describe("damaged files that were set aside", () => {
  const day = 86_400_000;
  const keep = { keepDeliveriesDays: 0, keepBookingsDays: 0 } as const;
  function withSetAside() {
    const { store, file } = aStore();
    const told = (at: number) =>
      received(body(`b${at}`, { created_at: new Date(at), updated_at: new Date(at) }), at);
    const aside = `${file}.damaged-2024-01-01T00-00-00.000Z`;
    copyFileSync(file, aside);
    writeFileSync(`${aside}-wal`, name);
    return { store, aside, told, left: () => [aside, `${aside}-wal`].filter(existsSync) };
  }

  test("are counted when somebody is forgotten, and deleted when that is wanted", () => {
    const { store, left } = withSetAside();
    expect(store.setAside.count()).toBe(1);
    store.setAside.remove();
    expect([store.setAside.count(), left()]).toEqual([0, []]);
    store.close();
  });

  test("go after thirty days by the clock that retention goes by, whatever date their names have", () => {
    const { store, told, left } = withSetAside();
    const start = Date.parse("2026-11-24T12:00:00Z");
    store.take([told(start)]);
    store.upkeep.prune(keep, start);
    // A wrong clock.
    store.upkeep.prune(keep, start + 900 * day);
    for (let days = 1; days <= 30; days++) {
      store.take([told(start + days * day)]);
      store.upkeep.prune(keep, start + days * day);
    }
    expect(left()).toHaveLength(2);
    store.take([told(start + 31 * day)]);
    store.upkeep.prune(keep, start + 31 * day);
    expect(left()).toEqual([]);
    store.close();
  });
});
