import type { ChangeKind, Detail } from "../change.ts";

interface Who {
  readonly who: string;
}

interface Count {
  readonly count: number;
}

const title: Record<ChangeKind, (named: Who) => string> = {
  new: ({ who }) => `New booking: ${who}`,
  asked: ({ who }) => `Booking request: ${who}`,
  held: ({ who }) => `On hold: ${who}`,
  confirmed: ({ who }) => `Confirmed: ${who}`,
  moved: ({ who }) => `Moved: ${who}`,
  declined: ({ who }) => `Declined: ${who}`,
  cancelled: ({ who }) => `Cancelled: ${who}`,
  expired: ({ who }) => `Request expired: ${who}`,
  done: ({ who }) => `Ended: ${who}`,
  details: ({ who }) => `Details changed: ${who}`,
  unknown: ({ who }) => `Changed: ${who}`,
};

/** Where nobody is named: not told, or hidden. */
const bare: Record<ChangeKind, string> = {
  new: "New booking",
  asked: "New booking request",
  held: "Booking on hold",
  confirmed: "Booking confirmed",
  moved: "Booking moved",
  declined: "Booking declined",
  cancelled: "Booking cancelled",
  expired: "Booking request expired",
  done: "Booking ended",
  details: "Booking details changed",
  unknown: "Booking changed",
};

/** Of a booking of which one thing changed. */
const detail: Record<Detail, (named: Who) => string> = {
  subject: ({ who }) => `Subject changed: ${who}`,
  place: ({ who }) => `Location changed: ${who}`,
  description: ({ who }) => `Description changed: ${who}`,
  comment: ({ who }) => `Comment changed: ${who}`,
  answers: ({ who }) => `Form answers changed: ${who}`,
  customers: ({ who }) => `Customer changed: ${who}`,
  host: ({ who }) => `Host changed: ${who}`,
  project: ({ who }) => `Project changed: ${who}`,
  seats: ({ who }) => `Seats changed: ${who}`,
};

const advice: Partial<Record<ChangeKind, string>> = { asked: "Waiting for your answer." };

const count: Record<ChangeKind, (counted: Count) => string> = {
  new: ({ count }) => `${count} new`,
  asked: ({ count }) => `${count} requested`,
  held: ({ count }) => `${count} on hold`,
  confirmed: ({ count }) => `${count} confirmed`,
  moved: ({ count }) => `${count} moved`,
  declined: ({ count }) => `${count} declined`,
  cancelled: ({ count }) => `${count} cancelled`,
  expired: ({ count }) => `${count} expired`,
  done: ({ count }) => `${count} ended`,
  details: ({ count }) => `${count} with changed details`,
  unknown: ({ count }) => `${count} changed`,
};

/** The words of a notification, and of its buttons. */
export const notifications = {
  language: "en",
  title,
  bare,
  detail,
  changed: ({ details }: { details: string }) => `Changed: ${details}`,
  advice,
  count,
  many: ({ count }: Count) => `${count} booking updates`,
  paid: ({ who }: Who) => `Paid: ${who}`,
  movedAway: ({ who }: Who) => `Moved: ${who}`,
  someoneMovedAway: "Booking moved",
  was: ({ time }: { time: string }) => `Was ${time}`,
  newTimeUnknown: "The new time isn’t known yet.",
  notPaid: ({ who }: Who) => `Payment missed, slot released: ${who}`,
  theirTime: ({ time, city }: { time: string; city: string }) => `${time} in ${city}`,
  clash: {
    overlap: ({ time, who }: { time: string; who: string }) => `Overlaps ${time}, ${who}`,
    "no-gap": ({ time, who }: { time: string; who: string }) => `Back to back with ${who}, ${time}`,
  },
  cancelledBy: ({ who }: Who) => `Cancelled by ${who}`,
  fromTo: ({ from, to }: { from: string; to: string }) => `${from} → ${to}`,
  somebody: "a booking",
  today: "Today",
  allDayOn: ({ day }: { day: string }) => `${day}, all day`,
  reminder: ({ when, who }: { when: string; who: string }) => `Starts at ${when}: ${who}`,
  reminderOn: ({ when, who }: { when: string; who: string }) => `Starts ${when}: ${who}`,
  notJoined: ({ who }: Who) => `Not joined yet: ${who}`,
  timeUnknown: "Time not set yet",

  buttons: {
    open: "Open",
    join: ({ host }: { host: string }) => `Join · ${host}`,
    confirm: "Confirm",
    decline: "Decline",
    snooze: "Snooze 5 min",
    "snooze-to-start": "Remind me at the start",
  },
} as const;
