import type { ChangeKind } from "./change.ts";
import type { DeliveryReason } from "./reasons.ts";

/**
 * What a delivery was worth: `first` told of a booking never heard of, `newer` of a later state; `duplicate` and
 * `stale` changed nothing; `unreadable` is kept, but is no booking to this version.
 */
export type Verdict = "first" | "newer" | "duplicate" | "stale" | "unreadable";

/** How it came: posted to this computer, or to the relay; taken in again from the log; asked for. */
export type Via = "webhook" | "relay" | "replay" | "catch-up";
/** Its sender posted it, of its own accord. */
export const isPosted = (via: Via): boolean => via === "webhook" || via === "relay";

/** What became of one: `gone` tells of what was forgotten or let go, `silent` of no booking; neither is in the log. */
export type Answered = Verdict | "gone" | "silent";

/** So many of a kind, since the user looked at them or what caused them was mended. */
export interface Tally {
  readonly count: number;
  /** Of the last of them; empty where there is none to tell. */
  readonly reason: string;
  /** When the first and the last came, epoch milliseconds. */
  readonly first: number;
  readonly last: number;
}

/**
 * What is counted of all that came: `unsigned` and `malformed` were refused at the right address, `misdirected` came to
 * another one that Bookbell may have had, `oldAddress` to the one before while it counts, `unreadable` is kept, but is no booking to this version, and `received` was
 * taken in; test bookings of Bookbell's own are none of them.
 */
export const tallyNames = [
  "unsigned",
  "malformed",
  "misdirected",
  "oldAddress",
  "unreadable",
  "received",
] as const;
export type TallyName = (typeof tallyNames)[number];
export type Tallies = Readonly<Record<TallyName, Tally | null>>;
export const noTallies = Object.fromEntries(tallyNames.map((name) => [name, null])) as Record<
  TallyName,
  null
>;

/** One line of the delivery log. */
export interface DeliveryLine {
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly via: Via;
  readonly verdict: Verdict | "refused";
  /** Why it could not be read, or which refusal it met; null when it was taken in. */
  readonly reason: DeliveryReason | null;
  /** Whose booking it is, as known now: customer, else subject; empty when unknown or forgotten. */
  readonly who: string;
  readonly bookingId: string | null;
  /** What it changed, if it did. */
  readonly change: ChangeKind | null;
  /** How long after Timekit's `updated_at` it came, milliseconds; null when that is not told. */
  readonly lateBy: number | null;
  readonly bytes: number;
  /** How often the same bytes came after it without a line of their own. */
  readonly again: number;
}

/** Which of the deliveries are listed; problems are those that were not taken in. */
export const deliveryFilters = ["everything", "problems"] as const;
export type DeliveryFilter = (typeof deliveryFilters)[number];

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

/** How much was removed. */
export interface Removed {
  readonly bookings: number;
  readonly deliveries: number;
  readonly alerts: number;
}

/** What forgetting a customer removed; `setAside` = how many damaged files were not looked into, and may hold more. */
export interface Forgotten extends Removed {
  readonly setAside: number;
}
