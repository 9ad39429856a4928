import type { Booking } from "./booking.ts";
import { type Snooze, snoozes } from "./found.ts";
import { isReminded } from "./reminders.ts";

const minute = 60_000;
/** A reminder of what is further off than its last lead time helps nobody yet. */
const nearMs = 60 * minute;

/** When a booking that is on or near would be reminded of again, epoch milliseconds, for each choice that makes sense. */
export function snoozeTimes(
  booking: Booking,
  now: number,
): readonly { readonly choice: Snooze; readonly at: number }[] {
  if (!isReminded(booking) || booking.start - now > nearMs) return [];
  const { start, end } = booking;
  return snoozes
    .map((choice) => ({ choice, at: choice === "start" ? start : now + choice * minute }))
    .filter(({ at }) => at > now && at < Math.max(end, start + 1));
}
