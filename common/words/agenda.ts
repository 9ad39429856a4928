import type { Party } from "../booking.ts";
import type { Status } from "../status.ts";
import { counted } from "./counted.ts";

/** The words for the bookings of a day, in rows and spoken. */
export const agenda = {
  today: "Today",
  /** Between the two times of a row, where it is heard only. */
  to: "to",
  fromTo: ({ from, to }: { from: string; to: string }) => `${from} to ${to}`,
  now: "Now",
  free: ({ span }: { span: string }) => `Free ${span}`,
  left: ({ span }: { span: string }) => `Now · ${span} left`,
  starting: "Starting now",
  allDay: "All day",
  allDayOn: ({ day }: { day: string }) => `${day}, All day`,
  endsAt: ({ time }: { time: string }) => `Ends ${time}`,
  /** Over the end, in the column of the times. */
  ends: "ends",
  dayOf: ({ day, days }: { day: number; days: number }) => `day ${day} of ${days}`,
  untilNextDay: ({ time }: { time: string }) => `until ${time} the next day`,
  noTime: "Time not set",
  /** In the column of the times, where there is none. */
  noClock: "—",
  tomorrow: "Tomorrow",
  since: ({ when }: { when: string }) => `Since ${when}`,
  untitled: "Booking",
  more: ({ count }: { count: number }) => `and ${count} more`,
  seats: ({ taken, max }: { taken: number; max: number | null }) =>
    max === null ? `${counted(taken, "seat")} taken` : `${taken} of ${max} seats`,
  theirTime: ({ time, city }: { time: string; city: string }) => `${time} in ${city}`,
  fresh: "New",
  /** What a row is, to who hears it. */
  row: "booking, Enter opens",
  movedTo: ({ when, by }: { when: string; by: Party }) =>
    by === null ? `moved to ${when}` : `moved to ${when} by ${by}`,
  movedFrom: ({ when, by }: { when: string; by: Party }) =>
    by === null ? `moved from ${when}` : `moved from ${when} by ${by}`,
  list: "Bookings",

  tags: {
    clash: ({ time }: { time: string }) => `Overlaps ${time}`,
    asked: "Request",
    held: "On hold",
    full: "Full",
    noShow: "Did not come",
    state: ({ state }: { state: string }) => (state ? `Status: ${state}` : "Unknown status"),
  },

  off: {
    cancelled: { customer: "cancelled by customer", host: "cancelled by host", none: "cancelled" },
    declined: { customer: "declined by customer", host: "declined", none: "declined" },
    moved: { customer: "moved by customer", host: "moved by host", none: "moved" },
    expired: "request expired",
    unpaid: "payment missed",
    other: "not happening",
    /** The same on its own. */
    alone: ({ reason }: { reason: string }) => reason.charAt(0).toUpperCase() + reason.slice(1),
  },

  changes: {
    one: ({ who, time, what }: { who: string; time: string; what: string }) =>
      [who, time, what].filter(Boolean).join(", "),
    many: ({ count }: { count: number }) => `${count} of today’s bookings changed`,
    added: "new",
    gone: "moved to another day",
    timed: "new time",
    to: {
      asked: "request",
      held: "on hold",
      confirmed: "confirmed",
      declined: "declined",
      cancelled: "cancelled",
      moved: "moved to another time",
      done: "ended",
      expired: "expired",
      unknown: "changed",
    } satisfies Record<Status, string>,
  },

  empty: {
    done: "You’re done for today",
    none: "No bookings today",
    next: ({ when, span }: { when: string; span: string }) =>
      span ? `Next: ${when}, ${span}` : `Next: ${when}`,
  },

  notKnown: {
    title: "Your bookings aren’t known right now",
    text: "Until they are, look in Timekit.",
  },

  noneYet: {
    title: "No bookings yet",
    text: "New bookings appear here the moment they’re made.",
  },
} as const;
