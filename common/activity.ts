import type { Booking } from "./booking.ts";
import type { Change } from "./change.ts";
import type { DeliveryReason } from "./reasons.ts";
import type { SilenceReason } from "./silence.ts";
import type { Gap } from "./tunnel.ts";

/** What of it is listed: all, what went wrong, or the changes that no notification told of. */
export const activityTabs = ["everything", "problems", "silent"] as const;
export type ActivityTab = (typeof activityTabs)[number];

/** As many lines as the list can be asked for. */
export const mostActivity = 5_000;

/** How the user was told of a change. */
export type HowTold =
  /** It was on the screen so many milliseconds after it had come; `waited` = it could not be shown at first. */
  | { readonly how: "announced"; readonly afterMs: number; readonly waited: boolean; readonly again: boolean }
  /** It is owed; `tried` = and could not be shown so far. */
  | { readonly how: "waiting"; readonly tried: boolean }
  /** As one with the other half of its move. */
  | { readonly how: "together" }
  /** `why` is null where the outcome says it, and where an older version kept no reason. */
  | { readonly how: "silent"; readonly outcome: SilentOutcome; readonly why: SilenceReason | null };

/**
 * How a change ended that was not announced. `seen` = it could not be shown, and was looked at meanwhile; `failed` = it could
 * not be shown, and an older version gave up; `known` = it was so before Bookbell was connected, or while its seat was away.
 */
export type SilentOutcome = "ignored" | "quiet" | "past" | "paused" | "seen" | "failed" | "known";

/** Something that happened; `at` is when, epoch milliseconds, and `key` tells it from all others. */
export type ActivityLine = { readonly key: string; readonly at: number } & (
  | {
      readonly kind: "change";
      readonly change: Change;
      /** As it is now, which may be newer than the change, as far as a list shows it. */
      readonly booking: Booking;
      readonly seen: boolean;
      readonly told: HowTold;
    }
  | { readonly kind: "outage"; readonly gap: Gap }
  /** So many were turned away, or could not be read, for the same reason within a while; `seq` is the last. */
  | {
      readonly kind: "refused" | "unreadable";
      readonly count: number;
      readonly reason: DeliveryReason | null;
      readonly seq: number;
    }
);

/** What is asked for: so many lines of one tab, or of all that changed of one booking. */
export interface WantedActivity {
  readonly tab: ActivityTab;
  readonly bookingId: string | null;
  readonly count: number;
}

/** Newest first; `more` = older ones follow. */
export interface ActivityPage {
  readonly lines: readonly ActivityLine[];
  readonly more: boolean;
}
