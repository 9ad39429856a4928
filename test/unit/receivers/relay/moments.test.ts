import { expect, test } from "vitest";
import { momentsOf } from "../../../../main/receivers/relay/moments.ts";

const minute = 60_000;
const now = 1_800_000_000_000;

test.each<[string, string, number, boolean]>([
  ["three days before", `${now - 4_320 * minute}`, now - 4_320 * minute, false],
  ["just now", `${now}`, now, false],
  ["by a clock that is a little ahead", `${now + 5 * minute}`, now, false],
  ["by a clock that is wrong", `${now + 5 * minute + 1}`, now, true],
  ["at no time at all", "", now, false],
  ["at what is no time", "yesterday", now, false],
  ["before there were relays", "-5", now, false],
  ["at more than any time", "9".repeat(40), now, false],
])("what came %s", (_when, told, receivedAt, clockAhead) => {
  expect(momentsOf(told, now)).toEqual({ receivedAt, clockAhead });
});
