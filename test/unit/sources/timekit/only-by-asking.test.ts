import { expect, test } from "vitest";
import type { Gap } from "../../../../common/tunnel.ts";
import { type Listening, shouldHaveCome } from "../../../../main/sources/timekit/only-by-asking.ts";

const minute = 60_000;
const gap = (from: number, to: number | null): Gap => ({
  from: from * minute,
  to: to === null ? null : to * minute,
  reason: "unreachable",
  fetched: null,
  whole: true,
});

test.each<[name: string, changedAt: number, changes: Partial<Listening>, expected: boolean]>([
  ["while receiving", 50, {}, true],
  ["while nothing arrives", 50, { receivingSince: null }, false],
  ["before the address led here", 5, {}, false],
  ["as soon as it led here", 11, {}, false],
  ["just now: the webhook may be on its way", 99, {}, false],
  ["in the future", 120, {}, false],
  ["before webhooks were registered", 50, { registeredAt: 60 * minute }, false],
  ["while they were being registered", 61, { registeredAt: 60 * minute }, false],
  ["after they were registered", 63, { registeredAt: 60 * minute }, true],
  ["within a gap", 50, { gaps: [gap(45, 55)] }, false],
  ["a moment before a gap was noticed", 44, { gaps: [gap(45, 55)] }, false],
  ["a moment after a gap", 56, { gaps: [gap(45, 55)] }, false],
  ["within a gap that lasts", 50, { gaps: [gap(45, null)] }, false],
  ["long before and long after gaps", 50, { gaps: [gap(60, 70), gap(20, 30)] }, true],
])("a change %s", (_name, changedAt, changes, expected) => {
  const listening = {
    receivingSince: 10 * minute,
    registeredAt: null,
    gaps: [],
    now: 100 * minute,
    ...changes,
  };
  expect(shouldHaveCome(changedAt * minute, listening)).toBe(expected);
});
