import { expect, test } from "vitest";
import type { Wanted } from "../../../../common/found.ts";
import { exampleAt } from "../../../support/example.ts";
import { aStore, forgotten, received } from "../../../support/store.ts";

const day = 86_400_000;
const now = Date.parse("2026-11-23T12:00Z");

interface Given {
  readonly id: string;
  readonly name: string;
  readonly mail?: string;
  readonly what?: string;
  readonly where?: string;
  readonly comment?: string;
  readonly state?: string;
  /** From now. */
  readonly days?: number;
}

function body({
  id,
  name,
  mail = "",
  what = "",
  where = "",
  comment = "",
  state = "confirmed",
  days = 1,
}: Given) {
  const start = new Date(now + days * day);
  const end = new Date(now + days * day + 3_600_000);
  const event = { what, where, start: start.toISOString(), end: end.toISOString() };
  const customers = [{ name, email: mail, comment }];
  return exampleAt(now, start, end, { id, state, customers, event, attributes: {} });
}

test("neither what is found nor what happened carries its long texts along", () => {
  const { store } = aStore();
  const long = { name: "Marty McFly", what: `Lesson ${"x".repeat(50_000)}`, comment: "y".repeat(50_000) };
  store.take([received(body({ id: "marty", ...long }))]);
  store.alerts.resolve(store.alerts.owed().map(({ seq }) => ({ seq, outcome: "shown", at: now })));
  const found = store.bookings.search({ text: "lesson", state: "all", time: "all" }, now).bookings;
  const { lines } = store.activity.list({ tab: "everything", bookingId: null, count: 9 }, now);
  expect([found.length, lines.length]).toEqual([1, 1]);
  expect(JSON.stringify([found, lines]).length).toBeLessThan(4_000);
});

test("a control character separates words, and is no fault", () => {
  const { store } = aStore();
  store.take([received(body({ id: "marty", name: "Marty McFly" }))]);
  for (const text of ["marty\0mcfly", "\0marty", "ma\0", "\u0085mar\u0001"])
    expect(
      store.bookings.search({ text, state: "all", time: "all" }, now).bookings.map(({ id }) => id),
    ).toEqual(["marty"]);
});

const people: readonly Given[] = [
  { id: "marty", name: "Marty McFly", mail: "marty@hill-valley.example", what: "Flux capacitor", days: 2 },
  { id: "jen", name: "Jennifer Parker", where: "Café Zürich", comment: "brings a “skateboard”", days: 1 },
  { id: "biff", name: "Biff Tannen", what: "Car polish", state: "cancelled_by_customer", days: 3 },
  { id: "clara", name: "Clara Clayton", what: "Flux and stars", days: -4 },
  { id: "tian", name: "田中 太郎", what: "面談", days: 5 },
];

function searching(given: readonly Given[] = people) {
  const { store, database } = aStore();
  for (const one of given) store.take([received(body(one), now)]);
  const find = (text: string, more: Partial<Wanted> = {}) =>
    store.bookings.search({ text, state: "all", time: "all", ...more }, now).bookings.map(({ id }) => id);
  return { store, database, find };
}

test.each<[string, string[]]>([
  ["marty", ["marty"]],
  ["MCFLY flux", ["marty"]],
  ["valley.exam", ["marty"]],
  ["zurich", ["jen"]],
  ["skateboard", ["jen"]],
  ["“skate", ["jen"]],
  ["flux", ["marty", "clara"]],
  ["flux marty clara", []],
  ["太郎", ["tian"]],
  ["面談", ["tian"]],
  ["jen pa", ["jen"]],
  ["bi", ["biff"]],
  ["c", ["jen", "marty", "biff", "clara"]],
  ["", []],
  ["   ", []],
  ['"', []],
  ["100% OR NEAR( *", []],
])("%j finds %j, what is to come first", (text, ids) => {
  expect(searching().find(text)).toEqual(ids);
});

test("a booking in a state that only its service has a word for is found by that", () => {
  const { find } = searching([...people, { id: "odd", name: "Einstein", state: "put_on_ice" }]);
  expect([find("ice"), find("put on ice"), find("confirmed")]).toEqual([["odd"], ["odd"], []]);
});

test("state and time narrow it", () => {
  const { find } = searching();
  expect(find("flux", { time: "past" })).toEqual(["clara"]);
  expect(find("flux", { time: "upcoming" })).toEqual(["marty"]);
  expect(find("polish", { state: "confirmed" })).toEqual([]);
  expect(find("flux", { state: "confirmed" })).toEqual(["marty", "clara"]);
  expect(find("flux", { state: "requests" })).toEqual([]);
  expect(find("polish", { state: "cancelled" })).toEqual(["biff"]);
});

test("a booking is found by what it says now, and no longer once it is gone", () => {
  const { store, database, find } = searching();
  const later = JSON.parse(
    body({ id: "marty", name: "Calvin Klein", mail: "marty@hill-valley.example" }).toString(),
  );
  store.take([received(Buffer.from(JSON.stringify({ ...later, updated_at: new Date(now + 1_000) })), now)]);
  expect(find("mcfly")).toEqual([]);
  expect(find("calvin")).toEqual(["marty"]);
  forgotten(store, "marty@hill-valley.example");
  expect(find("calvin")).toEqual([]);
  const blocks = database.prepare("SELECT block FROM booking_text_data").all() as { block: Uint8Array }[];
  expect(blocks.filter(({ block }) => Buffer.from(block).includes("lvin"))).toEqual([]);
});

test("no more than a screen of them comes, and it is said that there are more", () => {
  const many = Array.from({ length: 60 }, (_, i) => ({ id: `n${i}`, name: `Guest ${i}`, days: i + 1 }));
  const { store } = searching(many);
  const found = (text: string, most?: number) => {
    const { bookings, more } = store.bookings.search({ text, state: "all", time: "all", most }, now);
    return [bookings.length, bookings[0]?.id, more];
  };
  expect(found("guest")).toEqual([50, "n0", true]);
  expect(found("guest", 5)).toEqual([5, "n0", true]);
  expect(found("gu", 5)).toEqual([5, "n0", true]);
  expect(found("guest 59", 5)).toEqual([1, "n59", false]);
});
