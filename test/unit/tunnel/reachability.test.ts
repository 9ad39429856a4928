import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WorldError } from "../../../main/lib/world-error.ts";
import { afterEvent, isThoroughDue, type ReachEvent, unreached } from "../../../main/tunnel/reachability.ts";
import type { TunnelState } from "../../../main/tunnel/supervisor.ts";

const error = new WorldError("tunnel-unreachable");
const tunnel: fc.Arbitrary<TunnelState> = fc.constantFrom(
  { state: "off" },
  { state: "opening", attempt: 0 },
  { state: "up", url: "https://bell.example.com", since: 0 },
  { state: "waiting", attempt: 1, retryAt: 0, error },
  { state: "stuck", error },
);
const event: fc.Arbitrary<ReachEvent> = fc.oneof(
  fc.record({ type: fc.constant("tunnel" as const), tunnel }),
  fc.record({
    type: fc.constant("probed" as const),
    thorough: fc.boolean(),
    result: fc.constantFrom(
      { ok: true as const, ms: 1 },
      { ok: false as const, code: "front-door-silent" as const },
    ),
  }),
  fc.constantFrom<ReachEvent>({ type: "noticed" }, { type: "grace-over" }),
);
const history = fc.array(fc.tuple(fc.nat(100_000), event), { maxLength: 60 });

test("in every history state, gap and problem go together, and no instant moves without cause", () => {
  fc.assert(
    fc.property(history, (events) => {
      let at = 1_000;
      let known = unreached(at);
      for (const [pause, event] of events) {
        at += pause;
        const before = known;
        const [after, wishes] = afterEvent(before, event, at);
        known = after;
        expect(after.gap !== null).toBe(after.state === "not-receiving");
        if (after.state === "not-receiving") expect(after.trouble).not.toBeNull();
        if (after.state === "receiving") expect([after.tunnel, after.trouble]).toEqual(["up", null]);
        expect(after.state === "off").toBe(after.tunnel === "off");
        expect(after.since).toBe(after.state === before.state ? before.since : at);
        if (before.gap && after.gap) expect(after.gap).toBe(before.gap);
        if (after.gap) expect(after.gap.from).toBeLessThanOrEqual(at);
        if (after.tunnel !== "up") expect(wishes.probe ?? "none").toBe("none");
        if (wishes.reopen) expect(after.tunnel).toBe("up");
        if (event.type === "probed" && after.tunnel === "up") expect(wishes.probe).toMatch(/soon|later/);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("two misses in a row, with no grace left, are always told", () => {
  fc.assert(
    fc.property(history, (events) => {
      let known = unreached(0);
      for (const [, event] of events) [known] = afterEvent(known, event, 1);
      const rest: ReachEvent[] = [
        { type: "tunnel", tunnel: { state: "up", url: "https://bell.example.com", since: 0 } },
        { type: "grace-over" },
        { type: "probed", thorough: true, result: { ok: false, code: "front-door-silent" } },
        { type: "probed", thorough: true, result: { ok: false, code: "front-door-silent" } },
      ];
      for (const event of rest) [known] = afterEvent(known, event, 2);
      expect(known.state).toBe("not-receiving");
    }),
  );
});

const tell = (tunnel: TunnelState): ReachEvent => ({ type: "tunnel", tunnel });
const off = tell({ state: "off" });
const opening = tell({ state: "opening", attempt: 0 });
const up = tell({ state: "up", url: "https://bell.example.com", since: 0 });
const waiting = tell({ state: "waiting", attempt: 1, retryAt: 0, error });
const stuck = tell({ state: "stuck", error });
const noticed: ReachEvent = { type: "noticed" };
const graceOver: ReachEvent = { type: "grace-over" };
const came: ReachEvent = { type: "probed", thorough: false, result: { ok: true, ms: 1 } };
const cameWhole: ReachEvent = { ...came, thorough: true };
const missed: ReachEvent = { ...came, result: { ok: false, code: "front-door-silent" } };
const times = (count: number, event: ReachEvent) => Array.from({ length: count }, () => event);

/** What is known after these events, the first at ten, each ten later than the one before, and what the last asks for. */
function following(...events: readonly ReachEvent[]) {
  let known = unreached(0);
  let wishes = {};
  for (const [i, event] of events.entries()) [known, wishes] = afterEvent(known, event, (i + 1) * 10);
  return { known, wishes };
}

test("at first nothing is wanted, known or wrong", () => {
  expect(unreached(5)).toMatchObject({ state: "off", since: 5, wellAt: 5, works: false, graced: false });
});

test.each([
  [null, 0, true],
  [0, 86_399_999, false],
  [0, 86_400_000, true],
  [86_400_000, 86_400_001, false],
])("of bytes seen unaltered at %s, a thorough probe is due at %d: %s", (unalteredAt, at, due) => {
  expect(isThoroughDue({ ...unreached(0), unalteredAt }, at)).toBe(due);
});

describe("what is asked for after", () => {
  test.each<[string, readonly ReachEvent[], object]>([
    ["a tunnel that stands", [up], { probe: "now" }],
    ["one that is opened", [opening], { probe: "none" }],
    ["one that waits", [waiting], { probe: "none" }],
    ["one that is stuck", [stuck], { probe: "none" }],
    ["none that is wanted any more", [up, off], { probe: "none" }],
    ["a probe that came", [up, came], { probe: "later" }],
    ["a first miss", [up, came, missed], { probe: "soon" }],
    ["a second", [up, came, missed, missed], { probe: "later" }],
    [
      "a third, which the tunnel may be at fault for",
      [up, ...times(3, missed)],
      { probe: "later", reopen: true },
    ],
    ["a probe of a tunnel that is gone", [up, opening, missed], {}],
    ["waking, before any tunnel", [noticed], {}],
    ["waking, when only the user can mend it", [stuck, noticed], {}],
    ["waking, while one is opened", [opening, noticed], { grace: true }],
    ["waking, while one stands", [up, came, noticed], { grace: true, probe: "now" }],
    ["waking twice", [up, came, noticed, noticed], {}],
    ["waking after one miss in the grace", [up, noticed, missed, noticed], {}],
    ["waking after two", [up, noticed, missed, missed, noticed], { probe: "now" }],
    ["waking in trouble, while it waits", [waiting, noticed], {}],
    ["waking in trouble, while it is opened anew", [waiting, up, noticed], {}],
    ["waking in trouble that probes found", [up, missed, missed, noticed], { probe: "now" }],
    ["the end of the grace", [up, noticed, graceOver], {}],
  ])("%s", (_what, events, wishes) => expect(following(...events).wishes).toEqual(wishes));
});

describe("what is told after", () => {
  test.each<[string, readonly ReachEvent[], string]>([
    ["a tunnel that was not tried", [up], "unknown"],
    ["one that is opened", [opening], "unknown"],
    ["one that waits", [waiting], "not-receiving"],
    ["one that is stuck", [stuck], "not-receiving"],
    ["a probe that came", [up, came], "receiving"],
    ["one miss", [up, came, missed], "receiving"],
    ["one miss, twice", [up, came, missed, came, missed], "receiving"],
    ["two misses in a row", [up, came, missed, missed], "not-receiving"],
    ["trouble that was, in a new tunnel", [waiting, up], "not-receiving"],
    ["trouble that is over", [waiting, up, came], "receiving"],
    ["trouble before it was switched off", [waiting, off], "off"],
    ["trouble before it was switched off and on", [waiting, off, up], "unknown"],
    ["waking", [up, came, noticed], "unknown"],
    ["waking, and a probe that came", [up, came, noticed, came], "receiving"],
    ["waking, and trouble that may pass", [up, came, noticed, waiting], "unknown"],
    ["waking, and misses that may pass", [up, came, noticed, missed, missed], "unknown"],
    ["waking, and trouble that did not pass", [up, came, noticed, waiting, graceOver], "not-receiving"],
    ["waking, and what only the user can mend", [up, came, noticed, stuck], "not-receiving"],
    ["a grace that a probe has ended", [up, noticed, came, missed, missed], "not-receiving"],
    ["waking in trouble", [waiting, noticed], "not-receiving"],
  ])("%s: %s", (_what, events, state) => expect(following(...events).known.state).toBe(state));
});

describe("a gap begins", () => {
  test.each<[string, readonly ReachEvent[], object]>([
    ["when a tunnel was first wanted", [off, opening, waiting], { from: 20, reason: "no-tunnel" }],
    ["when all was well last", [up, came, missed, came, waiting], { from: 40, reason: "no-tunnel" }],
    ["before the first of two misses", [up, came, missed, missed], { from: 20, reason: "unreachable" }],
    [
      "with the sleep, when it was well until then",
      [up, came, noticed, stuck],
      { from: 30, reason: "no-tunnel" },
    ],
    [
      "before the sleep, when a miss said so",
      [up, came, missed, noticed, stuck],
      { from: 20, reason: "no-tunnel" },
    ],
    ["before the sleep, when no probe had come", [up, noticed, stuck], { from: 10, reason: "no-tunnel" }],
    [
      "once, whatever else goes wrong",
      [up, came, missed, missed, opening, stuck],
      { from: 20, reason: "unreachable" },
    ],
  ])("%s", (_what, events, gap) => expect(following(...events).known.gap).toEqual(gap));

  test("now, where the clock was set back since all was well", () => {
    const [known] = afterEvent(following(up, came).known, waiting, 3);
    expect(known.gap).toEqual({ from: 3, reason: "no-tunnel" });
  });
});

test("what was seen unaltered is of one tunnel, and only thorough probes see it", () => {
  expect(following(up, came).known.unalteredAt).toBeNull();
  expect(following(up, cameWhole, came).known.unalteredAt).toBe(20);
  expect(following(up, cameWhole, opening, up).known.unalteredAt).toBeNull();
});

test("a tunnel is opened anew the less often the less that helps, until a probe comes", () => {
  const events = [...times(60, missed), up, came, ...times(3, missed)];
  let known = following(up).known;
  let misses = 0;
  const reopened: number[] = [];
  for (const event of events) {
    const [next, wishes] = afterEvent(known, event, 1);
    misses = event === missed ? misses + 1 : 0;
    known = next;
    if (!wishes.reopen) continue;
    reopened.push(misses);
    misses = 0;
    [known] = afterEvent(known, up, 1);
  }
  expect(reopened).toEqual([3, 6, 12, 24, 3]);
});
