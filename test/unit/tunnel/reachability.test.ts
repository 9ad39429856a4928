import fc from "fast-check";
import { expect, test } from "vitest";
import { WorldError } from "../../../main/lib/world-error.ts";
import { afterEvent, type ReachEvent, unreached } from "../../../main/tunnel/reachability.ts";
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
