import type { Status } from "../status.ts";
import { counted } from "./counted.ts";

/** The words for the bookings of a day, in rows and spoken. */
export const agenda = {
  today: "Today",
  /** Between the two times of a row, where it is heard only. */
  to: "to",
  fromTo: ({ from, to }: { from: string; to: string }) => `${from} to ${to}`,
  now: "Now",
  next: "Next",
  free: ({ length }: { length: string }) => `Free for ${length}`,
  nowUntil: ({ end }: { end: string }) => `Now · until ${end}`,
  nextIn: ({ countdown }: { countdown: string }) => (countdown ? `Next · ${countdown}` : "Next · now"),
  allDay: "All day",
  allDayOn: ({ day }: { day: string }) => `${day}, All day`,
  noTime: "No time yet",
  tomorrow: "Tomorrow",
  since: ({ when }: { when: string }) => `Since ${when}`,
  until: ({ when }: { when: string }) => `Until ${when}`,
  untitled: "Booking",
  more: ({ count }: { count: number }) => `and ${count} more`,
  seats: ({ taken, max }: { taken: number; max: number | null }) =>
    max === null ? `${counted(taken, "seat")} taken` : `${taken} of ${max} seats`,
  theirTime: ({ time, city }: { time: string; city: string }) => `${time} their time, ${city}`,
  nextAfterToday: "Next booking",

  tags: {
    clash: "Overlaps",
    asked: "Asked for",
    held: "Held",
    noShow: "Did not come",
    state: ({ state }: { state: string }) => `State: ${state || "unknown"}`,
  },

  off: {
    cancelled: { customer: "Cancelled by customer", host: "Cancelled by host", none: "Cancelled" },
    declined: { customer: "Declined by customer", host: "Declined", none: "Declined" },
    moved: { customer: "Moved by customer", host: "Moved by host", none: "Moved" },
    expired: "Expired",
    other: "Not taking place",
  },

  changes: {
    one: ({ who, time, what }: { who: string; time: string; what: string }) =>
      [who, time, what].filter(Boolean).join(", "),
    many: ({ count }: { count: number }) => `${count} bookings of today changed`,
    added: "new",
    gone: "no longer today",
    timed: "new time",
    to: {
      asked: "asked for",
      held: "held",
      confirmed: "confirmed",
      declined: "declined",
      cancelled: "cancelled",
      moved: "moved to another time",
      done: "over",
      expired: "expired",
      unknown: "changed",
    } satisfies Record<Status, string>,
  },

  empty: {
    title: "The rest of today is yours",
    allOff: "Nothing else today.",
  },

  notKnown: {
    title: "Your bookings are not known right now",
    text: "Until they are, look in Timekit.",
  },

  noneYet: {
    title: "No bookings yet",
    text: "New bookings appear here the moment they’re made.",
  },
} as const;
