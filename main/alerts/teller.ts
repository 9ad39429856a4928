import { oneLine } from "../../common/text.ts";
import type { TimeFormat } from "../../common/time.ts";
import type { OwedAlert } from "../bookings/store/schedule-queries.ts";
import type { Notifier } from "./notifiers/notifier.ts";
import { wordingOf } from "./wording.ts";

/** Timekit's ids are shorter; a hostile one must not reach the daemon whole. */
const longestTag = 100;

/** What telling the user of a change needs. */
export interface TellerParts {
  notify: Notifier;
  now(): number;
  format(): TimeFormat;
  onClick(bookingId: string): void;
  /** After each try: whether this system can show notifications at all. */
  onTried(shown: boolean): void;
}

/** Puts one change on the screen, in place of what was told of the same booking before; "failed" when no way of telling worked. */
export function createTeller({ notify, now, format, onClick, onTried }: TellerParts) {
  return async ({ change, booking }: OwedAlert): Promise<"shown" | "failed"> => {
    const told = await notify({
      ...wordingOf(change, booking, now(), format()),
      tag: oneLine(`bookbell-${booking.id}`, longestTag),
      // A seat is shown as part of its class.
      onClick: () => onClick(booking.ownerId ?? booking.id),
    });
    const shown = told === "shown";
    onTried(shown);
    return shown ? "shown" : "failed";
  };
}
