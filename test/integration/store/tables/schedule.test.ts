import { expect, test } from "vitest";
import type { Resource } from "../../../../common/timekit.ts";
import { at } from "../../../support/bookings.ts";
import { aStore, received } from "../../../support/store.ts";
import { payload, payloadWith } from "../../../support/timekit-payloads.ts";

const now = at("2026-11-24T12:00:00Z");
const day = (date: string) => ({ first: date, last: date });

function booking(id: string, date: string, more: object = {}) {
  const event = { start: `${date}T09:00:00Z`, end: `${date}T10:00:00Z` };
  return received(payloadWith("instant.confirmed", { id, event, ...more }));
}
function storeWith(...deliveries: ReturnType<typeof received>[]) {
  const { store } = aStore();
  store.take(deliveries);
  const days = (first: string, last: string, resource: Resource | null = null, zone = "UTC") =>
    store.schedule.days({ first, last }, now, zone, resource);
  return { store, days };
}

test("a stretch of the list knows the nearest dates outside on which there is anything, however far", () => {
  const { store, days } = storeWith(
    booking("long ago", "2024-02-29"),
    booking("one", "2026-11-24"),
    booking("two", "2026-11-25"),
    booking("ahead", "2031-01-02"),
  );
  const found = days("2026-11-25", "2026-11-30");
  expect(found.days.map(({ date, items }) => [date, items.map((item) => item.booking.id)])).toEqual([
    ["2026-11-25", ["two"]],
  ]);
  expect([found.before, found.after]).toEqual(["2026-11-24", "2031-01-02"]);
  expect(days("2024-02-29", "2026-11-24")).toMatchObject({ before: null, after: "2026-11-25" });
  expect(days("2026-12-01", "2031-01-02")).toMatchObject({ before: "2026-11-25", after: null });
  expect(days("2026-01-01", "2026-01-02")).toMatchObject({
    days: [],
    before: "2024-02-29",
    after: "2026-11-24",
  });
  store.close();
});

test.each(["America/Los_Angeles", "Pacific/Auckland"])(
  "in %s what lasts over the edge of a stretch is in it, and beyond it on the next day",
  (zone) => {
    const event = { start: "2026-11-20T09:00:00Z", end: "2026-11-24T12:00:00Z" };
    const { store, days } = storeWith(received(payloadWith("instant.confirmed", { id: "trip", event })));
    const found = days("2026-11-21", "2026-11-22", null, zone);
    expect(found.days.map(({ date }) => date)).toEqual(["2026-11-21", "2026-11-22"]);
    expect([found.before, found.after]).toEqual(["2026-11-20", "2026-11-23"]);
    store.close();
  },
);

test("what is somebody else's is neither shown nor near", () => {
  const user = (id: string) => ({ user: { id, name: id, timezone: "UTC" } });
  const { store, days } = storeWith(
    booking("mine", "2026-11-24", user("me")),
    booking("theirs", "2026-11-25", user("they")),
    booking("mine later", "2026-11-28", user("me")),
  );
  const found = days("2026-11-24", "2026-11-24", { id: "me", name: "Me" });
  expect(found).toMatchObject({ before: null, after: "2026-11-28" });
  expect(days("2026-11-25", "2026-11-25", { id: "me", name: "Me" }).days).toEqual([]);
  expect(
    store.schedule.dots({ first: "2026-11-24", last: "2026-11-28" }, "UTC", { id: "me", name: "" }),
  ).toEqual([
    { date: "2026-11-24", count: 1, projects: [expect.anything()] },
    { date: "2026-11-28", count: 1, projects: [expect.anything()] },
  ]);
  store.close();
});

test("the two halves of a move know each other, in today's list and in the others", () => {
  const { store, days } = storeWith(
    received(payload("variants/reschedule.by-link.1-old")),
    received(payload("variants/reschedule.by-link.2-new")),
  );
  const items = days("2000-01-01", "2100-01-01").days.flatMap((one) => one.items);
  const [old, fresh] = ["000000000001", "000000000002"].map((end) =>
    items.find((item) => item.booking.id.endsWith(end)),
  );
  expect(old?.move).toEqual({
    way: "to",
    id: fresh?.booking.id,
    start: fresh?.booking.start,
    allDay: false,
    by: "customer",
  });
  expect(fresh?.move).toEqual({
    way: "from",
    id: old?.booking.id,
    start: old?.booking.start,
    allDay: false,
    by: "customer",
  });
  const today = store.schedule.today((fresh?.booking.start ?? 0) - 1, "UTC", null);
  expect(today.items.find((item) => item.booking.id === fresh?.booking.id)?.move).toEqual(fresh?.move);
  store.close();
});

test("a booking that kept its name while its time changed knows where it was", () => {
  const revised = (start: string, end: string, updated_at: string) =>
    received(payloadWith("instant.confirmed", { id: "one", event: { start, end }, updated_at }));
  const { store, days } = storeWith(
    revised("2026-11-25T09:00:00Z", "2026-11-25T10:00:00Z", "2026-11-20T09:00:00Z"),
    revised("2026-11-26T11:00:00Z", "2026-11-26T12:00:00Z", "2026-11-21T09:00:00Z"),
  );
  const from = { way: "from", id: "one", start: at("2026-11-25T09:00Z"), allDay: false, by: null };
  expect(days("2026-11-26", "2026-11-26").days[0]?.items[0]?.move).toEqual(from);
  store.take([revised("2026-11-25T09:00:00Z", "2026-11-25T10:00:00Z", "2026-11-22T09:00:00Z")]);
  expect(days("2026-11-25", "2026-11-25").days[0]?.items[0]?.move).toMatchObject({
    start: at("2026-11-26T11:00Z"),
  });
  store.close();
});

test("there is no such date", () => {
  const { store } = storeWith();
  expect(() => store.schedule.days(day("2026-02-30"), now, "UTC", null)).toThrow(RangeError);
  store.close();
});

test("what waits for an answer is told by its days alone, with what overlaps it, nearest first", () => {
  const asking = (id: string, start: string, end: string, more: object = {}) =>
    received(payloadWith("confirm_decline.tentative", { id, event: { start, end }, ...more }));
  const user = (id: string) => ({ user: { id, name: id, timezone: "UTC" } });
  const { store } = storeWith(
    asking("later", "2026-12-20T09:00:00Z", "2026-12-20T10:00:00Z"),
    asking("soon", "2026-11-25T09:30:00Z", "2026-11-25T10:30:00Z"),
    asking("over", "2026-11-24T11:00:00Z", "2026-11-24T11:30:00Z"),
    asking("theirs", "2026-11-26T09:00:00Z", "2026-11-26T10:00:00Z", user("they")),
    booking("on", "2026-11-25"),
  );
  const told = (resource: Resource | null) =>
    store.schedule
      .requests(now, "UTC", resource)
      .map(({ date, items }) => [date, items.map((item) => [item.booking.id, item.clash])]);
  const nearest = ["2026-11-25", [["soon", at("2026-11-25T09:00Z")]]];
  expect(told(null)).toEqual([
    nearest,
    ["2026-11-26", [["theirs", null]]],
    ["2026-12-20", [["later", null]]],
  ]);
  expect(told({ id: "they", name: "" })).toEqual([["2026-11-26", [["theirs", null]]]]);
  store.close();
});
