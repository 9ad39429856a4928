import type { ChangeKind } from "../change.ts";
import { detailWords } from "./details.ts";

const title: Record<ChangeKind, (who: string) => string> = {
  new: (who) => `New booking: ${who}`,
  asked: (who) => `Asked for: ${who}`,
  held: (who) => `Held: ${who}`,
  confirmed: (who) => `Confirmed: ${who}`,
  moved: (who) => `Moved: ${who}`,
  declined: (who) => `Declined: ${who}`,
  cancelled: (who) => `Cancelled: ${who}`,
  expired: (who) => `Expired: ${who}`,
  done: (who) => `Done: ${who}`,
  details: (who) => `Details changed: ${who}`,
  unknown: (who) => `Changed: ${who}`,
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

const count: Record<ChangeKind, (count: number) => string> = {
  new: (count) => `${count} new`,
  asked: (count) => `${count} asked for`,
  held: (count) => `${count} held`,
  confirmed: (count) => `${count} confirmed`,
  moved: (count) => `${count} moved`,
  declined: (count) => `${count} declined`,
  cancelled: (count) => `${count} cancelled`,
  expired: (count) => `${count} expired`,
  done: (count) => `${count} done`,
  details: (count) => `${count} with other details`,
  unknown: (count) => `${count} changed`,
};

/** Every English word of a notification, for a translator to take over whole. */
export const words = {
  language: "en",
  title,
  bare,
  detail: detailWords,
  changed: (parts: string) => `Changed: ${parts}`,
  advice,
  count,
  many: (count: number) => `${count} bookings changed`,
  paid: (who: string) => `Paid: ${who}`,
  movedAway: (who: string) => `Moved away: ${who}`,
  someoneMovedAway: "Booking moved away",
  was: (time: string) => `Was ${time}`,
  newTimeUnknown: "The new time is not known yet.",
  notPaid: (who: string) => `Not paid, so let go: ${who}`,
  theirTime: (time: string, city: string) => `${time} in ${city}`,
  clash: {
    overlap: (who: string, time: string) => `Overlaps ${time}, ${who}`,
    "no-gap": (who: string, time: string) => `No gap to ${time}, ${who}`,
  },
  cancelledBy: (who: string) => `Cancelled by ${who}`,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  somebody: "a booking",
  today: "Today",
  allDay: "all day",
  reminder: (time: string, who: string) => `${time} ${who}`,
  notJoined: (who: string) => `Not joined yet: ${who}`,
  timeUnknown: "Time not told yet",
};
