import { expect, test } from "vitest";
import { afterwardsOf } from "../../../renderer/gaps/gap-text.ts";

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
