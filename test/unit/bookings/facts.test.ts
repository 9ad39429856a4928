import { describe, expect, test } from "vitest";
import {
  type Age,
  bookingOf,
  type Facts,
  type Known,
  replacementOf,
  revisionOf,
  toldAt,
} from "../../../main/bookings/facts.ts";
import { at } from "../../support/bookings.ts";

const standing = {
  native: { graph: "instant", state: "confirmed" },
  status: "confirmed",
  by: null,
  payment: null,
  mayBeMoved: false,
} as const;
const known = (facts: Partial<Facts> = {}) =>
  ({
    id: "b",
    facts: Object.fromEntries(
      Object.entries({ standing, ...facts }).map(([group, value]) => [group, { revision: "1", value }]),
    ),
  }) as unknown as Known;

test("a booking of which nothing but its standing was told", () => {
  expect(bookingOf(known())).toEqual({
    id: "b",
    ...standing,
    start: null,
    end: null,
    allDay: false,
    subject: "",
    place: "",
    description: "",
    comment: "",
    answers: [],
    customer: null,
    others: [],
    host: null,
    project: null,
    seats: null,
    ownerId: null,
  });
});

test("a seat has the class that was told", () => {
  expect(bookingOf(known({ ownerId: "class" })).ownerId).toBe("class");
});

test.each<[string, Partial<Facts>, string]>([
  ["on", {}, "moved"],
  ["cancelled", { standing: { ...standing, status: "cancelled" } }, "moved"],
  ["done", { standing: { ...standing, status: "done" } }, "done"],
  ["declined", { standing: { ...standing, status: "declined" } }, "declined"],
])("one that another has replaced, and was %s by its own last word, is %s", (_word, facts, status) => {
  const replaced = known({ ...facts, replacedBy: "c" });
  expect([bookingOf(replaced).status, replacementOf(replaced)]).toEqual([status, "c"]);
});

test.each(["", "b"])("%j is the id of no other that could have replaced it", (replacedBy) => {
  expect(bookingOf(known({ replacedBy })).status).toBe("confirmed");
  expect(replacementOf(known({ replacedBy }))).toBeNull();
});

test.each([
  ["its host's zone", { id: "h", name: "", timeZone: "Asia/Tokyo" }, "2026-12-08"],
  ["UTC, where its host has none", { id: "h", name: "", timeZone: "" }, "2026-12-07"],
  ["UTC, where no host was told", undefined, "2026-12-07"],
])("what 0.1.0 kept of a whole day is of %s", (_what, host, first) => {
  const times = { start: at("2026-12-07T15:00Z"), end: at("2026-12-08T15:00Z"), allDay: true };
  expect(bookingOf(known({ times, ...(host && { host }) })).allDay).toMatchObject({ first });
});

describe("a revision", () => {
  const age = (status: Age["status"], dated: boolean): Age => ({
    updatedAt: 5,
    dated,
    status,
    isEnd: false,
    moved: false,
  });

  test.each([
    ["confirmed", true],
    ["confirmed", false],
    ["cancelled", true],
    ["cancelled", false],
  ] as const)("of %s, dated %s, says when it was told", (status, dated) => {
    expect(toldAt(revisionOf(age(status, dated), "hash"))).toBe(5);
  });

  test("of an end without a date is behind all others, and of no other", () => {
    const dated = revisionOf({ ...age("cancelled", true), updatedAt: 9e12 }, "f");
    expect(revisionOf(age("cancelled", false), "0") > dated).toBe(true);
    expect(revisionOf(age("confirmed", false), "0") > dated).toBe(false);
  });
});
