import type { Booking } from "../../../common/booking.ts";
import type { SystemNotifier } from "./system-notifier.ts";

/**
 * A change that somebody sees happen in the window needs no notification: its row lights up instead, and what an earlier
 * notification says of the booking is no longer true.
 * @param light lights up the row; whether it was seen
 */
export function rowFirst(
  light: (booking: Booking) => Promise<boolean>,
  system: SystemNotifier,
): SystemNotifier {
  return {
    ...system,
    async show(toast) {
      if (!toast.row || !(await light(toast.row))) return system.show(toast);
      await system.withdraw(toast.tag);
      return "shown";
    },
  };
}
