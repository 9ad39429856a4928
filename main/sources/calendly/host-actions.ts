import type { Booking } from "../../../common/booking.ts";
import { hostActionsOf } from "../../../common/host-actions.ts";
import { WorldError } from "../../lib/world-error.ts";
import type { Account } from "./api/account.ts";
import type { CalendlyApi } from "./api/api.ts";

/** What a host's actions need of the rest of Bookbell. */
export interface CalendlyActionsParts {
  readonly api: Pick<CalendlyApi, "cancel" | "readBooking">;
  account(): Account | null;
  booking(id: string): Promise<Booking | null>;
  /** Keeps a booking that Calendly answered with. */
  takeAnswer(body: Uint8Array): Promise<unknown>;
}

/**
 * Has Calendly cancel a booking, with a reason for whoever booked it, and keeps it as it is then. Wanting what is so already,
 * as with a button pressed twice, is no fault.
 */
export function createCalendlyCancel({ api, account, booking, takeAnswer }: CalendlyActionsParts) {
  async function readAnew(id: string, user: string): Promise<void> {
    const body = await api.readBooking(user, id);
    if (body) await takeAnswer(body);
  }

  /** @throws WorldError */
  return async (id: string, reason: string): Promise<void> => {
    const whose = account();
    const before = await booking(id);
    if (!whose) throw new WorldError("calendly-token-refused", "there is none");
    if (!before) throw new WorldError("calendly-gone");
    if (before.status === "cancelled") return;
    if (before.ownerId !== null) throw new WorldError("calendly-class");
    try {
      if (!hostActionsOf(before).includes("cancel")) throw new WorldError("calendly-turned-down");
      await api.cancel(id, reason);
      await readAnew(id, whose.user);
    } catch (error) {
      if (!(error instanceof WorldError) || !turnedDown.has(error.code)) throw error;
      // Somebody was faster: what is known here was out of date.
      await readAnew(id, whose.user);
      if ((await booking(id))?.status !== "cancelled") throw error;
    }
  };
}

/** How Calendly says that an event is cancelled already is in no reference. */
const turnedDown: ReadonlySet<string> = new Set(["calendly-turned-down", "calendly-not-allowed"]);
