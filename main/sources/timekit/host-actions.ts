import type { Booking } from "../../../common/booking.ts";
import { type BookingAction, hostActionsOf, statusAfter } from "../../../common/host-actions.ts";
import { WorldError } from "../../lib/world-error.ts";
import type { TimekitApi } from "./api/api.ts";

/** What a host's actions need of the rest of Bookbell. */
export interface HostActionsParts {
  readonly api: Pick<TimekitApi, "act" | "readBooking">;
  booking(id: string): Promise<Booking | null>;
  /** Keeps a booking that Timekit answered with. */
  takeAnswer(body: Uint8Array): Promise<unknown>;
}

/** What a host wants done; an empty message is none. */
export interface Wanted {
  readonly id: string;
  readonly action: BookingAction;
  readonly message: string;
}

/** A Zap may leave the graph out; that a booking is a seat is seen by its class, too. */
const graphOf = ({ native, ownerId }: Booking): string =>
  native.graph || (ownerId === null ? "" : "group_customer");

/**
 * Has Timekit do what a host wants, and keeps the booking as it is then. Wanting what is so already, as with a button
 * pressed twice, is no fault.
 */
export function createHostActions({ api, booking, takeAnswer }: HostActionsParts) {
  async function readAnew(id: string): Promise<void> {
    const body = await api.readBooking(id);
    if (body) await takeAnswer(body);
  }

  /** @throws WorldError */
  return async ({ id, action, message }: Wanted): Promise<void> => {
    const before = await booking(id);
    if (!before) throw new WorldError("timekit-gone");
    if (before.status === statusAfter[action]) return;
    try {
      if (!hostActionsOf(before).includes(action)) throw new WorldError("timekit-not-allowed");
      const answer = await api.act({ id, graph: graphOf(before), action, message });
      if (answer) await takeAnswer(answer);
      else await readAnew(id);
    } catch (error) {
      if (!(error instanceof WorldError) || error.code !== "timekit-not-allowed") throw error;
      // Somebody was faster: what is known here was out of date.
      await readAnew(id);
      if ((await booking(id))?.status !== statusAfter[action]) throw error;
    }
  };
}
