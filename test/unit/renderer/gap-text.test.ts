import { expect, test } from "vitest";
import { afterwardsOf, lengthOf, spanOf } from "../../../renderer/gaps/gap-text.ts";
import { at, inLondon } from "../../support/bookings.ts";

const now = at("2026-11-23T12:00Z");
const gap = (from: string, to: string | null) => ({
  from: at(from),
  to: to === null ? null : at(to),
  reason: "asleep" as const,
  fetched: null,
  whole: true,
});

test.each([
  ["2026-11-23T09:12Z", null, "Since 09:12"],
  ["2026-11-22T22:05Z", null, "Since Sun 22 Nov, 22:05"],
  ["2026-11-23T09:12Z", "2026-11-23T09:40Z", "Today 09:12–09:40"],
  ["2026-11-20T09:12Z", "2026-11-20T09:40Z", "Fri 20 Nov, 09:12–09:40"],
  ["2026-11-22T22:05Z", "2026-11-23T07:30Z", "Sun 22 Nov, 22:05 – today 07:30"],
  ["2026-11-18T18:00Z", "2026-11-21T09:00Z", "Wed 18 Nov, 18:00 – Sat 21 Nov, 09:00"],
])("a gap from %s to %s: “%s”", (from, to, text) => {
  expect(spanOf(gap(from, to), now, inLondon)).toBe(text);
});

test.each([
  ["2026-11-23T11:59:31Z", "2026-11-23T12:00:00Z", "under 1 min"],
  ["2026-11-23T11:59:30Z", "2026-11-23T12:00:00Z", "1 min"],
  ["2026-11-23T09:12Z", "2026-11-23T09:40Z", "28 min"],
  ["2026-11-23T07:00Z", "2026-11-23T09:05Z", "2 h 5 min"],
  ["2026-11-20T09:00Z", "2026-11-22T08:59Z", "47 h 59 min"],
  ["2026-11-20T09:00Z", "2026-11-22T09:00Z", "2 days"],
  ["2026-11-18T18:00Z", "2026-11-21T09:00Z", "2 days"],
  ["2026-11-23T11:32Z", null, "28 min"],
])("from %s to %s it was %s long", (from, to, text) => expect(lengthOf(gap(from, to), now)).toBe(text));

test.each<[to: number | null, fetched: number | null, whole: boolean, words: string]>([
  [null, null, true, ""],
  [2, null, true, "Timekit was not asked afterwards"],
  [2, 0, true, "Nothing was missed"],
  [2, 1, true, "1 booking fetched afterwards"],
  [2, 0, false, "Bookings may be missing"],
  [2, 3, false, "3 bookings fetched afterwards, more may be missing"],
])("of a gap until %s after which %s were fetched, whole %s: “%s”", (to, fetched, whole, words) => {
  expect(afterwardsOf({ from: 1, to, reason: "asleep", fetched, whole })).toBe(words);
});
