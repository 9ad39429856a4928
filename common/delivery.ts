import type { ChangeKind } from "./change.ts";

/**
 * What a delivery was worth: `first` told of a booking never heard of, `newer` of a later state; `duplicate` and
 * `stale` changed nothing; `unreadable` is kept, but is no booking to this version.
 */
export type Verdict = "first" | "newer" | "duplicate" | "stale" | "unreadable";

/** One line of the delivery log. */
export interface DeliveryLine {
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly via: "webhook" | "replay" | "catch-up";
  readonly verdict: Verdict;
  /** Why it could not be read; empty when it could. */
  readonly reason: string;
  /** Whose booking it is, as known now: customer, else subject; empty when unknown or forgotten. */
  readonly who: string;
  readonly bookingId: string | null;
  /** What it changed, if it did. */
  readonly change: ChangeKind | null;
  /** How long after Timekit's `updated_at` it came, milliseconds; null when that is not told. */
  readonly lateBy: number | null;
  readonly bytes: number;
}

/** Newest first; `more` = older ones follow. */
export interface DeliveryPage {
  readonly lines: readonly DeliveryLine[];
  readonly more: boolean;
}

export interface DeliveryDetail extends DeliveryLine {
  /** The headers that matter, as received. */
  readonly headers: Readonly<Record<string, string>>;
  /** The raw body; bytes that are not UTF-8 are shown as U+FFFD. */
  readonly body: string;
}

/** What forgetting a customer removed. */
export interface Forgotten {
  readonly bookings: number;
  readonly deliveries: number;
  readonly alerts: number;
}
