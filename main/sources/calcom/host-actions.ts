import type { Booking } from "../../../common/booking.ts";
import { hostActionsOf, statusAfter } from "../../../common/host-actions.ts";
import { WorldError } from "../../lib/world-error.ts";
import type { CalcomApi } from "./api/api.ts";
import type { Act } from "./api/bookings.ts";

/** What a host's actions need of the rest of Bookbell; ids are Cal.com's own. */
export interface CalcomActionsParts {
  readonly api: Pick<CalcomApi, "act" | "readBooking">;
  booking(uid: string): Promise<Booking | null>;
  /** Keeps a booking that Cal.com answered with. */
  takeAnswer(body: Uint8Array): Promise<unknown>;
}

/**
 * Has Cal.com do what a host wants, and keeps the booking as it is then. Wanting what is so already, as with a button
 * pressed twice, is no fault.
 */
export function createCalcomActions({ api, booking, takeAnswer }: CalcomActionsParts) {
  async function keepAll(bodies: readonly Uint8Array[]): Promise<void> {
    for (const body of bodies) await takeAnswer(body);
  }

  /** @throws WorldError */
  return async ({ uid, action, message }: Act): Promise<void> => {
    const before = await booking(uid);
    if (!before) throw new WorldError("calcom-gone");
    if (before.status === statusAfter[action]) return;
    try {
      if (!hostActionsOf(before).includes(action)) throw new WorldError("calcom-not-allowed");
      const answer = await api.act({ uid, action, message });
      await keepAll(answer.length > 0 ? answer : await api.readBooking(uid));
    } catch (error) {
      const isTurnedDown = error instanceof WorldError && turnedDown.has(error.code);
      if (!isTurnedDown) throw error;
      // Somebody was faster: what is known here was out of date.
      await keepAll(await api.readBooking(uid));
      if ((await booking(uid))?.status !== statusAfter[action]) throw error;
    }
  };
}

const turnedDown: ReadonlySet<string> = new Set(["calcom-not-allowed", "calcom-no-reason"]);
