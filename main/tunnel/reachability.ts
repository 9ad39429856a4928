import type { ProblemCode } from "../../common/problems.ts";
import type { GapReason, ReachView } from "../../common/tunnel.ts";
import type { ProbeResult } from "./probe.ts";
import type { TunnelState } from "./supervisor.ts";

/** Whether what Timekit posts arrives here, and what that is known from. Times are epoch milliseconds. */
export interface Reachability {
  readonly state: ReachView["state"];
  readonly since: number;
  readonly checkedAt: number | null;
  /** There exactly while nothing arrives. */
  readonly gap: { readonly from: number; readonly reason: GapReason } | null;
  readonly tunnel: TunnelState["state"];
  /** A probe came through this tunnel, and not two in a row have failed since. */
  readonly works: boolean;
  /** What was wrong last; forgotten when a probe comes through. */
  readonly trouble: { readonly code: ProblemCode; readonly reason: GapReason } | null;
  /** Probes of this tunnel that failed in a row. */
  readonly misses: number;
  /** So many misses, and the tunnel is opened anew; doubled each time that did not help. */
  readonly patience: number;
  /** The computer has just woken or changed networks: trouble may pass by itself. */
  readonly graced: boolean;
  /** When it last was well, or nothing was wanted. */
  readonly wellAt: number;
  /** When every byte was last seen to arrive as sent through this tunnel. */
  readonly unalteredAt: number | null;
}

export type ReachEvent =
  | { readonly type: "tunnel"; readonly tunnel: TunnelState }
  | { readonly type: "probed"; readonly thorough: boolean; readonly result: ProbeResult }
  /** The computer woke, or its network changed. */
  | { readonly type: "noticed" }
  | { readonly type: "grace-over" };

/** What is to be done after an event; what is not there stays as it was. */
export interface Wishes {
  /** Instead of the probe that waits or is under way: none, at once, shortly, or when its time has come. */
  readonly probe?: "none" | "now" | "soon" | "later";
  readonly grace?: true;
  readonly reopen?: true;
}

const patience = { first: 3, most: 24 };
const day = 86_400_000;
/** The front door took what was posted, or nobody knows of the front door: it waits there. */
const waits: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "relay-silent",
  "relay-unreachable",
  "relay-proxy",
]);

/** Before the supervisor has said anything. */
export const unreached = (at: number): Reachability => ({
  state: "off",
  since: at,
  checkedAt: null,
  gap: null,
  tunnel: "off",
  works: false,
  trouble: null,
  misses: 0,
  patience: patience.first,
  graced: false,
  wellAt: at,
  unalteredAt: null,
});

/** Once for each tunnel, then once a day, and until it succeeds. */
export const isThoroughDue = ({ unalteredAt }: Reachability, at: number): boolean =>
  unalteredAt === null || at - unalteredAt >= day;

/** What an event changes, and what is to be done about it. */
export function afterEvent(known: Reachability, event: ReachEvent, at: number): [Reachability, Wishes] {
  const [learnt, wishes] = learn(known, event, at);
  return [judge(learnt, at), wishes];
}

function learn(known: Reachability, event: ReachEvent, at: number): [Reachability, Wishes] {
  switch (event.type) {
    case "tunnel":
      return learnTunnel(known, event.tunnel, at);
    case "probed":
      return known.tunnel === "up" ? learnProbe(known, event, at) : [known, {}];
    case "noticed":
      return learnNotice(known, at);
    case "grace-over":
      return [{ ...known, graced: false }, {}];
  }
}

function learnTunnel(known: Reachability, now: TunnelState, at: number): [Reachability, Wishes] {
  if (now.state === "off")
    return [{ ...unreached(at), state: known.state, since: known.since, gap: known.gap }, { probe: "none" }];
  const next: Reachability = {
    ...known,
    tunnel: now.state,
    works: false,
    misses: 0,
    unalteredAt: null,
    wellAt: known.tunnel === "off" ? at : known.wellAt,
  };
  if (now.state === "up") return [next, { probe: "now" }];
  if (now.state === "opening") return [next, { probe: "none" }];
  const trouble = { code: now.error.code, reason: "no-tunnel" as const };
  // What only the user can mend does not pass by itself.
  return [{ ...next, trouble, graced: next.graced && now.state !== "stuck" }, { probe: "none" }];
}

function learnProbe(
  known: Reachability,
  { thorough, result }: ReachEvent & { type: "probed" },
  at: number,
): [Reachability, Wishes] {
  if (result.ok) {
    const well = { works: true, trouble: null, misses: 0, patience: patience.first, graced: false };
    const unalteredAt = thorough ? at : known.unalteredAt;
    return [{ ...known, ...well, checkedAt: at, wellAt: at, unalteredAt }, { probe: "later" }];
  }
  const missed = { ...known, checkedAt: at, misses: known.misses + 1 };
  if (missed.misses < 2) return [missed, { probe: "soon" }];
  const reason = waits.has(result.code) ? ("no-tunnel" as const) : ("unreachable" as const);
  const failed = { ...missed, works: false, trouble: { code: result.code, reason } };
  if (failed.misses < failed.patience) return [failed, { probe: "later" }];
  return [
    { ...failed, patience: Math.min(failed.patience * 2, patience.most) },
    { probe: "later", reopen: true },
  ];
}

function learnNotice(known: Reachability, at: number): [Reachability, Wishes] {
  if (known.tunnel === "off") return [known, {}];
  const isUp = known.tunnel === "up";
  if (!known.graced && !known.trouble) {
    // What happened before is the sleep's, if it is anything's.
    const wellAt = known.works && known.misses === 0 ? at : known.wellAt;
    const next = { ...known, works: false, misses: 0, graced: true, wellAt };
    return [next, isUp ? { grace: true, probe: "now" } : { grace: true }];
  }
  // With fewer misses a probe is under way or about to be.
  return [known, isUp && known.misses >= 2 ? { probe: "now" } : {}];
}

function judge(learnt: Reachability, at: number): Reachability {
  const state = stateOf(learnt);
  const since = state === learnt.state ? learnt.since : at;
  if (state !== "not-receiving" || !learnt.trouble) return { ...learnt, state, since, gap: null };
  const gap = learnt.gap ?? { from: Math.min(learnt.wellAt, at), reason: learnt.trouble.reason };
  return { ...learnt, state, since, gap };
}

function stateOf({ tunnel, works, trouble, graced }: Reachability): Reachability["state"] {
  if (tunnel === "off") return "off";
  if (works) return "receiving";
  if (trouble && !graced) return "not-receiving";
  return "unknown";
}
