import type { Booking } from "../../common/booking.ts";
import { oneLine } from "../../common/text.ts";
import type { TimeFormat } from "../../common/time.ts";
import type { OwedAlert } from "../bookings/store/schedule-queries.ts";
import type { Notifier, Toast } from "./notifiers/notifier.ts";
import { digestOf, wordingOf } from "./wording.ts";

/** Timekit's ids are shorter; a hostile one must not reach the daemon whole. */
const longestTag = 100;

/** What telling the user of a change needs. */
export interface TellerParts {
  notify: Notifier;
  now(): number;
  format(): TimeFormat;
  /** Null = the click was on a digest. */
  onClick(bookingId: string | null): void;
  /** After each try to tell of these: whether this system can show notifications at all. */
  onTried(shown: boolean, bookings: readonly Booking[]): void;
}

/** Puts changes on the screen; "failed" when no way of telling worked. */
export function createTeller({ notify, now, format, onClick, onTried }: TellerParts) {
  async function put(toast: Toast, alerts: readonly OwedAlert[]): Promise<"shown" | "failed"> {
    const shown = (await notify(toast)) === "shown";
    onTried(
      shown,
      alerts.map(({ booking }) => booking),
    );
    return shown ? "shown" : "failed";
  }

  const one = ({ change, booking }: OwedAlert) => ({
    ...wordingOf(change, booking, now(), format()),
    // A seat is shown as part of its class.
    onClick: () => onClick(booking.ownerId ?? booking.id),
  });
  const many = (alerts: readonly OwedAlert[]) => ({
    ...digestOf(alerts.map(({ change }) => change)),
    onClick: () => onClick(null),
  });

  return {
    /** Takes the place of what was told of the same booking before. */
    show: (alert: OwedAlert) =>
      put({ ...one(alert), tag: oneLine(`bookbell-${alert.booking.id}`, longestTag) }, [alert]),
    /** Takes the place of the last digest. */
    showDigest(alerts: readonly OwedAlert[]) {
      const [first, ...others] = alerts;
      const said = first && others.length === 0 ? one(first) : many(alerts);
      return put({ ...said, tag: "bookbell-digest" }, alerts);
    },
  };
}
