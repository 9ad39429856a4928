import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Gap, GapReason } from "../../../../common/tunnel.ts";
import { lostSince, notAsked, sinceLastRun, upTo, withGap } from "../../../../main/store/tables/gap-spans.ts";
import { repeated } from "../../../support/repeated.ts";

const gap = (from: number, to: number | null, reason: GapReason = "unreachable"): Gap => ({
  from,
  to,
  reason,
  ...notAsked,
});

test.each<[string, Gap[], Gap, Gap[]]>([
  ["the first", [], gap(1, 2), [gap(1, 2)]],
  ["one that has no length", [], gap(2, 2), []],
  ["one that ends before it begins", [], gap(3, 2, "asleep"), []],
  ["one that is known already", [gap(1, null)], gap(3, null), [gap(1, null)]],
  ["one that touches another of its reason", [gap(1, 3)], gap(3, null), [gap(1, null)]],
  [
    "one that touches another reason",
    [gap(1, 3)],
    gap(3, 5, "no-tunnel"),
    [gap(1, 3), gap(3, 5, "no-tunnel")],
  ],
  [
    "sleep while unreachable",
    [gap(1, null)],
    gap(3, 5, "asleep"),
    [gap(1, 3), gap(3, 5, "asleep"), gap(5, null)],
  ],
  ["sleep that is told twice", [gap(1, 5, "asleep")], gap(1, 5, "asleep"), [gap(1, 5, "asleep")]],
  ["trouble noticed after sleep", [gap(3, 5, "asleep")], gap(4, null), [gap(3, 5, "asleep"), gap(5, null)]],
  [
    "a lack that began before another",
    [gap(5, null, "not-kept")],
    gap(3, null),
    [gap(3, 5), gap(5, null, "not-kept")],
  ],
])("%s", (_name, known, added, expected) => {
  expect(withGap(known, added)).toEqual(expected);
});

test("a gap that grows is to be asked for again", () => {
  expect(withGap([{ ...gap(1, 3), fetched: 2 }], gap(3, 4))).toEqual([gap(1, 4)]);
});

test.each<[string, Gap, Gap[]]>([
  ["one that is over", gap(1, 5), [gap(1, 5)]],
  ["one that lasts", gap(1, null), [gap(1, null)]],
  ["one that reaches beyond now", gap(1, 50), [gap(1, 10)]],
  ["one that begins after now", gap(20, 50), []],
  ["one that begins after now, and lasts", gap(20, null), []],
])("no span lies in the future: %s", (_name, known, expected) => {
  expect(upTo(10, known)).toEqual(expected);
});

const anyGap = fc
  .tuple(
    fc.nat(50),
    fc.option(fc.nat(50), { nil: null }),
    fc.constantFrom<GapReason>("asleep", "not-running", "unreachable", "no-tunnel", "not-kept"),
  )
  .map(([from, to, reason]) => gap(from, to, reason));
const end = ({ to }: Gap) => to ?? 1_000;
const covered = (gaps: readonly Gap[], at: number) => gaps.filter((one) => one.from <= at && at < end(one));

test("in every order each instant is in one gap at most, and in one when any reason names it", () => {
  fc.assert(
    fc.property(fc.array(anyGap, { maxLength: 12 }), (added) => {
      const gaps = added.reduce<Gap[]>(withGap, []);
      for (let at = 0; at < 60; at++)
        expect(covered(gaps, at)).toHaveLength(covered(added, at).length > 0 ? 1 : 0);
      for (const [i, one] of gaps.entries()) {
        expect(one.from).toBeLessThan(end(one));
        const next = gaps[i + 1];
        if (next) expect(end(one)).toBeLessThanOrEqual(next.from);
        if (next && end(one) === next.from) expect(one.reason).not.toBe(next.reason);
      }
    }),
    { numRuns: repeated(1_000) },
  );
});

describe("what the last run left", () => {
  const minute = 60_000;
  const open = gap(10 * minute, null);

  test.each([
    ["nothing, after a short pause", { open: null, aliveAt: 20, wanted: true }, null, null],
    ["nothing, at the very first start", { open: null, aliveAt: null, wanted: true }, null, null],
    ["nothing, while no tunnel is wanted", { open: null, aliveAt: 10, wanted: false }, null, null],
    ["a span in which Bookbell did not run", { open: null, aliveAt: 12, wanted: true }, null, [12, 21]],
    ["an open gap, which goes on while it does not run", { open, aliveAt: 12, wanted: true }, 12, [12, 21]],
    ["an open gap, after a short pause", { open, aliveAt: 20, wanted: true }, 21, null],
    ["an open gap, of a tunnel that is not wanted any more", { open, aliveAt: 12, wanted: false }, 12, null],
    ["an open gap that began after the last heartbeat", { open, aliveAt: 9, wanted: true }, 10, [9, 21]],
  ])("%s", (_name, { open, aliveAt, wanted }, closeAt, notRunning) => {
    const now = 21 * minute;
    expect(
      sinceLastRun({ open, aliveAt: aliveAt === null ? null : aliveAt * minute, now, wanted, keeps: false }),
    ).toEqual({
      closeAt: closeAt === null ? null : closeAt * minute,
      notRunning:
        notRunning && gap((notRunning[0] ?? 0) * minute, (notRunning[1] ?? 0) * minute, "not-running"),
    });
  });
});

describe("where somebody else keeps for 14 days what arrives meanwhile", () => {
  const minute = 60_000;
  const days = 1_440 * minute;

  test.each<[string, number | null, number, [number, number] | null]>([
    ["a first contact", null, 40 * days, null],
    ["a weekend", 2 * days, 5 * days, null],
    ["just as long as that", 2 * days, 16 * days, null],
    ["longer", 2 * days, 20 * days, [2 * days, 6 * days]],
    ["a clock that was set back", 20 * days, 2 * days, null],
  ])("%s: what is lost", (_name, contactAt, now, lost) => {
    expect(lostSince(contactAt, now, 14 * days)).toEqual(lost && gap(...lost, "too-long-away"));
  });

  test("not running is no gap, and ends what was open where Bookbell last knew of it", () => {
    const last = { open: gap(minute, null), aliveAt: 5 * minute, now: 60 * minute, wanted: true };
    expect(sinceLastRun({ ...last, keeps: true })).toEqual({ closeAt: 5 * minute, notRunning: null });
  });
});
