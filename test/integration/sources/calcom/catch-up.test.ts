import { expect, test } from "vitest";
import { readCalcom } from "../../../../main/sources/calcom/read.ts";
import { hookWith } from "../../../support/calcom.ts";
import { aCalcomBookbell, minute } from "../../../support/calcom-connected.ts";
import { received } from "../../../support/store.ts";

test("whoever connects is not told of what was there, and of all that changes afterwards, once", async () => {
  const { catchUp, put, pass, kinds, store, fetched, on } = await aCalcomBookbell();
  for (const uid of ["bk_1", "bk_2"]) put(uid);
  pass(minute);
  await catchUp.run();
  expect([kinds(), store.bookings.page(0).length]).toEqual([[], 2]);
  pass(minute);
  put("bk_2", { status: "cancelled" });
  put("bk_3");
  pass(minute);
  await catchUp.run();
  await catchUp.run();
  expect(kinds().sort()).toEqual(["cancelled", "new"]);
  expect(fetched).toEqual([
    [2, true],
    [2, true],
    [0, true],
  ]);
  expect(on()).toMatchObject({ problem: null, unread: 0, caughtUpAt: expect.any(Number) });
});

test("what a webhook told is no news", async () => {
  const { catchUp, put, pass, kinds, store, now } = await aCalcomBookbell();
  await catchUp.run();
  pass(minute);
  put("bk_intro_1");
  store.take([received(hookWith("created", {}, new Date(now() + 300).toISOString()))]);
  pass(minute);
  await catchUp.run();
  expect(kinds()).toEqual(["new"]);
});

test("a move without a webhook is told as one", async () => {
  const { catchUp, put, pass, store } = await aCalcomBookbell();
  put("bk_1");
  pass(minute);
  await catchUp.run();
  pass(minute);
  put("bk_1", { status: "cancelled", rescheduledToUid: "bk_2" });
  put("bk_2", { rescheduledFromUid: "bk_1", start: "2026-12-09T10:00:00Z", end: "2026-12-09T10:30:00Z" });
  pass(minute);
  await catchUp.run();
  expect(store.alerts.owed().map(({ change }) => [change.kind, change.otherHalf])).toEqual([
    ["moved", "calcom:bk_1"],
  ]);
});

test("a run that breaks off says so, and the next one has it all", async () => {
  const { catchUp, put, pass, kinds, calcom, on, memory, world } = await aCalcomBookbell();
  await catchUp.run();
  const { watermark } = memory.get();
  pass(minute);
  put("bk_1");
  calcom.fault({ at: /bookings/, how: { status: 503 }, times: 4 });
  await catchUp.run();
  expect([on().problem, memory.get().watermark]).toEqual([{ code: "calcom-busy" }, watermark]);
  world.fault = Object.assign(new Error("full"), { code: "SQLITE_FULL" });
  await catchUp.run();
  expect(on().problem).toEqual({ code: "store-closed" });
  world.fault = null;
  await catchUp.run();
  expect([on().problem, kinds()]).toEqual([null, ["new"]]);
});

test("what cannot be read is counted, and does not keep the others out", async () => {
  const { catchUp, put, pass, on, fetched, store } = await aCalcomBookbell();
  await catchUp.run();
  pass(minute);
  put("bk_odd", { status: 7 });
  put("bk_1");
  pass(minute);
  await catchUp.run();
  expect([on().unread, fetched.at(-1), store.bookings.page(0).length]).toEqual([1, [1, false], 1]);
});

test("it is time again after ten minutes, and not while the key is refused", async () => {
  const { catchUp, pass, connection, calcom } = await aCalcomBookbell();
  expect(catchUp.isDue()).toBe(true);
  await catchUp.run();
  expect(catchUp.isDue()).toBe(false);
  pass(11 * minute);
  expect(catchUp.isDue()).toBe(true);
  connection.off();
  const asked = calcom.requests.length;
  await catchUp.run();
  expect(calcom.requests.length).toBe(asked);
});

test("every body that was asked for can be read again from the log", async () => {
  const { catchUp, put, store } = await aCalcomBookbell();
  put("bk_1");
  await catchUp.run();
  const [line] = store.deliveries.page(null).lines;
  const body = line && store.deliveries.get(line.seq)?.body;
  expect(body && readCalcom(Buffer.from(body))?.ok).toBe(true);
});
