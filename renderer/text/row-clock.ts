import type { Booking } from "../../common/booking.ts";
import { dayKey, type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";

/** What the time column of a row says: never two clock times of different days. */
export type RowClock =
  | { readonly kind: "none" }
  | { readonly kind: "all-day" }
  /** `end` = null where it ends on another day, or with its start. */
  | { readonly kind: "from"; readonly start: number; readonly end: number | null }
  | { readonly kind: "ends"; readonly end: number };

type Times = Pick<Booking, "start" | "end" | "allDay">;

const dayMs = 86_400_000;

/** The first and last date that it touches; null where its time is not told. */
function datesOf({ start, end, allDay }: Times, { zone }: TimeFormat) {
  if (allDay) return allDay;
  if (start === null) return null;
  return { first: dayKey(start, zone), last: dayKey(Math.max(start, (end ?? start) - 1), zone) };
}

/** @param day the one it is listed in, "2026-11-23" */
export function rowClock(booking: Times, day: string, format: TimeFormat): RowClock {
  const { start, end, allDay } = booking;
  if (allDay) return { kind: "all-day" };
  const dates = datesOf(booking, format);
  if (!dates || start === null) return { kind: "none" };
  if (dates.first < day)
    return end === null || dates.last > day ? { kind: "all-day" } : { kind: "ends", end };
  return { kind: "from", start, end: end !== null && end > start && dates.last <= day ? end : null };
}

/** "day 2 of 4", or of a night "until 00:30 the next day"; empty where its time column says all. */
export function partOfDays(booking: Times, day: string, format: TimeFormat): string {
  const { start, end, allDay } = booking;
  const dates = datesOf(booking, format);
  if (!dates || dates.first === dates.last || day < dates.first || day > dates.last) return "";
  const isNight = !allDay && start !== null && end !== null && end - start < dayMs;
  if (!isNight)
    return words.agenda.dayOf({ day: daysFrom(dates.first, day), days: daysFrom(dates.first, dates.last) });
  return day === dates.first ? words.agenda.untilNextDay({ time: timeOf(end, format) }) : "";
}

/** Both included. */
const daysFrom = (first: string, last: string) =>
  Math.round((Date.parse(last) - Date.parse(first)) / dayMs) + 1;

/** The same for who hears it. */
export function clockSaid(booking: Times, day: string, format: TimeFormat): string {
  const clock = rowClock(booking, day, format);
  if (clock.kind === "none") return words.agenda.noTime;
  if (clock.kind === "all-day") return words.agenda.allDay;
  if (clock.kind === "ends") return words.agenda.endsAt({ time: timeOf(clock.end, format) });
  const from = timeOf(clock.start, format);
  return clock.end === null ? from : words.agenda.fromTo({ from, to: timeOf(clock.end, format) });
}
