import type { Move } from "./agenda.ts";
import type { Booking } from "./booking.ts";
import type { Change } from "./change.ts";

/** All that is known of one booking. */
export interface BookingDetail {
  readonly booking: Booking;
  /** What happened to it, oldest first; `at` is when it was received, epoch milliseconds. */
  readonly history: readonly { readonly at: number; readonly change: Change }[];
  /** What is at the same time, or without a gap. */
  readonly clash: { readonly kind: "overlap" | "no-gap"; readonly other: Booking } | null;
  /** The other half of its move, where it is known to have moved. */
  readonly move: Move | null;
  /** The host that Join leads to, as a button shows it; null = there is nothing to join. */
  readonly join: string | null;
}

export const searchStates = ["all", "confirmed", "requests", "cancelled"] as const;
export const searchTimes = ["all", "upcoming", "past"] as const;

/** What is looked for: every word, as a part of any word of a booking. */
export interface Wanted {
  readonly text: string;
  readonly state: (typeof searchStates)[number];
  readonly time: (typeof searchTimes)[number];
  /** So many at most; without it, as many as a list shows. */
  readonly most?: number | undefined;
}

/** More than anybody reads through; who looks for more adds a word. */
export const mostFound = 50;

/**
 * What is to come first, soonest first, then what is over, latest first; as far as a list shows it. `more` = there are
 * further ones.
 */
export interface Found {
  readonly bookings: readonly Booking[];
  readonly more: boolean;
}

/** How long to be left alone: minutes, or until the booking starts. */
export const snoozes = [5, 10, 15, "start"] as const;
export type Snooze = (typeof snoozes)[number];
