import type { Booking, Dates, Party } from "./booking.ts";

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
  /** When another one that takes place at the same time begins, epoch milliseconds; null = none does. */
  readonly clash: number | null;
  /** The other half of its move, where it is known to have moved. */
  readonly move: Move | null;
  /** The host that Join leads to, as a button shows it: empty while others see the screen. Null = there is nothing to join. */
  readonly join: string | null;
}

/** Where a booking has moved to, or from. */
export interface Move {
  /** `to` = this booking is off, and takes place then; `from` = it takes place, and was to then. */
  readonly way: "to" | "from";
  /** Of the booking that it is, or was, at that time; its own where it has kept it. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly allDay: Dates | false;
  /** Who moved it. */
  readonly by: Party;
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

/** Dates, both included, such as "2026-11-23". */
export interface DateRange {
  readonly first: string;
  readonly last: string;
}

/** All of a day that took place, takes place, or was to: in time order, all-day first. */
export interface AgendaDay {
  readonly date: string;
  readonly items: readonly AgendaItem[];
}

/** A stretch of the endless list. */
export interface AgendaDays {
  /** Those on which there is anything, in order. */
  readonly days: readonly AgendaDay[];
  /** About the nearest dates outside on which there is: no other is nearer. Null = there is none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A day as it looks from afar: the bookings that take place, or did. */
export interface DayDots {
  readonly date: string;
  readonly count: number;
  /** The projects of the first few, by id; null where there is none. */
  readonly projects: readonly (string | null)[];
}

/** How many bookings of a day are told by project: of more, the rest is one mark. */
export const mostDots = 4;
