import type { Booking } from "./booking.ts";

/** What the schedule shows of one booking, at one moment. */
export interface AgendaItem {
  /** As far as a list shows it: without its long texts and its further customers. */
  readonly booking: Booking;
  /** How many further customers it has. */
  readonly others: number;
  /** `now` = has begun and not ended; `next` = the first to begin of those that take place. */
  readonly phase: "over" | "now" | "next" | "later";
  /** It will not take place (cancelled, declined, moved): shown struck out, with the reason. */
  readonly off: boolean;
  /** Another one that takes place is at the same time. */
  readonly clash: boolean;
  /** The host that Join leads to, as a button shows it: empty while others see the screen. Null = there is nothing to join. */
  readonly join: string | null;
}

export interface Agenda {
  /** What is still to come of today (and what is on now), in time order, all-day first. */
  readonly items: readonly AgendaItem[];
  /** How many of today that took place are over. */
  readonly earlier: number;
  /** The first booking after today that takes place, as far as a list shows it; for the empty page. */
  readonly afterToday: Booking | null;
  /** Whether any booking was ever received; until then the page explains how to connect. */
  readonly everReceived: boolean;
}
