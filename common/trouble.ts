import type { Problem } from "./problems.ts";
import type { AddedSource } from "./sources.ts";

/** How bad it is, worst first: none of these looks healthy anywhere. */
export const troubleLevels = ["failed", "refusing", "not-receiving", "not-set-up", "degraded"] as const;
export type TroubleLevel = (typeof troubleLevels)[number];

/** The one thing to do about a trouble. */
export type Remedy =
  | "port"
  | "secret"
  | "reconnect"
  | "tunnel"
  | "set-up"
  /** Give Timekit the address. */
  | "hand-out"
  | "copy"
  | "timekit"
  | AddedSource
  | "destinations"
  | "log"
  /** Tell it no more. */
  | "recovered";

/** What the user can say they have seen. */
export const dismissals = [
  "recovered",
  "tray",
  "electron",
  "unchecked",
  "update",
  "unsigned",
  "malformed",
  "misdirected",
  "oldAddress",
  "unreadable",
] as const;
export type Dismissal = (typeof dismissals)[number];

/** One thing in the way of a booking that is to be received and told. */
export interface Trouble {
  /** Names it: the same while it lasts. */
  readonly key: string;
  readonly level: TroubleLevel;
  readonly problem: Problem;
  /** Null: it passes by itself, or is mended outside Bookbell. */
  readonly remedy: Remedy | null;
  /** Since when nothing arrives, epoch milliseconds; null for any other trouble. */
  readonly since: number | null;
  /** It is told until it is mended, or until the user has seen it. */
  readonly dismissal: Dismissal | null;
}

export const trouble = (
  key: string,
  level: TroubleLevel,
  problem: Problem,
  remedy: Remedy | null,
): Trouble => ({
  key,
  level,
  problem,
  remedy,
  since: null,
  dismissal: null,
});
