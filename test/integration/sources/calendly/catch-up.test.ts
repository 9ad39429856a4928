import { expect, test } from "vitest";
import { nora } from "../../../support/calendly-api.ts";
import { withEnd } from "../../../support/calendly-api-bookings.ts";
import { aCalendlyBookbell } from "../../../support/calendly-bookbell.ts";
import { fromCalendly } from "../../../support/calendly-store.ts";

const minute = 60_000;
const hour = 60 * minute;

/** The invitee cancels, and no webhook tells of it. */
const cancelled = ({ calendly }: Awaited<ReturnType<typeof aCalendlyBookbell>>, id: string) => {
  const end = { canceled_by: "Sam", reason: "Ill", canceler_type: "invitee", created_at: calendly.moment() };
  return calendly.put(withEnd(calendly.bookingAt(id), end), "invitee.canceled");
};

test("whoever connects is not told of the bookings that were there before, and of all that change afterwards", async () => {
  const at = await aCalendlyBookbell();
  const { calendly, catchUp, kinds, bookings, fetched, pass } = at;
  await calendly.book("E1");
  await calendly.book("E2");
  pass(minute);
  await catchUp.run();
  expect([kinds(), bookings().length, fetched.splice(0)]).toEqual([[], 2, [[2, true]]]);
  pass(hour);
  await cancelled(at, "E1");
  await calendly.book("E3");
  await catchUp.run();
  await catchUp.run();
  expect([kinds(), fetched]).toEqual([
    ["cancelled", "new"],
    [
      [2, true],
      [0, true],
    ],
  ]);
  expect(bookings()[0]).toMatchObject({
    id: "calendly:E1.E1-sam",
    by: "customer",
    answers: [{ text: "Ill" }, {}, {}],
  });
});

test("what a webhook has brought is known, and nothing is told twice in either order", async () => {
  const { calendly, catchUp, kinds, store, pass, now, database } = await aCalendlyBookbell();
  await catchUp.run();
  pass(hour);
  await calendly.book("E1");
  const { event, invitee } = calendly.bookingAt("E1");
  const payload = { ...invitee, scheduled_event: event };
  const posted = { event: "invitee.created", created_at: calendly.moment(), created_by: nora.uri, payload };
  const body = Buffer.from(JSON.stringify(posted));
  await catchUp.run();
  store.take([fromCalendly(body, now())]);
  expect(kinds()).toEqual(["new"]);
  await catchUp.run();
  expect(kinds()).toEqual(["new"]);
  const { count } = database.prepare("SELECT count(*) AS count FROM delivery").get() as { count: number };
  expect(count).toBe(2);
});

test("a run that breaks off says why, and the next one begins where it did", async () => {
  const { calendly, catchUp, on, memory, fetched, kinds, pass } = await aCalendlyBookbell();
  await catchUp.run();
  const { watermark } = memory.get();
  pass(hour);
  await calendly.book("E1");
  calendly.fault({ at: /invitees/, how: { status: 503, body: "" }, times: 4 });
  await catchUp.run();
  expect(on()).toMatchObject({ problem: { code: "calendly-busy" } });
  expect([memory.get().watermark, fetched]).toEqual([watermark, [[0, true]]]);
  await catchUp.run();
  expect([kinds(), on().problem, on().unread]).toEqual([["new"], null, 0]);
});

test("what came within a gap is counted when that is over", async () => {
  const { calendly, catchUp, world, fetched, pass } = await aCalendlyBookbell();
  await catchUp.run();
  world.gap = true;
  pass(hour);
  await calendly.book("E1");
  await catchUp.run();
  world.gap = false;
  await catchUp.run();
  await catchUp.run();
  expect(fetched.map(([count]) => count)).toEqual([0, 1, 1, 0]);
});

test("a list without an end is asked for ever more seldom, and that is said", async () => {
  const { calendly, catchUp, on, pass } = await aCalendlyBookbell({ endless: true });
  await calendly.book("E1");
  await catchUp.run();
  expect(on()).toMatchObject({ problem: { code: "calendly-endless" }, caughtUpAt: null });
  pass(11 * minute);
  expect(catchUp.isDue()).toBe(false);
  pass(10 * minute);
  expect(catchUp.isDue()).toBe(true);
});

test("a store that stumbles over one booking keeps the others; one that is closed breaks it off", async () => {
  const { calendly, catchUp, world, on, faults, fetched } = await aCalendlyBookbell();
  await calendly.book("E1");
  world.fault = Object.assign(new TypeError("A fault of ours."), { code: "ERR_OURS" });
  await catchUp.run();
  expect([on().unread, faults.length, fetched]).toEqual([1, 1, [[0, false]]]);
  world.fault = Object.assign(new Error("full"), { code: "disk-full" });
  await catchUp.run();
  expect(on().problem).toMatchObject({ code: "store-closed" });
});

test("nothing is asked without a token that is good", async () => {
  const { calendly, catchUp, connection, fetched } = await aCalendlyBookbell();
  connection.off();
  const asked = calendly.requests.length;
  await catchUp.run();
  expect([calendly.requests.length, fetched]).toEqual([asked, []]);
});

test("who books a class beside others is no news of those, and no delivery", async () => {
  const { calendly, catchUp, kinds, fetched, database, pass } = await aCalendlyBookbell();
  const group = { invitees_counter: { total: 2, active: 2, limit: 9 } };
  await catchUp.run();
  pass(hour);
  await calendly.book("C1", group);
  await catchUp.run();
  pass(hour);
  await calendly.book("C1", group, "ann");
  await catchUp.run();
  await catchUp.run();
  expect([kinds(), fetched.map(([count]) => count)]).toEqual([
    ["new", "new"],
    [0, 1, 1, 0],
  ]);
  const { count } = database.prepare("SELECT count(*) AS count FROM delivery").get() as { count: number };
  expect(count).toBe(2);
  pass(hour);
  await calendly.book("C1", { ...group, location: { type: "physical", location: "Elsewhere" } }, "bea");
  await catchUp.run();
  expect(kinds().slice(2).sort()).toEqual(["details", "details", "new"]);
});
