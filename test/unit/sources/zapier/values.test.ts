import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bookingOf, type Report } from "../../../../main/bookings/facts.ts";
import { readForwarded } from "../../../../main/sources/zapier/read.ts";
import { forwarded, mergeAll } from "../../../support/zapier-bodies.ts";

const base = { id: "b1", state: "confirmed", graph: "instant" };
const read = (parts: object) => bookingOf(mergeAll([forwarded({ ...base, ...parts })]));
const reasonOf = (parts: object) => {
  const reading = readForwarded(Buffer.from(JSON.stringify({ ...base, ...parts })));
  return reading.ok ? null : reading.reason;
};
const start = Date.parse("2026-12-08T13:00:00Z");
const iso = "2026-12-08T13:00:00+0000";

describe("times", () => {
  test.each([
    iso,
    "2026-12-08T14:00:00+01:00",
    "2026-12-08 13:00Z",
    start,
    start / 1_000,
    `${start}`,
    `${start / 1_000}`,
    [iso],
  ])("%j is read", (value) => {
    expect(read({ event: { start: value } }).start).toBe(start);
    expect(forwarded({ ...base, updated_at: value }).revision).toMatch(/^001796734800000\./);
  });

  test.each([
    "12/05/2017 02:00PM",
    "8 December 2026",
    "2026-12-08T13:00:00 Europe/London",
    "2026-13-40T00:00:00Z",
    "123456789",
    20261208,
    true,
    [iso, iso],
    { date: iso },
  ])("%j is never guessed at: the field is named", (value) => {
    for (const path of ["event.start", "attributes.event_info.start", "attributes.event.start"])
      expect(reasonOf({ [path]: value })).toEqual({ code: "zap-odd-time", field: path });
    expect(reasonOf({ event: { start: iso, end: value } })).toEqual({
      code: "zap-odd-time",
      field: "event.end",
    });
    for (const path of ["updated_at", "created_at"])
      expect(reasonOf({ [path]: value })).toEqual({ code: "zap-odd-time", field: path });
  });

  test("one that is asked for nowhere is no reason to refuse", () => {
    const odd = { start: "12/05/2017", end: "12/05/2017" };
    expect(read({ event: { start: iso }, attributes: { event_info: odd, event: odd } }).start).toBe(start);
    expect(read({ event: { end: "12/05/2017" }, attributes: { event_info: { start: iso } } }).start).toBe(
      start,
    );
  });

  test("the time before a move is not taken for one that cannot be read", () => {
    expect(reasonOf({ event: { start: "9 Dec" }, attributes: { event_info: { start: iso } } })).toEqual({
      code: "zap-odd-time",
      field: "event.start",
    });
  });

  test.each(["", "null", "None", "undefined", null, []])("%j is not told", (value) => {
    expect(read({ event: { start: value } }).start).toBeNull();
    expect(read({ event: { start: value }, attributes: { event_info: { start: iso } } }).start).toBe(start);
  });
});

const toldTimes = ({ told }: Report) => told?.times?.map(([field]) => field);

describe("words", () => {
  const cased = (word: string) => fc.mixedCase(fc.constant(word));

  test("true and false in any case, and as numbers and booleans", () => {
    const yes = fc.oneof(...["true", "yes", "1", "on", "t", "y"].map(cased), fc.constantFrom(true, 1));
    const no = fc.oneof(...["false", "no", "0", "off", "f", "n"].map(cased), fc.constantFrom(false, 0));
    const allDay = (value: unknown) =>
      forwarded({ ...base, event: { start: "2026-12-08", end: "2026-12-09", allDay: value } });
    const dates = { first: "2026-12-08", last: "2026-12-08" };
    const told = (expected: unknown) => (value: unknown) => {
      const report = allDay(value);
      expect(report.facts.times?.allDay).toEqual(expected);
      expect(toldTimes(report)).toContain("allDay");
    };
    fc.assert(fc.property(yes, told(dates)));
    fc.assert(fc.property(no, told(false)));
    expect(toldTimes(allDay("perhaps"))).not.toContain("allDay");
  });

  test("numbers and booleans are taken where Timekit has a text", () => {
    expect(read({ id: 1234, event: { what: 42, where: true } })).toMatchObject({
      id: "1234",
      subject: "42",
      place: "true",
    });
  });

  test.each([
    ["Cancelled By Customer", "Instant", "cancelled_by_customer", "instant"],
    ["CONFIRMED", "group customer", "confirmed", "group_customer"],
  ])("%s of %s is the state and graph of Timekit's", (state, graph, asState, asGraph) => {
    expect(read({ state, graph }).native).toEqual({ state: asState, graph: asGraph });
  });

  test.each([
    [
      { max_seats: "20", current_seats: "3" },
      { max: 20, taken: 3 },
    ],
    [
      { max_seats: 20, current_seats: 3 },
      { max: 20, taken: 3 },
    ],
    [{ max_seats: "20" }, null],
    [{ max_seats: "twenty", current_seats: "3" }, null],
    [{ max_seats: "-1", current_seats: "1e3" }, null],
  ])("seats are digits: %j", (group_booking, seats) => {
    expect(read({ attributes: { group_booking } }).seats).toEqual(seats);
  });

  test("what is empty or null in words is not told", () => {
    const nothing = {
      project: { id: "null", name: "None" },
      owner_booking: { id: "undefined" },
      user: { id: "" },
    };
    expect(forwarded({ ...base, ...nothing, event: { what: "null" }, customers: [] }).facts).toEqual(
      forwarded(base).facts,
    );
  });

  test("a text that Python wrote of an object is not told", () => {
    expect(read({ event: "{'what': 'Demo'}", customers: "[{'name': 'Sam'}]" })).toMatchObject({
      subject: "",
      customer: null,
    });
  });
});

test("the graph is asked for by tentative alone", () => {
  for (const state of ["tentative", "Tentative"])
    for (const graph of [undefined, "", "null"])
      expect(reasonOf({ state, graph })).toEqual({ code: "zap-no-graph" });
  expect(read({ state: "tentative", graph: "confirm_decline" }).status).toBe("asked");
  expect(read({ state: "declined", graph: undefined }).status).toBe("declined");
});

test("Timekit's own nesting wins over spellings, and the first of those over later ones", () => {
  const parts = { "Event What": "label", event__what: "later", event: { what: "nested" } };
  expect(read(parts).subject).toBe("nested");
  expect(read({ "Event What": "label", event__what: "later" }).subject).toBe("label");
});

test("whether the last change is dated is told, for the log to advise", () => {
  const read = (parts: object) => readForwarded(Buffer.from(JSON.stringify({ ...base, ...parts })));
  expect(read({ updated_at: iso })).not.toHaveProperty("advice");
  expect(read({ created_at: iso })).toMatchObject({ ok: true, advice: { code: "zap-not-dated" } });
});
