import type { Booking } from "./booking.ts";
import { dayKey, dayOf, offsetOf, type TimeFormat, timeOf } from "./time.ts";
import type { SharedMessages } from "./words/messages.ts";

/** The customer's own clock at the start of a booking: "09:00" or "Tue 24 Nov, 01:00", and where that is. */
export interface TheirTime {
  readonly time: string;
  readonly city: string;
}

/** Null where their clock shows the same as ours, or is not known. */
export function theirTimeOf(
  { start, allDay, customer }: Booking,
  format: TimeFormat,
  { moments }: Pick<SharedMessages, "moments">,
): TheirTime | null {
  const zone = customer?.timeZone;
  if (!zone || start === null || allDay) return null;
  const offset = offsetOf(start, zone);
  if (offset === null || offset === offsetOf(start, format.zone)) return null;
  const theirs = { ...format, zone };
  const sameDay = dayKey(start, zone) === dayKey(start, format.zone);
  const time = sameDay
    ? timeOf(start, theirs)
    : moments.dayAt({ day: dayOf(start, theirs), time: timeOf(start, theirs) });
  return { time, city: (zone.split("/").at(-1) ?? zone).replaceAll("_", " ") };
}
