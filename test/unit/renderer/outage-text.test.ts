import { expect, test } from "vitest";
import { lengthOf, outageText } from "../../../renderer/activity/outage-text.ts";
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
  ["2026-11-23T09:12Z", null, "The computer was asleep"],
  ["2026-11-23T09:12Z", "2026-11-23T09:40Z", "Until 09:40"],
  ["2026-11-20T09:12Z", "2026-11-20T09:40Z", "Until 09:40"],
  ["2026-11-22T22:05Z", "2026-11-23T07:30Z", "Until 07:30"],
  ["2026-11-18T18:00Z", "2026-11-21T09:00Z", "Until Sat 21 Nov, 09:00"],
])("an outage from %s to %s: “%s”", (from, to, text) => {
  expect(outageText(gap(from, to), now, inLondon).split(" · ")[0]).toBe(text);
});

test.each([
  ["2026-11-23T11:59:31Z", "2026-11-23T12:00:00Z", "under 1 min"],
  ["2026-11-23T11:59:30Z", "2026-11-23T12:00:00Z", "1 min"],
  ["2026-11-23T09:12Z", "2026-11-23T09:40Z", "28 min"],
  ["2026-11-23T07:00Z", "2026-11-23T09:05Z", "2 h 5 min"],
  ["2026-11-20T09:00Z", "2026-11-22T08:59Z", "47 h 59 min"],
  ["2026-11-20T09:00Z", "2026-11-22T09:00Z", "2 days"],
  ["2026-11-18T18:00Z", "2026-11-21T09:00Z", "2 days 15 h"],
  ["2026-11-18T18:00Z", "2026-11-21T17:40Z", "3 days"],
  ["2026-11-23T11:32Z", null, "28 min"],
])("from %s to %s it was %s long", (from, to, text) => expect(lengthOf(gap(from, to), now)).toBe(text));

test.each<[to: number | null, fetched: number | null, whole: boolean, words: string]>([
  [null, null, true, ""],
  [now, null, true, "Not checked with Timekit"],
  [now, 0, true, "Nothing was missed"],
  [now, 1, true, "1 booking recovered"],
  [now, 0, false, "Bookings may be missing"],
  [now, 3, false, "3 bookings recovered, more may be missing"],
])("of an outage until %s after which %s were recovered, whole %s: “%s”", (to, fetched, whole, words) => {
  const said = outageText({ from: now - 1, to, reason: "asleep", fetched, whole }, now, inLondon);
  expect(said).toBe(
    ["Until 12:00", "The computer was asleep", words]
      .slice(to === null ? 1 : 0)
      .join(" · ")
      .replace(/ · $/, ""),
  );
});
