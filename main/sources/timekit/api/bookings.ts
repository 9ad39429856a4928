import { z } from "zod";
import type { BookingAction } from "../../../../common/host-actions.ts";
import { WorldError } from "../../../lib/world-error.ts";
import { jsonOf, readAnswer } from "../../rest/answers.ts";
import type { Call } from "../../rest/call.ts";
import { mostLevels } from "../read.ts";

/** What a webhook tells too: without it Timekit answers with id, state and graph alone. */
export const include = "attributes,event,customers,calendar,user,project,available_actions";

const bookingSchema = z.looseObject({ id: z.string().min(1) });

/**
 * A row as a webhook would have brought it. Whoever holds an action link can cancel the booking, so none is kept; and
 * of what is nested too deep to be read, no more than shows that it is.
 */
export const bookingBytes = (row: unknown): Uint8Array =>
  Buffer.from(JSON.stringify(kept(row, mostLevels + 1)));

function kept(value: unknown, levels: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (levels === 0) return null;
  if (Array.isArray(value)) return value.map((each) => kept(each, levels - 1));
  const entries = Object.entries(value).filter(([key]) => key !== "customer_action_links");
  return Object.fromEntries(entries.map(([key, each]) => [key, kept(each, levels - 1)]));
}

/**
 * One booking as of now, in bytes that `readDelivery` reads; null when Timekit does not know it.
 * @throws WorldError
 */
export async function readBooking(call: Call, id: string): Promise<Uint8Array | null> {
  try {
    const answer = await call("GET", `${pathOf(id)}?${new URLSearchParams({ include })}`);
    return bookingBytes(readAnswer(answer, z.object({ data: bookingSchema }), "timekit-odd").data);
  } catch (error) {
    if (error instanceof WorldError && error.code === "timekit-gone") return null;
    throw error;
  }
}

/** What a host does to a booking. */
export interface Act {
  readonly id: string;
  /** Of the booking: a seat of a class has actions of its own. */
  readonly graph: string;
  readonly action: BookingAction;
  /** For the customer; empty = none. */
  readonly message: string;
}

/**
 * Does what the host asks for, and gives the booking as it is then, or null when Timekit does not tell.
 * @throws WorldError; after timekit-unreachable it may have been done all the same: `readBooking` tells
 */
export async function act(call: Call, { id, graph, action, message }: Act): Promise<Uint8Array | null> {
  const seat = action === "cancel" && graph.startsWith("group_customer");
  // No source shows a message with cancel_by_owner.
  const body = message === "" || action === "confirm" || seat ? {} : { [action]: { message } };
  const answer = await call("PUT", `${pathOf(id)}/${seat ? "cancel_by_owner" : action}`, body);
  const { success, data } = z.object({ data: bookingSchema }).safeParse(jsonOf(answer));
  return success ? bookingBytes(data.data) : null;
}

/** Ids are UUIDs. Anything else, such as "..", came from somewhere else and must not become part of an address. */
function pathOf(id: string): string {
  if (!/^[\w-]+$/.test(id)) throw new WorldError("timekit-gone");
  return `/bookings/${id}`;
}
