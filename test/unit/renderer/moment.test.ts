import { expect, test } from "vitest";
import { beginningOf, momentOf } from "../../../renderer/text/moment.ts";
import { at, inLondon } from "../../support/bookings.ts";

const now = at("2026-11-23T12:00Z");
const days = (first: string, last = first) => ({ start: at(`${first}T00:00Z`), allDay: { first, last } });

test("a moment has its day where that is not today", () => {
  expect(momentOf(at("2026-11-23T09:12Z"), now, inLondon)).toBe("09:12");
  expect(momentOf(at("2026-11-22T09:12Z"), now, inLondon)).toMatch(/^Sun,? 22 Nov, 09:12$/);
});

test.each([
  [{ start: at("2026-11-23T15:00Z") }, "15:00"],
  [days("2026-11-23"), "Today, All day"],
  [days("2026-12-08"), "Tue 8 Dec, All day"],
  [days("2026-12-08", "2026-12-10"), "Tue 8 Dec – Thu 10 Dec, All day"],
])("a beginning says what can follow “moved to”: %#", (moment, said) =>
  expect(beginningOf(moment, now, inLondon).replaceAll(/(\w{3}), (?=\d)/g, "$1 ")).toBe(said),
);
