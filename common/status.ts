/**
 * What a booking is to its host, in the words the user reads, and what that means. Timekit says it as graph + state, and
 * one word of Timekit's ("tentative") means three things, so the two are folded into these.
 */
const stages = {
  /** Waits for the host's answer. */
  asked: "on",
  /** Kept for a short while, until it is paid or let go. */
  held: "on",
  confirmed: "on",
  /** A state this version has no word for: the host had better be there. */
  unknown: "perhaps",
  /** Took place; Timekit says so an hour after the end. */
  done: "done",
  declined: "off",
  cancelled: "off",
  /** Its customer took another time; that one is a booking of its own. */
  moved: "off",
  expired: "off",
} as const;

export type Status = keyof typeof stages;

export const statuses = Object.keys(stages) as readonly Status[];

/** A question that the status alone answers. */
export type StatusQuestion = (booking: { readonly status: Status }) => boolean;

/** Whether it keeps its slot taken. */
export const takesPlace: StatusQuestion = ({ status }) =>
  stages[status] === "on" || stages[status] === "perhaps";

/** Whether it takes place, and is known to. */
export const isOn: StatusQuestion = ({ status }) => stages[status] === "on";

/** Whether it will not take place, or did not. */
export const isOff: StatusQuestion = ({ status }) => stages[status] === "off";

/** Whether it took place or never will: nothing is left to be done about it. */
export const isOver: StatusQuestion = (booking) => !takesPlace(booking);

/** Whether its customer may have taken another time for it. */
export const isGivenUp: StatusQuestion = ({ status }) => status === "moved" || status === "cancelled";

/** The statuses for which the answer is yes. */
export const statusesThat = (question: StatusQuestion): Status[] =>
  statuses.filter((status) => question({ status }));
