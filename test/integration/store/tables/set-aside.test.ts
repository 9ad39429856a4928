import { expect, test } from "vitest";
import type { Delivery } from "../../../../main/bookings/delivery.ts";
import { aStore } from "../../../support/store.ts";
import { payload } from "../../../support/timekit-payloads.ts";

const relayed = (changes: Partial<Delivery> = {}): Delivery => ({
  source: "timekit",
  receivedAt: 7,
  via: "relay",
  headers: { "x-timekit-signature": "abc" },
  body: payload("instant.confirmed"),
  ...changes,
});
const unsigned = relayed({ setAside: { code: "unsigned" } });
const verdicts = (store: ReturnType<typeof aStore>["store"]) =>
  store.deliveries.page(null).lines.map(({ verdict, reason }) => [verdict, reason?.code ?? null]);

test("what is set aside is kept, counted as unsigned, and is no booking", () => {
  const { store } = aStore();
  expect(store.take([unsigned])).toEqual([{ verdict: "unreadable", reason: { code: "unsigned" } }]);
  expect(verdicts(store)).toEqual([["unreadable", "unsigned"]]);
  expect(store.alerts.owed()).toEqual([]);
  expect(store.tallies.get()).toMatchObject({ unsigned: { count: 1 }, unreadable: null, received: null });
  const [kept] = store.deliveries.unsigned(0);
  expect(kept).toMatchObject({ source: "timekit", receivedAt: 7, headers: unsigned.headers });
  expect(Buffer.from(kept?.body ?? []).equals(unsigned.body)).toBe(true);
  expect(store.deliveries.unsigned(kept?.seq ?? 0)).toEqual([]);
  store.close();
});

test("the same once more is not kept twice", () => {
  const { store } = aStore();
  store.take([unsigned]);
  store.take([unsigned]);
  expect(verdicts(store)).toEqual([["unreadable", "unsigned"]]);
  store.close();
});

test("nobody can have it taken in from the log", () => {
  const { store } = aStore();
  store.take([unsigned]);
  expect(store.deliveries.asSent(store.deliveries.unsigned(0)[0]?.seq ?? 0)).toBeNull();
  store.close();
});

test.each(["unsigned", "unread"] as const)(
  "once it is taken in, what was set aside as %s is gone",
  (code) => {
    const { store } = aStore();
    store.take([relayed({ setAside: { code } })]);
    expect(store.take([relayed()])).toMatchObject([{ verdict: "first" }]);
    expect(verdicts(store)).toEqual([["first", null]]);
    store.close();
  },
);

test("two weeks of a wrong secret are kept, beside what strangers send", () => {
  const { store } = aStore();
  const of = (i: number) => Buffer.from(`{"id":"${i}"}`);
  store.take(Array.from({ length: 500 }, (_, i) => relayed({ body: of(i), setAside: { code: "unsigned" } })));
  store.take(Array.from({ length: 300 }, (_, i) => relayed({ body: Buffer.from(`not json ${i}`) })));
  expect(store.deliveries.unsigned(0)).toHaveLength(50);
  let seen = 0;
  for (
    let some = store.deliveries.unsigned(0);
    some.length > 0;
    some = store.deliveries.unsigned(some.at(-1)?.seq ?? 0)
  )
    seen += some.length;
  expect(seen).toBe(500);
  store.close();
});

test("what came through a relay says nothing of this computer's clock, and counts as received", () => {
  const { store } = aStore();
  store.take([relayed()]);
  expect(store.deliveries.arrivals()).toEqual([]);
  expect(store.tallies.get()).toMatchObject({ received: { count: 1 } });
  store.close();
});
