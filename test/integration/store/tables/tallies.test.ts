import path from "node:path";
import { expect, test } from "vitest";
import type { TurnedAway } from "../../../../main/bookings/delivery.ts";
import { temporaryFolder } from "../../../support/files.ts";
import { aStore } from "../../../support/store.ts";
import { payload } from "../../../support/timekit-payloads.ts";

const unsigned = (at: number, count = 1): TurnedAway => ({
  tally: "unsigned",
  reason: "signature",
  bytes: 800,
  count,
  at,
});
const none = {
  oldAddress: null,
  unsigned: null,
  malformed: null,
  misdirected: null,
  unreadable: null,
  received: null,
};
const delivery = (more: object = {}) => ({
  source: "timekit" as const,
  receivedAt: 50,
  via: "webhook" as const,
  headers: {},
  body: payload("instant.confirmed"),
  ...more,
});

test("refusals are counted and listed, without anything of what they brought", () => {
  const { store } = aStore();
  expect(store.tallies.get()).toEqual(none);
  store.tallies.turnAway([unsigned(10), { ...unsigned(11), tally: "malformed", reason: "method", bytes: 0 }]);
  store.tallies.turnAway([unsigned(12)]);
  expect(store.tallies.get()).toEqual({
    ...none,
    unsigned: { count: 2, reason: "signature", first: 10, last: 12 },
    malformed: { count: 1, reason: "method", first: 11, last: 11 },
  });
  const { lines } = store.deliveries.page(null);
  expect(lines.map(({ receivedAt, verdict, reason, bytes }) => [receivedAt, verdict, reason, bytes])).toEqual(
    [
      [12, "refused", { code: "signature" }, 800],
      [11, "refused", { code: "method" }, 0],
      [10, "refused", { code: "signature" }, 800],
    ],
  );
  const seq = lines[0]?.seq ?? 0;
  expect(store.deliveries.get(seq)).toMatchObject({ body: "", headers: {}, who: "" });
  expect(store.deliveries.asSent(seq)).toBeNull();
});

test("of a flood the newest 200 are listed, and all are counted", () => {
  const { store, database } = aStore();
  store.tallies.turnAway(Array.from({ length: 150 }, (_, i) => unsigned(i)));
  store.tallies.turnAway(Array.from({ length: 150 }, (_, i) => unsigned(150 + i, 3)));
  expect(store.tallies.get().unsigned).toMatchObject({ count: 600, first: 0, last: 299 });
  const rows = database.prepare("SELECT count(*) AS count, min(received_at) AS oldest FROM delivery").get();
  expect(rows).toEqual({ count: 200, oldest: 100 });
});

test("what came to an old address is counted only", () => {
  const { store } = aStore();
  store.tallies.turnAway([{ tally: "misdirected", reason: "signed", bytes: 9, count: 1, at: 5 }]);
  expect(store.tallies.get().misdirected).toEqual({ count: 1, reason: "signed", first: 5, last: 5 });
  expect(store.deliveries.page(null).lines).toEqual([]);
});

test("a rightly signed delivery ends the refusals, and nothing else does but the user", () => {
  const { store } = aStore();
  store.tallies.turnAway([unsigned(10)]);
  store.take([delivery({ headers: { signature: "right" }, test: true })]);
  store.take([delivery({ via: "catch-up", headers: {} }), delivery({ via: "replay", headers: {} })]);
  store.take([delivery({ headers: { signature: "right" }, body: Buffer.from("no booking") })]);
  expect(store.tallies.get()).toMatchObject({
    unsigned: { count: 1 },
    received: null,
    unreadable: { count: 1 },
  });
  store.take([delivery({ receivedAt: 70, headers: { signature: "right" } })]);
  expect(store.tallies.get()).toMatchObject({ unsigned: null, received: { count: 1, last: 70 } });
  store.tallies.clear("unreadable");
  expect(store.tallies.get().unreadable).toBeNull();
});

test("it is known again after a restart", () => {
  const file = path.join(temporaryFolder(), "bookings.sqlite");
  const first = aStore(file).store;
  first.take([delivery()]);
  first.tallies.turnAway([unsigned(80)]);
  first.close();
  expect(aStore(file).store.tallies.get()).toMatchObject({ unsigned: { last: 80 }, received: { last: 50 } });
});
