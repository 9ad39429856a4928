import fc from "fast-check";
import { expect, test } from "vitest";
import { type Arrival, clockError } from "../../../main/lifecycle/clock-error.ts";

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 10, 23, 13, 35);
/** So many minutes ago, so late in minutes. */
const came = (ago: number, late: number): Arrival => ({
  receivedAt: now - ago * minute,
  lateBy: late * minute,
});

test.each<[string, number | null, readonly Arrival[], number | null]>([
  ["nothing is known", null, [], null],
  ["Timekit's clock says the same", 2_000, [], null],
  ["Timekit's clock is five hours behind", 5 * hour, [], 5 * hour],
  ["Timekit's clock is five hours ahead", -5 * hour, [], -5 * hour],
  ["Timekit's clock says the same, whatever webhooks say", 0, [came(1, -300)], null],
  ["a webhook came at once", null, [came(1, 0)], null],
  ["a webhook seems to come from two minutes ahead", null, [came(1, -2)], null],
  ["a webhook comes from the future", null, [came(1, -300)], -5 * hour],
  ["the latest is right again", null, [came(1, 0), came(2, -300)], null],
  ["that was before the clock was set", null, [came(300, -300)], null],
  ["it came later than now: the clock was set back", null, [came(-10, 300)], null],
  ["three are late by the same", null, [came(1, 301), came(9, 300), came(30, 301)], 5 * hour],
  ["two are", null, [came(1, 300), came(9, 300)], null],
  ["three are late, each otherwise", null, [came(1, 300), came(9, 200), came(30, 400)], null],
  ["three of the same change", null, [came(1, 301), came(2, 300), came(2, 300)], null],
  ["three are a little late", null, [came(1, 9), came(9, 9), came(30, 9)], null],
])("when %s", (_what, byAnswers, arrivals, error) => {
  expect(clockError({ now, byAnswers, arrivals })).toBe(error);
});

test("a clock that is right is never called wrong by webhooks that come within minutes", () => {
  const arrival = fc.record({
    receivedAt: fc.integer({ min: now - hour, max: now }),
    lateBy: fc.integer({ min: -4 * minute, max: 25 * minute }),
  });
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 6 }), (arrivals) => {
      expect(clockError({ now, byAnswers: null, arrivals })).toBeNull();
    }),
  );
});
