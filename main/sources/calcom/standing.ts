import type { Party, Payment } from "../../../common/booking.ts";
import type { Status } from "../../../common/status.ts";
import type { Payload, Row } from "./payload.ts";

/**
 * What each trigger means. Its own word counts before the status beside it: that of a booking whose payment has only begun is
 * ACCEPTED, too.
 */
const triggers = {
  BOOKING_CREATED: "confirmed",
  BOOKING_RESCHEDULED: "confirmed",
  BOOKING_REQUESTED: "asked",
  BOOKING_REJECTED: "declined",
  BOOKING_CANCELLED: "cancelled",
  BOOKING_PAID: "confirmed",
  BOOKING_PAYMENT_INITIATED: "held",
} as const satisfies Record<string, Status>;

export type Trigger = keyof typeof triggers;

export const isTrigger = (name: string): name is Trigger => Object.hasOwn(triggers, name);

/** How a booking stands, and what of that gives way to any word which another body has on it. */
export interface Standing {
  readonly status: Status;
  readonly by: Party;
  readonly payment: Payment;
  readonly giveWay: readonly ("status" | "by" | "payment")[];
}

const payments: { readonly [Name in Trigger]?: Payment } = {
  BOOKING_PAID: "paid",
  BOOKING_PAYMENT_INITIATED: "awaited",
};

export function standingOfHook(trigger: Trigger, payload: Payload): Standing {
  const asks = triggers[trigger] === "confirmed" && /^(?:PENDING|AWAITING_HOST)$/.test(payload.status);
  const payment = payments[trigger] ?? null;
  // A request that is paid is none that is confirmed: two other triggers say which it is.
  const isOpen = trigger === "BOOKING_PAID" && payload.requiresConfirmation;
  return {
    status: asks ? "asked" : triggers[trigger],
    by: endedBy(trigger, payload),
    payment,
    giveWay: [...(payment ? [] : ["payment" as const]), ...(isOpen ? ["status" as const] : [])],
  };
}

function endedBy(trigger: Trigger, { organizer, attendees, cancelledBy, requestReschedule }: Payload): Party {
  if (trigger === "BOOKING_REJECTED") return "host";
  if (trigger !== "BOOKING_CANCELLED") return null;
  return requestReschedule ? "host" : partyOf(cancelledBy, organizer ? [organizer] : [], attendees);
}

const statuses: Readonly<Record<string, Status>> = {
  accepted: "confirmed",
  pending: "asked",
  awaiting_host: "asked",
  cancelled: "cancelled",
  rejected: "declined",
};

/** The API says nothing of payments: "pending" is also what waits for one. */
export function standingOfRow({ status: word, hosts, attendees, cancelledByEmail }: Row): Standing {
  const status = Object.hasOwn(statuses, word) ? (statuses[word] as Status) : "unknown";
  const by = status === "declined" ? "host" : partyOf(cancelledByEmail, hosts, attendees);
  return {
    status,
    by,
    payment: null,
    giveWay: ["payment", ...(status === "asked" ? ["status" as const] : []), ...(by ? [] : ["by" as const])],
  };
}

interface Addressed {
  readonly email: string;
}

function partyOf(email: string, hosts: readonly Addressed[], customers: readonly Addressed[]): Party {
  const isOf = (one: Addressed) => email !== "" && one.email.toLowerCase() === email.toLowerCase();
  if (hosts.some(isOf)) return "host";
  return customers.some(isOf) ? "customer" : null;
}
