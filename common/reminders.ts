import type { Booking } from "./booking.ts";

/** Minutes; 0 = at the start. */
export const reminderLeads = [0, 5, 10, 15, 30, 60] as const;
export type ReminderLead = (typeof reminderLeads)[number];

/** A booking that can be reminded of. */
export type Timed = Booking & { readonly start: number; readonly end: number };

/** Whether a booking is reminded of: it is certain, and has a start that one can be late for. */
export const isReminded = (booking: Booking): booking is Timed =>
  booking.status === "confirmed" && !booking.allDay && booking.start !== null && booking.end !== null;
