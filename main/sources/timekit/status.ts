import type { Party } from "../../../common/booking.ts";
import type { Status } from "../../../common/status.ts";

/** "tentative" in each graph: asked for, held until paid, or a class that simply exists. */
const tentative: Record<string, Status> = {
  confirm_decline: "asked",
  instant_payment: "held",
  group_customer_payment: "held",
  group_owner: "confirmed",
};

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

/** Timekit's graph and state as one word; names it may add one day become "unknown". */
export function statusOf(graph: string, state: string): { status: Status; by: Party } {
  if (state === "tentative") return { status: own(tentative, graph) ?? "unknown", by: null };
  const [status, by] = own(words, state) ?? ["unknown", null];
  return { status, by };
}

/** A customer's text must not find `constructor` and its like. */
const own = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
