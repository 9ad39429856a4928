import type { Booking } from "../../../common/booking.ts";
import type { Status } from "../../../common/status.ts";
import type { BookingAction } from "../../../common/timekit.ts";
import { WorldError } from "../../lib/world-error.ts";
import type { CalcomApi } from "./api/api.ts";
import { cloudBase } from "./api/base.ts";
import type { Act } from "./api/bookings.ts";

/** What a host's actions need of the rest of Bookbell; ids are Cal.com's own. */
export interface CalcomActionsParts {
  readonly api: Pick<CalcomApi, "act" | "readBooking">;
  booking(uid: string): Promise<Booking | null>;
  /** Keeps a booking that Cal.com answered with. */
  takeAnswer(body: Uint8Array): Promise<unknown>;
}

const after: Record<BookingAction, Status> = {
  confirm: "confirmed",
  decline: "declined",
  cancel: "cancelled",
};

/** What a host can do to a booking at Cal.com; a seat goes only with its class. */
export function calcomActionsOf({
  status,
  ownerId,
}: Pick<Booking, "status" | "ownerId">): readonly BookingAction[] {
  if (ownerId !== null) return [];
  if (status === "asked") return ["confirm", "decline"];
  return status === "confirmed" || status === "held" ? ["cancel"] : [];
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
    if (before.status === after[action]) return;
    try {
      const answer = await api.act({ uid, action, message });
      await keepAll(answer.length > 0 ? answer : await api.readBooking(uid));
    } catch (error) {
      const isTurnedDown = error instanceof WorldError && turnedDown.has(error.code);
      if (!isTurnedDown) throw error;
      // Somebody was faster: what is known here was out of date.
      await keepAll(await api.readBooking(uid));
      if ((await booking(uid))?.status !== after[action]) throw error;
    }
  };
}

/** Where a booking is shown; null for one of several customers' seats, and on a server whose pages lie elsewhere than its API. */
export const calcomPageOf = (uid: string, base: string): string | null =>
  base === cloudBase && /^[\w-]+$/.test(uid) ? `https://app.cal.com/booking/${uid}` : null;

const turnedDown: ReadonlySet<string> = new Set(["calcom-not-allowed", "calcom-no-reason"]);
