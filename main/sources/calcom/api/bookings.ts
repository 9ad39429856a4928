import { z } from "zod";
import type { BookingAction } from "../../../../common/host-actions.ts";
import { WorldError } from "../../../lib/world-error.ts";
import { jsonOf } from "../../rest/answers.ts";
import type { Call } from "../../rest/call.ts";
import { bookingBytes } from "../../timekit/api/bookings.ts";
import { dataOf } from "./answers.ts";

const rowSchema = z.looseObject({ uid: z.string().min(1) });

/**
 * A row as bodies that `readCalcom` reads. Of several customers each has a seat, which is a booking of its own, as in
 * webhooks; an answer has no more than one row for all of them.
 */
export function bodiesOf(row: unknown): readonly Uint8Array[] {
  const { attendees } = (row ?? {}) as { attendees?: unknown };
  const seats = Array.isArray(attendees) ? attendees.filter((one) => Boolean(one?.seatUid)) : [];
  if (seats.length === 0) return [bookingBytes(row)];
  return seats.map((seat) => bookingBytes({ ...(row as object), attendees: [seat] }));
}

/**
 * One booking as of now; none when Cal.com does not know it.
 * @throws WorldError
 */
export async function readBooking(call: Call, uid: string): Promise<readonly Uint8Array[]> {
  try {
    return bodiesOf(dataOf(await call("GET", pathOf(uid)), rowSchema));
  } catch (error) {
    if (error instanceof WorldError && error.code === "calcom-gone") return [];
    throw error;
  }
}

/** What a host does to a booking. */
export interface Act {
  readonly uid: string;
  readonly action: BookingAction;
  /** For the customer; empty = none. */
  readonly message: string;
}

/** Under which name each takes a message; a confirmation takes none. */
const messageKeys: { readonly [Action in BookingAction]?: string } = {
  decline: "reason",
  cancel: "cancellationReason",
};

/**
 * Does what the host asks for, and gives the booking as it is then, none when Cal.com does not tell.
 * @throws WorldError; after calcom-unreachable it may have been done all the same: `readBooking` tells. calcom-no-reason
 * where Cal.com wants one of its host
 */
export async function act(call: Call, { uid, action, message }: Act): Promise<readonly Uint8Array[]> {
  const key = messageKeys[action];
  const body = key && message !== "" ? { [key]: message } : {};
  try {
    const answer = await call("POST", `${pathOf(uid)}/${action}`, body);
    const { success, data } = z.object({ data: rowSchema }).safeParse(jsonOf(answer));
    return success ? bodiesOf(data.data) : [];
  } catch (error) {
    const wantsReason = action === "cancel" && message === "" && error instanceof WorldError;
    if (wantsReason && error.code === "calcom-not-allowed")
      throw new WorldError("calcom-no-reason", error.detail);
    throw error;
  }
}

/** Anything but an id, such as "..", came from somewhere else and must not become part of an address; a seat has no page. */
function pathOf(uid: string): string {
  if (!/^[\w-]+$/.test(uid)) throw new WorldError("calcom-gone");
  return `/bookings/${uid}`;
}
