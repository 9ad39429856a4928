import type { TimeFormat } from "../../common/time.ts";
import type { Outcome, OwedAlert } from "../bookings/store/schedule-queries.ts";
import type { Notifier } from "./notifiers/notifier.ts";
import { decide } from "./policy.ts";
import { wordingOf } from "./wording.ts";

/** What telling the user of a change needs. */
export interface TellerParts {
  notify: Notifier;
  now(): number;
  paused(): boolean;
  format(): TimeFormat;
  onClick(bookingId: string): void;
  /** After each try: whether this system can show notifications at all. */
  onTried(shown: boolean): void;
}

/** Puts one change on the screen, if the policy says so. */
export function createTeller({ notify, now, paused, format, onClick, onTried }: TellerParts) {
  return async ({ change, booking }: OwedAlert): Promise<Outcome> => {
    const decision = decide(change, booking, { now: now(), paused: paused() });
    if (decision !== "show") return decision;
    const shown = await notify({
      ...wordingOf(change, booking, now(), format()),
      // A seat is shown as part of its class.
      onClick: () => onClick(booking.ownerId ?? booking.id),
    });
    onTried(shown);
    return shown ? "shown" : "failed";
  };
}
