import { describe, expect, test } from "vitest";
import { toldAt } from "../../../../main/bookings/facts.ts";
import { readDelivery } from "../../../../main/sources/timekit/read.ts";

/** What a body of these keys, and the three that must be there, tells. */
function report(body: object) {
  const reading = readDelivery(
    Buffer.from(JSON.stringify({ id: "b", graph: "instant", state: "confirmed", ...body })),
  );
  if (!reading.ok) throw new Error(reading.reason.code);
  return reading.report;
}
const facts = (body: object) => report(body).facts;
const event = (start: string, end?: string, more: object = {}) => ({
  event: { start, end, what: "", where: "", description: "", ...more },
});
const at = (iso: string) => Date.parse(iso);
const bare = {
  standing: {
    native: { graph: "instant", state: "confirmed" },
    status: "confirmed",
    by: null,
    payment: null,
    mayBeMoved: false,
  },
};

test("what is not told is no fact", () => expect(facts({})).toEqual(bare));

test("when it was made is one, where that is a time", () => {
  expect(facts({ created_at: "2026-11-01T10:00:00" })).toEqual({
    ...bare,
    createdAt: at("2026-11-01T10:00Z"),
  });
  expect(facts({ created_at: "soon" })).toEqual(bare);
});

test("so are project, seats and class, as far as they are told", () => {
  expect(facts({ project: { id: "p", name: "Intro" }, owner_booking: { id: "c" } })).toEqual({
    ...bare,
    project: { id: "p", name: "Intro" },
    ownerId: "c",
  });
  expect(facts({ attributes: { group_booking: { max_seats: "20", current_seats: 3 } } }).seats).toEqual({
    taken: 3,
    max: 20,
  });
});

describe("it was changed", () => {
  const told = (body: object) => toldAt(report(body).revision);
  const made = { created_at: "2026-11-01T10:00:00Z" };
  const times = event("2026-12-08T13:00:00Z", "2026-12-08T14:00:00Z");

  test.each([
    ["when Timekit says", { ...made, updated_at: "2026-11-02T10:00:00" }, at("2026-11-02T10:00Z")],
    ["when it was made, where that is not told", made, at("2026-11-01T10:00Z")],
    ["at no time that is known", {}, 0],
    [
      "within a year and a day of its end",
      { ...times, updated_at: "2027-12-09T14:00:00Z" },
      at("2027-12-09T14:00Z"),
    ],
    [
      "not later than that",
      { ...times, ...made, updated_at: "2027-12-09T14:00:01Z" },
      at("2026-11-01T10:00Z"),
    ],
  ])("%s", (_what, body, expected) => expect(told(body)).toBe(expected));
});

describe("it has moved", () => {
  const asked = (start: string, end: string) => ({ attributes: { event_info: { start, end } } });
  const [one, two, three] = ["2026-12-08T13:00:00", "2026-12-08T14:00:00", "2026-12-08T15:00:00"] as const;
  test.each([
    [
      "when it starts at another time than was asked for",
      { ...event(two, three), ...asked(one, three) },
      true,
    ],
    ["when it ends at another", { ...event(one, three), ...asked(one, two) }, true],
    ["not when both are as asked for", { ...event(one, two), ...asked(one, two) }, false],
    ["not when nothing was asked for", event(one, two), false],
    ["not before there is an event", asked(one, two), false],
  ])("%s", (_what, body, moved) => expect(/\.\dm\./.test(report(body).revision)).toBe(moved));
});

test.each([
  [
    "its event",
    event("2026-12-08T13:00:00", "2026-12-08T14:00:00"),
    "2026-12-08T13:00Z",
    "2026-12-08T14:00Z",
  ],
  ["an event without an end", event("2026-12-08T13:00:00"), "2026-12-08T13:00Z", "2026-12-08T13:00Z"],
  [
    "an event that ends before it starts",
    event("2026-12-08T13:00:00", "2026-12-07T13:00:00"),
    "2026-12-08T13:00Z",
    "2026-12-08T13:00Z",
  ],
  [
    "what was asked for, in the zone of its host",
    { attributes: { event: { start: "2026-12-08T13:00:00" } }, user: { id: "h", timezone: "Asia/Tokyo" } },
    "2026-12-08T04:00Z",
    "2026-12-08T04:00Z",
  ],
])("its time is that of %s", (_what, body, start, end) => {
  expect(facts(body).times).toEqual({ start: at(start), end: at(end), allDay: false });
});

test("a text is the first that says something", () => {
  const attributes = { event_info: { where: " Room 4 ", what: "TBD" }, event: { what: "Call" } };
  expect(facts({ ...event("", "", { where: "TBD" }), attributes }).texts).toEqual({
    subject: "Call",
    place: "Room 4",
    description: "",
  });
});

describe("its customers", () => {
  const names = (body: object) => facts(body).customers?.map(({ name }) => name);

  test("are named in full, by their parts, or by their address", () => {
    const customers = [
      { name: "Marty", first_name: "x" },
      { first_name: "Jennifer", last_name: "Parker" },
      { first_name: "Doc" },
      { email: "biff@example.net" },
    ];
    expect(names({ customers })).toEqual(["Marty", "Jennifer Parker", "Doc", "biff@example.net"]);
  });

  test("are those of the list, which may be empty, else who filled the form", () => {
    const attributes = { customer: { name: "Ann", timezone: "Europe/Madrid" } };
    expect(names({ attributes })).toEqual(["Ann"]);
    expect(names({ attributes, customers: [] })).toEqual([]);
    expect(facts({ attributes, customers: [{ name: "Ann" }, { name: "Bo" }] }).customers).toMatchObject([
      { name: "Ann", timeZone: "Europe/Madrid" },
      { name: "Bo", timeZone: "" },
    ]);
  });

  test("are five hundred at most", () => {
    const customers = Array.from({ length: 501 }, (_, i) => ({ name: `${i}` }));
    expect(names({ customers })).toHaveLength(500);
  });
});

test("answers are texts, numbers, ticks and lists of them; Timekit's own fields and what is empty are none", () => {
  const own = { id: "1", timezone: "UTC", meta: "m", image: "i", comment: "c", created_at: "x" };
  const asked = {
    voip: "marty85",
    car: " DeLorean ",
    age: 17,
    ticked: true,
    list: ["a", "", false, {}],
    odd: {},
    empty: " ",
  };
  expect(facts({ customers: [{ name: "Marty", ...own, ...asked }] }).answers).toEqual([
    { field: "voip", text: "marty85" },
    { field: "car", text: "DeLorean" },
    { field: "age", text: "17" },
    { field: "ticked", text: "yes" },
    { field: "list", text: "a, no" },
  ]);
});
