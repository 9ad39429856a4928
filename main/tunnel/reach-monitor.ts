import { problem } from "../../common/problems.ts";
import type { GapReason, ReachView } from "../../common/tunnel.ts";
import { createEvent } from "../lib/event.ts";
import type { ProbeOf, ProbeResult } from "./probe.ts";
import { afterEvent, isThoroughDue, type Reachability, type ReachEvent, unreached } from "./reachability.ts";
import type { TunnelState } from "./supervisor.ts";

/** What is known of being reachable, as the page shows it. */
export type Reach = Pick<ReachView, "state" | "since" | "problem" | "checkedAt">;

/** What watching the front door needs of the rest of Bookbell. */
export interface ReachParts {
  probe(wanted: ProbeOf): Promise<ProbeResult>;
  /** How often the chosen way may be tried. */
  probeEveryMs(): number;
  /** Where spans without reception are kept; times are epoch milliseconds. */
  readonly gaps: { begin(reason: GapReason, at: number): void; end(reason: GapReason, at: number): void };
  now(): number;
  onFault(error: unknown): void;
}

const soonMs = 2_000;
const graceMs = 20_000;

/** Knows whether what Timekit posts arrives here, by trying the public address again and again. */
export function createReach(parts: ReachParts) {
  const [finding, reopening] = [createEvent<Reach>(), createEvent()];
  let known = unreached(parts.now());
  let url = "";
  let grace: NodeJS.Timeout | undefined;
  /** Ends the probe that waits or is under way. */
  let drop = () => {};
  let closed = false;

  function happened(event: ReachEvent) {
    if (closed) return;
    const before = known;
    const at = parts.now();
    const [after, wishes] = afterEvent(before, event, at);
    known = after;
    keepGap(before, after, at);
    finding.tell(reachOf(after));
    if (wishes.probe) drop();
    if (wishes.probe && wishes.probe !== "none")
      probeIn({ now: 0, soon: soonMs, later: parts.probeEveryMs() }[wishes.probe]);
    if (wishes.grace) startGrace();
    // The last, because the supervisor tells of it at once.
    if (wishes.reopen) reopening.tell();
  }

  function keepGap({ gap: before }: Reachability, { gap: after }: Reachability, at: number) {
    if (before && !after) parts.gaps.end(before.reason, at);
    if (!before && after) parts.gaps.begin(after.reason, after.from);
  }

  function startGrace() {
    clearTimeout(grace);
    grace = setTimeout(() => happened({ type: "grace-over" }), graceMs);
  }

  function probeIn(ms: number) {
    const ending = new AbortController();
    const timer = setTimeout(() => void tryDoor(ending.signal).catch(parts.onFault), ms);
    drop = () => {
      clearTimeout(timer);
      ending.abort();
    };
  }

  async function tryDoor(signal: AbortSignal) {
    const thorough = isThoroughDue(known, parts.now());
    const result = await parts.probe({ url, thorough, signal });
    if (!signal.aborted) happened({ type: "probed", thorough, result });
  }

  return {
    onReach: finding.on,
    /** The tunnel is to be opened anew. */
    onReopen: reopening.on,
    /** To be told of every state of the supervisor. */
    onTunnel(tunnel: TunnelState): void {
      if (tunnel.state === "up") url = tunnel.url;
      happened({ type: "tunnel", tunnel });
    },
    /** To be called when the computer wakes, and when its network changes. */
    noticed: (): void => happened({ type: "noticed" }),
    /** Nothing is tried or told any more; a gap stays open, because nothing arrives from now on either. */
    close(): void {
      closed = true;
      drop();
      clearTimeout(grace);
    },
  };
}

function reachOf({ state, since, checkedAt, trouble }: Reachability): Reach {
  return { state, since, checkedAt, problem: trouble && problem(trouble.code) };
}
