import type { TimeFormat } from "../../common/time.ts";
import type { OwedAlert } from "../bookings/store/schedule-queries.ts";
import type { Notifier } from "./notifiers/notifier.ts";
import { wordingOf } from "./wording.ts";

/** What telling the user of a change needs. */
export interface TellerParts {
  notify: Notifier;
  now(): number;
  format(): TimeFormat;
  onClick(bookingId: string): void;
  /** After each try: whether this system can show notifications at all. */
  onTried(shown: boolean): void;
}

/** Puts one change on the screen; "failed" when no way of telling worked. Shows before it first waits. */
export function createTeller({ notify, now, format, onClick, onTried }: TellerParts) {
  return async ({ change, booking }: OwedAlert): Promise<"shown" | "failed"> => {
    const shown = await notify({
      ...wordingOf(change, booking, now(), format()),
      // A seat is shown as part of its class.
      onClick: () => onClick(booking.ownerId ?? booking.id),
    });
    onTried(shown);
    return shown ? "shown" : "failed";
  };
}
