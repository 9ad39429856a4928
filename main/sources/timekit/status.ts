import type { Booking, Party, Payment } from "../../../common/booking.ts";
import type { Status } from "../../../common/status.ts";

/** "tentative" in each graph: asked for, held until paid, or a class that simply exists. */
const tentative: Record<string, Status> = {
  confirm_decline: "asked",
  instant_payment: "held",
  group_customer_payment: "held",
  group_owner: "confirmed",
};

/**
 * `rescheduled_by_customer` says that the customer took another time. Timekit's older guide has customers reschedule
 * through a plain `cancel` link, which leads to `cancelled`; who cancels as a customer or in a seat's place has states of
 * their own, which say what they mean.
 */
const words: Record<string, readonly [Status, Party]> = {
  reserved: ["held", null],
  confirmed: ["confirmed", null],
  paid: ["confirmed", null],
  declined: ["declined", "host"],
  cancelled: ["cancelled", "host"],
  cancelled_by_owner: ["cancelled", "host"],
  cancelled_by_customer: ["cancelled", "customer"],
  rescheduled_by_customer: ["moved", "customer"],
  unpaid: ["expired", null],
  expired: ["expired", null],
  completed: ["done", null],
};

/** What Timekit's graph and state mean; names that it may add one day become "unknown". */
export function standingOf(
  graph: string,
  state: string,
): Pick<Booking, "status" | "by" | "payment" | "mayBeMoved"> {
  const [status, by] =
    state === "tentative"
      ? [own(tentative, graph) ?? "unknown", null]
      : (own(words, state) ?? ["unknown", null]);
  return {
    status,
    by,
    payment: own(payments, state) ?? (status === "held" && graph.endsWith("_payment") ? "awaited" : null),
    mayBeMoved: state === "cancelled",
  };
}

/** Of the payment graphs: these states say more than that a booking stands or has lapsed. */
const payments: Record<string, Payment> = { paid: "paid", unpaid: "unpaid" };

/**
 * An end for which there is no status: it is shown as what is not known.
 * Source: Timekit, "Booking graphs".
 */
export const isFailed = (state: string): boolean => state === "error";

/** A customer's text must not find `constructor` and its like. */
const own = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
