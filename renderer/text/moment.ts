import type { Booking } from "../../common/booking.ts";
import { datesText } from "../../common/dates.ts";
import { dayKey, dayOf, daysAway, type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";

/** "09:12", with its day when that is not today: "Sun 22 Nov, 09:12". */
export function momentOf(at: number, now: number, format: TimeFormat): string {
  if (daysAway(at, now, format.zone) === 0) return timeOf(at, format);
  return words.moments.dayAt({ day: dayOf(at, format, now), time: timeOf(at, format) });
}

/** The same of a start; of whole days their dates: "Tue 8 Dec, All day", "Today, All day". */
export function beginningOf(
  { start, allDay = false }: { readonly start: number; readonly allDay?: Booking["allDay"] },
  now: number,
  format: TimeFormat,
): string {
  if (!allDay) return momentOf(start, now, format);
  const today = dayKey(now, format.zone);
  const isToday = allDay.first === today && allDay.last === today;
  return words.agenda.allDayOn({ day: isToday ? words.agenda.today : datesText(allDay, format, today) });
}
