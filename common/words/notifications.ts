import type { ChangeKind } from "../change.ts";

interface Who {
  readonly who: string;
}

interface Count {
  readonly count: number;
}

const title: Record<ChangeKind, (named: Who) => string> = {
  new: ({ who }) => `New booking: ${who}`,
  asked: ({ who }) => `Asked for: ${who}`,
  held: ({ who }) => `Held: ${who}`,
  confirmed: ({ who }) => `Confirmed: ${who}`,
  moved: ({ who }) => `Moved: ${who}`,
  declined: ({ who }) => `Declined: ${who}`,
  cancelled: ({ who }) => `Cancelled: ${who}`,
  expired: ({ who }) => `Expired: ${who}`,
  done: ({ who }) => `Done: ${who}`,
  details: ({ who }) => `Details changed: ${who}`,
  unknown: ({ who }) => `Changed: ${who}`,
};

/** Where nobody is named: not told, or hidden. */
const bare: Record<ChangeKind, string> = {
  new: "New booking",
  asked: "A booking is asked for",
  held: "Booking held",
  confirmed: "Booking confirmed",
  moved: "Booking moved",
  declined: "Booking declined",
  cancelled: "Booking cancelled",
  expired: "Booking expired",
  done: "Booking done",
  details: "Booking details changed",
  unknown: "Booking changed",
};

const advice: Partial<Record<ChangeKind, string>> = { asked: "Waits for your answer." };

const count: Record<ChangeKind, (counted: Count) => string> = {
  new: ({ count }) => `${count} new`,
  asked: ({ count }) => `${count} asked for`,
  held: ({ count }) => `${count} held`,
  confirmed: ({ count }) => `${count} confirmed`,
  moved: ({ count }) => `${count} moved`,
  declined: ({ count }) => `${count} declined`,
  cancelled: ({ count }) => `${count} cancelled`,
  expired: ({ count }) => `${count} expired`,
  done: ({ count }) => `${count} done`,
  details: ({ count }) => `${count} with other details`,
  unknown: ({ count }) => `${count} changed`,
};

/** The words of a notification, and of its buttons. */
export const notifications = {
  language: "en",
  title,
  bare,
  changed: ({ details }: { details: string }) => `Changed: ${details}`,
  advice,
  count,
  many: ({ count }: Count) => `${count} bookings changed`,
  paid: ({ who }: Who) => `Paid: ${who}`,
  movedAway: ({ who }: Who) => `Moved away: ${who}`,
  someoneMovedAway: "Booking moved away",
  was: ({ time }: { time: string }) => `Was ${time}`,
  newTimeUnknown: "The new time is not known yet.",
  notPaid: ({ who }: Who) => `Not paid, so let go: ${who}`,
  theirTime: ({ time, city }: { time: string; city: string }) => `${time} in ${city}`,
  clash: {
    overlap: ({ time, who }: { time: string; who: string }) => `Overlaps ${time}, ${who}`,
    "no-gap": ({ time, who }: { time: string; who: string }) => `No gap to ${time}, ${who}`,
  },
  cancelledBy: ({ who }: Who) => `Cancelled by ${who}`,
  fromTo: ({ from, to }: { from: string; to: string }) => `${from} → ${to}`,
  somebody: "a booking",
  today: "Today",
  allDayOn: ({ day }: { day: string }) => `${day}, all day`,
  reminder: ({ time, who }: { time: string; who: string }) => `${time} ${who}`,
  notJoined: ({ who }: Who) => `Not joined yet: ${who}`,
  timeUnknown: "Time not told yet",

  buttons: {
    open: "Open",
    join: ({ host }: { host: string }) => `Join · ${host}`,
    confirm: "Confirm",
    decline: "Decline",
    snooze: "Snooze 5 min",
    "snooze-to-start": "Snooze to start",
  },
} as const;
