import { z } from "zod";
import { WorldError } from "../../../lib/world-error.ts";
import { readAnswer } from "../../rest/answers.ts";
import type { Call } from "../../rest/call.ts";

const rowSchema = z.looseObject({ uri: z.string().min(1) });
const resourceSchema = z.object({ resource: rowSchema });

/**
 * An invitee and the event it is for as a webhook would have told of them, without a moment at which that was sent. Whoever
 * holds one of its links can cancel or move the booking, so none is kept.
 */
export function deliveryOf(user: string, event: object, invitee: object): Uint8Array {
  const { cancel_url: _, reschedule_url: __, ...own } = invitee as Record<string, unknown>;
  const name = own.status === "canceled" ? "invitee.canceled" : "invitee.created";
  return Buffer.from(
    JSON.stringify({ event: name, created_by: user, payload: { ...own, scheduled_event: event } }),
  );
}

/**
 * One booking as it is now, in bytes that `readDelivery` reads; null when Calendly does not know it.
 * @throws WorldError
 */
export async function readBooking(call: Call, user: string, id: string): Promise<Uint8Array | null> {
  const path = pathsOf(id);
  try {
    const event = readAnswer(await call("GET", path.event), resourceSchema, "calendly-odd").resource;
    const invitee = readAnswer(await call("GET", path.invitee), resourceSchema, "calendly-odd").resource;
    return deliveryOf(user, event, invitee);
  } catch (error) {
    if (error instanceof WorldError && error.code === "calendly-gone") return null;
    throw error;
  }
}

/** Calendly takes no more. */
const longestReason = 10_000;

/**
 * Cancels the event that a booking is for, with all who booked it.
 * @throws WorldError; after calendly-unreachable it may have been done all the same: `readBooking` tells
 */
export async function cancel(call: Call, id: string, reason: string): Promise<void> {
  const body = reason === "" ? {} : { reason: reason.slice(0, longestReason) };
  await call("POST", `${pathsOf(id).event}/cancellation`, body);
}

/** Anything but an id of Calendly's, such as "..", must not become part of an address. */
function pathsOf(id: string) {
  const { event, invitee } = /^(?:calendly:)?(?<event>[\w-]+)\.(?<invitee>[\w-]+)$/.exec(id)?.groups ?? {};
  if (!event || !invitee) throw new WorldError("calendly-gone");
  return { event: `/scheduled_events/${event}`, invitee: `/scheduled_events/${event}/invitees/${invitee}` };
}
