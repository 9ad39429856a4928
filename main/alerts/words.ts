import type { ChangeKind } from "../../common/change.ts";

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

const advice: Partial<Record<ChangeKind, string>> = { asked: "Waits for your answer in Timekit." };

/** Every English word of a notification, for a translator to take over whole. */
export const words = {
  title,
  advice,
  cancelledBy: (who: string) => `Cancelled by ${who}`,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  somebody: "a booking",
  today: "Today",
  allDay: "all day",
  timeUnknown: "Time not told yet",
};
