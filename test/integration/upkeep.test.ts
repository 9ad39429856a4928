import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { at } from "../support/bookings.ts";
import { aStore, received } from "../support/store.ts";
import { payload, payloadWith } from "../support/timekit-payloads.ts";

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
    const { lines, more } = store.deliveries(null);
    expect(more).toBe(false);
    expect(lines).toMatchObject([
      {
        verdict: "unreadable",
        reason: "The body is not JSON in UTF-8.",
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
    const page = store.deliveries(null);
    expect([page.lines.length, page.more]).toEqual([50, true]);
    expect(store.deliveries(page.lines.at(-1)?.seq ?? 0).lines).toHaveLength(13);
    store.close();
  });

  test("opens a delivery to its bytes as received", () => {
    const { store } = aStore();
    const headers = { "user-agent": "Timekit" };
    store.take([{ ...received(payload("instant.confirmed")), headers }]);
    expect(store.delivery(1)).toMatchObject({ headers, body: String(payload("instant.confirmed")) });
    expect(Buffer.from(store.rawBody(1) ?? []).equals(payload("instant.confirmed"))).toBe(true);
    expect([store.delivery(2), store.rawBody(2)]).toEqual([null, null]);
    store.close();
  });
});

test("what cannot be read is bounded in number and in bytes, the oldest out", () => {
  const { store } = aStore();
  const junk = (i: number, size: number) => received(Buffer.from(`{${i}${" ".repeat(size)}`));
  for (let i = 0; i < 210; i++) store.take([junk(i, 1)]);
  expect(store.counts()).toMatchObject({ "delivery unreadable": 200 });
  expect(store.delivery(10)).toBeNull();
  for (let i = 0; i < 50; i++) store.take([junk(i, 250_000)]);
  const kept = store.counts()["delivery unreadable"] ?? 0;
  expect(kept).toBeGreaterThan(20);
  expect(kept * 250_000).toBeLessThanOrEqual(8 * 1024 * 1024);
  store.close();
});

describe("forgetting a customer", () => {
  test("never gives the number of a forgotten change to another, which would count as told", () => {
    const { store, file } = aStore();
    store.take([booking("hers", { customers: customer("ann@example.net") })]);
    const last = store.owedAlerts()[0]?.seq ?? 0;
    store.forget("ann@example.net");
    store.close();
    const again = aStore(file).store;
    again.take([booking("his", { customers: customer("bo@example.net") })]);
    expect(again.owedAlerts()[0]?.seq).toBeGreaterThan(last);
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
    expect(store.forget(" ann@example.net ")).toEqual({ bookings: 2, deliveries: 4, alerts: 3 });
    expect(store.bookingsAfter(0).map(({ booking }) => booking.id)).toEqual(["his", "similar"]);
    expect(store.forget("ann@example.net")).toEqual({ bookings: 0, deliveries: 0, alerts: 0 });
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
    expect(store.forget("a_b@example.net").bookings).toBe(1);
    expect(store.forget("%").bookings).toBe(0);
    store.close();
  });
});
