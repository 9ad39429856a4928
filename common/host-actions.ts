import type { Booking } from "./booking.ts";
import type { ProblemCode } from "./problems.ts";
import { type SourceName, serviceOf } from "./sources.ts";
import type { Status } from "./status.ts";

/** What a host can do to a booking through its service's API. */
export type BookingAction = "confirm" | "decline" | "cancel";

/** How a booking stands once that is done. */
export const statusAfter = {
  confirm: "confirmed",
  decline: "declined",
  cancel: "cancelled",
} as const satisfies Record<BookingAction, Status>;

type Acted = Pick<Booking, "id" | "status" | "seats" | "ownerId">;

const timekits = ({ status }: Acted): readonly BookingAction[] => {
  if (status === "asked") return ["confirm", "decline"];
  return status === "confirmed" ? ["cancel"] : [];
};

/** By whose API it is; a Zap forwards Timekit's. At Cal.com and Calendly a seat goes only with its class. */
const rules: Readonly<Record<SourceName, (booking: Acted) => readonly BookingAction[]>> = {
  timekit: timekits,
  zapier: timekits,
  calcom(booking) {
    if (booking.ownerId !== null) return [];
    return booking.status === "held" ? ["cancel"] : timekits(booking);
  },
  // Nothing waits for an answer there, and of a class nothing but its seats is told.
  calendly: ({ status, seats }) => (status === "confirmed" && seats === null ? ["cancel"] : []),
};

/** What a host can do to a booking as it stands, once its service can be asked. */
export const hostActionsOf = (booking: Acted): readonly BookingAction[] => rules[serviceOf(booking)](booking);

/** Why its service does not take that from a host without a message; null where it does. */
export const noMessageOf = (booking: Pick<Booking, "id">, action: BookingAction): ProblemCode | null =>
  action === "cancel" && serviceOf(booking) === "calcom" ? "calcom-no-reason" : null;
