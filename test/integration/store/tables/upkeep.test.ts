import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { at } from "../../../support/bookings.ts";
import { aStore, forgotten, received } from "../../../support/store.ts";
import { payload, payloadWith } from "../../../support/timekit-payloads.ts";

const booking = (id: string, changes: object = {}, receivedAt = 7) =>
  received(payloadWith("instant.confirmed", { id, ...changes }), receivedAt);
const customer = (email: string) => [{ name: "Ann", email }];

describe("the delivery log", () => {
  test("shows the newest first, a page at a time, with verdict, change and lateness", () => {
    const { store } = aStore();
    const updatedAt = at("2026-12-01T09:41:08Z");
    store.take([
      booking("a", {}, updatedAt + 2_000),
      booking("a", {}, updatedAt + 9_000),
      received(Buffer.from("{")),
    ]);
    const { lines, more } = store.deliveries.page(null);
    expect(more).toBe(false);
    expect(lines).toMatchObject([
      {
        verdict: "unreadable",
        reason: { code: "not-json" },
        change: null,
        who: "",
        lateBy: null,
      },
      { verdict: "duplicate", who: "Sam Okafor", change: null, lateBy: 9_000 },
      {
        verdict: "first",
        who: "Sam Okafor",
        change: "new",
        lateBy: 2_000,
        bookingId: "a",
        bytes: booking("a").body.length,
      },
    ]);
    for (let i = 0; i < 60; i++) store.take([booking(`b${i}`)]);
    const page = store.deliveries.page(null);
    expect([page.lines.length, page.more]).toEqual([50, true]);
    expect(store.deliveries.page(page.lines.at(-1)?.seq ?? 0).lines).toHaveLength(13);
    store.close();
  });

  test("opens a delivery to its bytes as received", () => {
    const { store } = aStore();
    const headers = { "user-agent": "Timekit" };
    store.take([{ ...received(payload("instant.confirmed")), headers }]);
    expect(store.deliveries.get(1)).toMatchObject({ headers, body: String(payload("instant.confirmed")) });
    expect(Buffer.from(store.deliveries.asSent(1)?.body ?? []).equals(payload("instant.confirmed"))).toBe(
      true,
    );
    expect([store.deliveries.get(2), store.deliveries.asSent(2)]).toEqual([null, null]);
    store.close();
  });
});

describe("a delivery that comes again", () => {
  const newer = { updated_at: "2026-12-02T10:00:00Z", padding: randomBytes(50_000).toString("base64") };
  /** The same old one four times, with a newer one after the second. */
  function aStoreWithRepeats() {
    const at = aStore();
    const older = { padding: randomBytes(50_000).toString("base64") };
    const deliveries = [{}, {}, newer, {}, {}].map((changes, i) =>
      booking("a", { ...older, ...changes }, i + 1),
    );
    at.store.take(deliveries);
    const kept = () =>
      at.database
        .prepare("SELECT seq FROM delivery WHERE length(body) > 0 ORDER BY seq")
        .all()
        .map((row) => (row as { seq: number }).seq);
    const opened = (seq: number) =>
      at.store.deliveries.get(seq)?.body === String(deliveries[seq - 1]?.body) &&
      Buffer.from(at.store.deliveries.asSent(seq)?.body ?? []).equals(deliveries[seq - 1]?.body as Buffer);
    return { ...at, kept, opened };
  }

  test("keeps no second body, whether it is the newest or long outdated, and is opened to its bytes", () => {
    const { store, kept, opened } = aStoreWithRepeats();
    const { lines } = store.deliveries.page(null);
    expect(lines.map(({ verdict }) => verdict)).toEqual(["stale", "stale", "newer", "duplicate", "first"]);
    expect(kept()).toEqual([1, 3]);
    expect([1, 2, 3, 4, 5].map(opened)).toEqual([true, true, true, true, true]);
    store.close();
  });

  test("has the body to itself once the first is gone, and leaves nothing when its customer is forgotten", () => {
    const { store, database, kept, opened } = aStoreWithRepeats();
    const remove = database.prepare("DELETE FROM delivery WHERE seq = ?");
    const left = [1, 2, 4].map((seq) => {
      remove.run(seq);
      return [kept(), opened(3), opened(5)];
    });
    expect(left).toEqual([
      [[2, 3], true, true],
      [[3, 4], true, true],
      [[3, 5], true, true],
    ]);
    store.take([booking("b"), booking("b")]);
    expect(forgotten(store, store.bookings.get("a")?.customer?.email ?? "")).toMatchObject({
      bookings: 2,
      deliveries: 4,
    });
    expect(store.deliveries.page(null).lines).toEqual([]);
    store.close();
  });
});

test("what cannot be read is bounded in number and in bytes, the oldest out", () => {
  const { store } = aStore();
  const junk = (i: number, size: number) => received(Buffer.from(`{${i}${" ".repeat(size)}`));
  for (let i = 0; i < 210; i++) store.take([junk(i, 1)]);
  expect(store.upkeep.counts()).toMatchObject({ "delivery unreadable": 200 });
  expect(store.deliveries.get(10)).toBeNull();
  for (let i = 0; i < 50; i++) store.take([junk(i, 250_000)]);
  const kept = store.upkeep.counts()["delivery unreadable"] ?? 0;
  expect(kept).toBeGreaterThan(20);
  expect(kept * 250_000).toBeLessThanOrEqual(8 * 1024 * 1024);
  store.close();
});

describe("forgetting a customer", () => {
  test("never gives the number of a forgotten change to another, which would count as told", () => {
    const { store, file } = aStore();
    store.take([booking("hers", { customers: customer("ann@example.net") })]);
    const last = store.alerts.owed()[0]?.seq ?? 0;
    forgotten(store, "ann@example.net");
    store.close();
    const again = aStore(file).store;
    again.take([booking("his", { customers: customer("bo@example.net") })]);
    expect(again.alerts.owed()[0]?.seq).toBeGreaterThan(last);
    again.close();
  });

  test("removes every trace of them, and says how many", () => {
    const { store, file } = aStore();
    store.take([
      booking("hers", { customers: customer("Ann@Example.net") }),
      booking("hers", {
        customers: customer("Ann@Example.net"),
        state: "cancelled",
        updated_at: "2026-12-02T00:00:00Z",
      }),
      booking("shared", {
        customers: [{ name: "Bo", email: "bo@example.net" }, ...customer("ann@example.net")],
      }),
      booking("his", { customers: customer("bo@example.net") }),
      booking("similar", { customers: customer("joann@example.net") }),
      received(Buffer.from('{"broken": "ann@example.net"')),
    ]);
    expect(forgotten(store, " ann@example.net ")).toEqual({ bookings: 2, deliveries: 4, alerts: 3 });
    expect(store.bookings.page(0).map(({ booking }) => booking.id)).toEqual(["his", "similar"]);
    expect(forgotten(store, "ann@example.net")).toEqual({ bookings: 0, deliveries: 0, alerts: 0 });
    const bytes = readFileSync(file);
    expect(bytes.includes("joann@example.net")).toBe(true);
    expect(bytes.includes("Ann@Example.net")).toBe(false);
    store.close();
  });

  test("takes the address as text, not as a pattern", () => {
    const { store } = aStore();
    store.take([
      booking("a", { customers: customer("a_b@example.net") }),
      booking("b", { customers: customer("axb@example.net") }),
    ]);
    expect(forgotten(store, "a_b@example.net").bookings).toBe(1);
    expect(forgotten(store, "%").bookings).toBe(0);
    store.close();
  });
});
