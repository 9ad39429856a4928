import { expect, test } from "vitest";
import type { Gap } from "../../../../common/tunnel.ts";
import { aBookbell, day, minute } from "../../../support/caught-up.ts";

test("what was missed is fetched and merged as a webhook would be, once, and only news count", async () => {
  const { catchUp, put, pass, fetched, within, kinds, database, timekit, on, kept } = await aBookbell();
  await catchUp.run();
  pass(minute);
  await put(1);
  await put(2);
  await catchUp.run();
  await catchUp.run();
  expect(fetched.splice(0)).toEqual([
    [0, true],
    [2, true],
    [0, true],
  ]);
  pass(minute);
  await put(1, { state: "cancelled" });
  await catchUp.run();
  expect(fetched.splice(0)).toEqual([[1, true]]);
  expect(kinds()).toEqual(["new", "new", "cancelled"]);
  const { count } = database.prepare("SELECT count(*) AS count FROM delivery").get() as { count: number };
  expect(count).toBe(3);

  within.gap = true;
  pass(minute);
  await put(3);
  await catchUp.run();
  within.gap = false;
  await put(4);
  await catchUp.run();
  await catchUp.run();
  // What came within a gap is counted when it is over, and once.
  expect(fetched.splice(0).map(([count]) => count)).toEqual([1, 2, 0]);

  timekit.fault({ times: 9, how: { status: 503, body: "" } });
  await catchUp.run();
  expect(on().problem).toMatchObject({ code: "timekit-busy" });
  // A run that failed has asked about nothing.
  expect(fetched).toEqual([]);
  expect(kept.get("watermark")).not.toBeNull();
});

test("whoever connects is not told of the bookings that were there before, and of all that change afterwards", async () => {
  const { catchUp, put, pass, kinds, store } = await aBookbell();
  for (const n of [1, 2, 3]) await put(n);
  pass(5 * minute);
  await catchUp.run();
  expect([kinds(), store.bookings.page(0).length, store.news.unseen(0).length]).toEqual([[], 3, 0]);
  pass(minute);
  await put(2, { state: "cancelled" });
  await catchUp.run();
  expect(kinds()).toEqual(["cancelled"]);
});

test("a first run that breaks off tells nothing twice, and hides nothing that changes until the next", async () => {
  const { catchUp, put, pass, kinds, timekit } = await aBookbell();
  await put(1);
  timekit.fault({ at: /bookings/, times: 4, how: { status: 503, body: "" } });
  pass(minute);
  await catchUp.run();
  pass(minute);
  await put(2);
  await catchUp.run();
  expect(kinds()).toEqual(["new"]);
});

test("bookings that did not count until now are listed, from before too, and only news of them are told", async () => {
  const { catchUp, put, pass, kinds, store, connection } = await aBookbell();
  const user = (id: string) => ({ user: { id, name: id } });
  connection.choose({ id: "me", name: "Me" });
  await put(2, user("you"));
  pass(minute);
  await put(1, user("me"));
  pass(minute);
  await catchUp.run();
  expect(store.bookings.page(0)).toHaveLength(1);
  pass(60 * minute);
  await put(3, user("you"));
  connection.choose(null);
  await catchUp.run();
  expect([store.bookings.page(0).length, kinds()]).toEqual([3, ["new"]]);
});

test("what cannot be read is kept once, counted, and said for as long as it is so", async () => {
  const odd: unknown[] = [{ id: null }, null];
  const { catchUp, put, pass, fetched, database, on, store } = await aBookbell({ odd });
  await put(1);
  for (let i = 0; i < 3; i++) {
    pass(10 * minute);
    await catchUp.run();
  }
  expect(on()).toMatchObject({ unread: 2, problem: null });
  expect([fetched[0], store.bookings.page(0).length]).toEqual([[1, false], 1]);
  const kept = database.prepare("SELECT count(*) AS count FROM delivery WHERE verdict = 'unreadable'").get();
  expect(kept).toEqual({ count: 2 });
  odd.length = 0;
  await catchUp.run();
  expect(on()).toMatchObject({ unread: 0, problem: null });
});

test("a row that is nested without end is stepped over, kept and counted like any that cannot be read", async () => {
  const { catchUp, put, pass, timekit, database, on, store, faults } = await aBookbell();
  await put(1);
  pass(minute);
  const [row] = [...timekit.bookings.values()].map((booking) => JSON.stringify(booking));
  const nested = `${"[".repeat(13_000)}${"]".repeat(13_000)}`;
  const bad = `{"id":"deep","graph":"instant","state":"confirmed","meta":${nested}}`;
  const body = `{"data":[${bad},${row}],"total":2,"next_page_url":null}`;
  timekit.fault({
    at: /bookings\?/,
    how: { status: 200, headers: { "content-type": "application/json" }, body },
  });
  await catchUp.run();
  expect(on()).toMatchObject({ unread: 1, problem: null });
  expect(store.bookings.page(0)).toHaveLength(1);
  expect(faults).toEqual([]);
  expect(database.prepare("SELECT reason FROM delivery WHERE verdict = 'unreadable'").all()).toEqual([
    { reason: '{"code":"too-deep","levels":64}' },
  ]);
});

test("a list without an end is said, and asked for ever more seldom", async () => {
  const { catchUp, put, pass, on, fetched } = await aBookbell({ endless: "circle" });
  await put(1);
  const pauses: number[] = [];
  for (let i = 0; i < 9; i++) {
    await catchUp.run();
    for (pauses.push(0); !catchUp.isDue(); pauses.push((pauses.pop() ?? 0) + 10)) pass(10 * minute);
  }
  expect(pauses).toEqual([20, 40, 80, 160, 320, 640, 1_280, 1_440, 1_440]);
  expect(on()).toMatchObject({ problem: { code: "timekit-endless" }, caughtUpAt: null });
  expect(fetched.every(([, whole]) => !whole)).toBe(true);
});

test("a disk that takes nothing is not told as Timekit's fault, and nothing is lost", async () => {
  const { catchUp, put, on, world, store } = await aBookbell();
  await put(1);
  world.fault = Object.assign(new Error("database or disk is full"), { code: "FULL" });
  await catchUp.run();
  expect(on()).toMatchObject({ problem: { code: "store-closed" } });
  world.fault = null;
  await catchUp.run();
  expect([on().problem, store.bookings.page(0).length]).toEqual([null, 1]);
});

test("once a day the soonest bookings are asked for one by one, so that a list that keeps changes back is found out", async () => {
  const hidden = new Set<string>();
  const { catchUp, put, pass, kinds, timekit } = await aBookbell({ hidden });
  for (const n of [1, 2, 3]) await put(n);
  pass(minute);
  await catchUp.run();
  pass(minute);
  await put(4);
  pass(20 * minute);
  hidden.add("00000000-0000-4000-8000-000000000002");
  await put(2, { state: "cancelled" });
  pass(20 * minute);
  await put(5);
  await catchUp.run();
  expect(kinds()).toEqual(["new", "new", "cancelled"]);
  const single = () => timekit.requests.filter(({ path }) => /bookings\/0/.test(path)).length;
  expect(single()).toBe(5);
  await put(6);
  await catchUp.run();
  expect(single()).toBe(5);
  // Three are not over yet.
  pass(day - minute);
  await put(7);
  pass(minute);
  await catchUp.run();
  expect(single()).toBe(8);
});

test.each<[string, (now: number) => object]>([
  ["a date in the future", (now) => ({ updated_at: new Date(now + 200 * day).toISOString() })],
  ["no date", () => ({ updated_at: undefined })],
])(
  "a forged end with %s pins nothing: Timekit is asked, and the booking is as it says",
  async (_what, dated) => {
    const { catchUp, put, pass, kinds, timekit, store, now, kept } = await aBookbell();
    await put(1);
    pass(minute);
    await catchUp.run();
    const [row] = [...timekit.bookings.values()];
    const forged = { ...row, state: "cancelled", ...dated(now()) };
    const body = Buffer.from(JSON.stringify(forged));
    store.take([{ source: "timekit", receivedAt: now(), via: "webhook", headers: {}, body }]);
    const status = () => store.bookings.page(0).map(({ booking }) => booking.status);
    expect(status()).toEqual(["cancelled"]);
    pass(20 * minute);
    const watermark = kept.get("watermark");
    await catchUp.run();
    expect(status()).toEqual(["confirmed"]);
    expect(kinds()).toEqual(["cancelled", "confirmed"]);
    // Its list is believed as before.
    expect(kept.get("watermark")).toBe(watermark);
    pass(minute);
    await put(1, { state: "cancelled" });
    await catchUp.run();
    expect(status()).toEqual(["cancelled"]);
  },
);

test("a forged end in the year 9999 changes nothing, and is over when it is forgotten", async () => {
  const { catchUp, put, pass, kinds, timekit, store, now } = await aBookbell();
  await put(1);
  pass(minute);
  await catchUp.run();
  const [row] = [...timekit.bookings.values()];
  pass(minute);
  await put(1);
  await catchUp.run();
  const forged = { ...row, state: "cancelled", updated_at: "9999-12-31T00:00:00+0000" };
  store.take([
    {
      source: "timekit",
      receivedAt: now(),
      via: "webhook",
      headers: {},
      body: Buffer.from(JSON.stringify(forged)),
    },
  ]);
  expect(kinds()).not.toContain("cancelled");
  expect(store.bookings.page(0).map(({ booking }) => booking.status)).toEqual(["confirmed"]);
});

test("a change of which no webhook told is counted until one comes, but none that has an excuse", async () => {
  const { catchUp, put, pass, on, world, now, connection } = await aBookbell();
  await catchUp.run();
  world.receivingSince = now();
  pass(5 * minute);
  await put(1);
  await put(2, { state: "completed" });
  pass(5 * minute);
  await put(3);
  await catchUp.run();
  // Number 2 is over, for which no webhook is needed, and that for 3 may still be on its way.
  expect(on().onlyByAsking).toBe(1);
  const asleep: Gap = { from: now(), to: now() + 20 * minute, reason: "asleep", fetched: null, whole: true };
  pass(10 * minute);
  await put(4);
  world.gaps = [asleep];
  pass(20 * minute);
  await catchUp.run();
  expect(on().onlyByAsking).toBe(1);
  await put(1, { state: "cancelled" });
  await put(4, { state: "cancelled" });
  pass(5 * minute);
  await catchUp.run();
  expect(on().onlyByAsking).toBe(2);
  connection.posted();
  expect(on().onlyByAsking).toBe(0);
});
