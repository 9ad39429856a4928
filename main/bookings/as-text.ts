import type { Booking } from "../../common/booking.ts";
import { datesText } from "../../common/dates.ts";
import { dayOf, type TimeFormat, timeRange } from "../../common/time.ts";

/** A booking as a person would pass it on: who, when, what, where, and how to reach them. */
export function asText(booking: Booking, format: TimeFormat): string {
  const { start, end, allDay, customer, subject, place, comment } = booking;
  const clock = start !== null && end !== null ? `, ${timeRange(start, end, format)}` : "";
  const timed = start === null ? "" : `${dayOf(start, format)}${clock}`;
  const when = allDay ? datesText(allDay, format, allDay.first) : timed;
  return [customer?.name, when, subject, place, customer?.email, customer?.phone, comment]
    .map((line) => line?.trim())
    .filter(Boolean)
    .join("\n");
}
