import { describe, expect, test } from "vitest";
import { byMonth } from "../../../renderer/search/groups.ts";
import { partsOf } from "../../../renderer/search/matches.ts";
import { aBooking, at, inLondon } from "../../support/bookings.ts";

const marked = (text: string, wanted: string) =>
  partsOf(text, wanted)
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join("");

describe("what was looked for is marked", () => {
  test.each([
    ["Marty McFly", "mcf", "Marty [McF]ly"],
    ["Marty McFly", "MARTY fly", "[Marty] Mc[Fly]"],
    // As the search finds it: whatever the accents, and a short word at the beginning of one.
    ["Café Zürich", "zurich", "Café [Zürich]"],
    ["Cafe\u0301 Zu\u0308rich", "café", "[Cafe\u0301] Zu\u0308rich"],
    ["Anna and Jan", "an", "[An]na [an]d Jan"],
    ["İstanbul", "istanbul", "[İstanbul]"],
    ["banana", "ana", "b[anana]"],
    ["👩‍🚀 rocket", "rocket", "👩‍🚀 [rocket]"],
    ["Marty", "nobody", "Marty"],
    ["Marty", "  ", "Marty"],
    ["<b>Marty</b>", "<b>", "[<b>]Marty</b>"],
    ["", "x", ""],
  ])("in %j for %j: %j", (text, wanted, said) => expect(marked(text, wanted)).toBe(said));

  test("and nothing of the text is lost", () => {
    const text = "a\u0301\u202eזה 👩‍🚀 e\u0301!";
    for (const wanted of ["a", "e", "זה", "👩", "\u0301"])
      expect(
        partsOf(text, wanted)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
  });
});

test("what was found stands by month: what is to come, then what is over", () => {
  const now = at("2026-11-23T12:00Z");
  const on = (id: string, start: string) => aBooking({ id, start: at(start), end: at(start) + 3_600_000 });
  const found = [
    on("soon", "2026-11-24T09:00Z"),
    on("later", "2026-11-30T09:00Z"),
    on("next year", "2027-01-02T09:00Z"),
    on("today", "2026-11-23T09:00Z"),
    on("before", "2026-11-02T09:00Z"),
    on("long ago", "2025-11-02T09:00Z"),
    aBooking({ id: "none", start: null, end: null }),
  ];
  expect(
    byMonth(found, now, inLondon).map(({ name, bookings }) => [name, bookings.map(({ id }) => id)]),
  ).toEqual([
    ["November 2026", ["soon", "later"]],
    ["January 2027", ["next year"]],
    ["Earlier this month", ["today", "before"]],
    ["November 2025", ["long ago"]],
    ["Time not set", ["none"]],
  ]);
});
