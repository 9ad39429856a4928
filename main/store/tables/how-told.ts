import type { HowTold, SilentOutcome } from "../../../common/activity.ts";
import type { SilenceReason } from "../../../common/silence.ts";

/** What is kept of how the user was told of a change that came `at`. */
export interface AlertState {
  readonly at: number;
  /** 1 = nobody was to be told from the start. */
  readonly quietly: number;
  /** See Outcome; a row may be of any version. */
  readonly outcome: string | null;
  readonly settled_at: number | null;
  readonly seen_at: number | null;
  readonly tried_at: number | null;
  readonly repeated_at: number | null;
  readonly why: string | null;
}

/** How the user was told, by what was kept when that happened. */
export function howTold({ at, quietly, outcome, why, ...row }: AlertState): HowTold {
  if (quietly === 1) return { how: "silent", outcome: "known", why: null };
  if (outcome === null) return { how: "waiting", tried: row.tried_at !== null };
  if (outcome === "paired") return { how: "together" };
  if (outcome === "shown")
    return {
      how: "announced",
      // A clock may have been set back meanwhile.
      afterMs: Math.max(0, (row.settled_at ?? at) - at),
      waited: row.tried_at !== null,
      again: row.repeated_at !== null,
    };
  const reason: SilenceReason | null = why === null ? null : JSON.parse(why);
  return { how: "silent", outcome: outcome as SilentOutcome, why: reason };
}
