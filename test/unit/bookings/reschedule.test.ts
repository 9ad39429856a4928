import { describe, expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { isReschedule, withReplacement } from "../../../main/bookings/reschedule.ts";
import { aKnown, at } from "../../support/bookings.ts";

const gaveUp = at("2026-11-23T11:09:12Z");
const project = { id: "p", name: "Intro call" };
const minutes = (n: number) => gaveUp + n * 60_000;
const cancelled = { status: "cancelled", mayBeMoved: true } as const;
const old = (changes: Partial<Booking> = {}) =>
  aKnown({ id: "old", status: "moved", project, ...changes }, gaveUp);
const fresh = (madeAt: number, changes: Partial<Booking> = {}) =>
  aKnown({ id: "new", project, ...changes }, madeAt);

describe("a new booking is the new time of one given up", () => {
  test.each<[string, boolean, ReturnType<typeof old>, ReturnType<typeof fresh>]>([
    ["made two minutes later", true, old(), fresh(minutes(2))],
    ["made a minute before, by Timekit's own clock", true, old(), fresh(minutes(-1))],
    ["that waits for an answer", true, old(), fresh(minutes(2), { status: "asked" })],
    [
      "of the same host, without a project",
      true,
      old({ project: null, host: host("h") }),
      fresh(minutes(2), { project: null, host: host("h") }),
    ],
    ["after a plain cancellation", true, old(cancelled), fresh(minutes(10))],
    ["long after a plain cancellation", false, old(cancelled), fresh(minutes(20))],
    [
      "after its customer has cancelled",
      false,
      old({ ...cancelled, mayBeMoved: false, by: "customer" }),
      fresh(minutes(10)),
    ],
    ["after a seat was taken back", false, old({ ...cancelled, mayBeMoved: false }), fresh(minutes(1))],
    ["made hours later", false, old(), fresh(minutes(61))],
    ["made long before", false, old(), fresh(minutes(-3))],
    ["of another customer", false, old(), fresh(minutes(2), { customer: person("other@example.net") })],
    ["of nobody known", false, old({ customer: null }), fresh(minutes(2), { customer: null })],
    ["without an address", false, old({ customer: person("") }), fresh(minutes(2), { customer: person("") })],
    ["for another project and host", false, old(), fresh(minutes(2), { project: { id: "q", name: "" } })],
    ["that is off itself", false, old(), fresh(minutes(2), { status: "declined" })],
    ["while the old one still stands", false, old({ status: "confirmed" }), fresh(minutes(2))],
    ["the same booking", false, old(), fresh(minutes(2), { id: "old" })],
  ])("%s: %s", (_name, expected, before, after) => expect(isReschedule(before, after)).toBe(expected));
});

function host(id: string) {
  return { id, name: "", timeZone: "" };
}
function person(email: string) {
  return { name: "Marty", email, phone: "", timeZone: "" };
}

test("at the edges of its time it still is one", () => {
  expect(isReschedule(old(), fresh(minutes(60)))).toBe(true);
  expect(isReschedule(old(), fresh(minutes(-2)))).toBe(true);
  expect(isReschedule(old(cancelled), fresh(minutes(15)))).toBe(true);
});

test("a booking of unknown age, of nobody, or of a project without a name is none", () => {
  const { createdAt: _, ...facts } = fresh(minutes(2)).facts;
  expect(isReschedule(old(), { id: "new", facts })).toBe(false);
  expect(isReschedule(old(), fresh(minutes(2), { customer: null }))).toBe(false);
  const nameless = { project: { id: "", name: "" } };
  expect(isReschedule(old(nameless), fresh(minutes(2), nameless))).toBe(false);
  expect(isReschedule(old(), fresh(minutes(2), { project: null }))).toBe(false);
});

test("a booking that is held may be the new time", () => {
  expect(isReschedule(old(), fresh(minutes(2), { status: "held" }))).toBe(true);
});

const saying = (known: ReturnType<typeof old>, links: Record<string, string>, revision = "5") => ({
  ...known,
  facts: {
    ...known.facts,
    ...Object.fromEntries(Object.entries(links).map(([key, value]) => [key, { revision, value }])),
  },
});

test.each(["replaces", "replacedBy"])(
  "what its service links with another by %s is no half of a third",
  (link) => {
    expect(isReschedule(old(), saying(fresh(minutes(2)), { [link]: "third" }))).toBe(false);
    expect(isReschedule(saying(old(), { [link]: "third" }), fresh(minutes(2)))).toBe(false);
    expect(isReschedule(saying(old(), { [link]: "" }), fresh(minutes(2)))).toBe(true);
  },
);

describe("the word of a new booking that it replaces the old one", () => {
  const replacing = saying(fresh(minutes(2)), { replaces: "old" });

  test("is kept with the old one, as of when it was given, and the latest counts", () => {
    const replaced = withReplacement(old(), replacing);
    expect(replaced.facts.replacedBy).toEqual({ revision: "5", value: "new" });
    expect({ ...replaced.facts, replacedBy: undefined }).toEqual({ ...old().facts, replacedBy: undefined });
    const third = { ...replacing, id: "third" };
    expect(withReplacement(replaced, third)).toBe(replaced);
    const later = withReplacement(replaced, saying(third, { replaces: "old" }, "6"));
    expect(later.facts.replacedBy).toEqual({ revision: "6", value: "third" });
  });

  test.each([
    ["another", saying(fresh(minutes(2)), { replaces: "another" })],
    ["none", fresh(minutes(2))],
    ["it, as it is itself replaced by it", saying(replacing, { replacedBy: "old" })],
    ["itself", saying({ ...replacing, id: "old" }, { replaces: "old" })],
  ])("is none where it names %s", (_what, other) => {
    const before = old();
    expect(withReplacement(before, other)).toBe(before);
  });
});
