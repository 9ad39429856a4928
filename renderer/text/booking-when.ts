import type { Booking } from "../../common/booking.ts";
import { datesText } from "../../common/dates.ts";
import { isOver } from "../../common/status.ts";
import { dayKey, dayOf, daysAway, isCounted, type TimeFormat, timeRange } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";

const minute = 60_000;
const day = 1_440 * minute;

/** "Today 15:00–16:00", "Tomorrow, 09:00–10:00", "Wed 25 Nov, 09:00–10:00", "Tue 8 Dec, All day" */
export function whenOf(booking: Booking, now: number, format: TimeFormat): string {
  const { start, allDay } = booking;
  if (start === null) return words.agenda.noTime;
  const today = dayKey(now, format.zone);
  if (allDay) return words.agenda.allDayOn({ day: datesText(allDay, format, today) });
  const time = spanOf(booking, format);
  const away = daysAway(start, now, format.zone);
  if (away === 0) return words.moments.todayAt({ time });
  return words.moments.dayAt({ day: away === 1 ? words.agenda.tomorrow : dayOf(start, format, now), time });
}

/** "15:00–16:00" */
export function spanOf({ start, end, allDay }: Booking, format: TimeFormat): string {
  if (start === null) return words.agenda.noTime;
  return allDay ? words.agenda.allDay : timeRange(start, end ?? start, format);
}

/** What else is to be known of its time: how long it is, and how long until it begins or ends. */
export function spanFacts(booking: Booking, now: number): readonly string[] {
  const { start, end, allDay } = booking;
  if (start === null || allDay) return [];
  const last = end ?? start;
  const length = Math.round((last - start) / minute);
  const until = isOver(booking) || !isCounted(start, now) ? "" : words.spans.countdown(start, now);
  const left = !isOver(booking) && start <= now && now < last && last - start < day;
  return [
    length > 0 && last - start < day ? words.spans.hoursAndMinutes(length) : "",
    until,
    left
      ? words.agenda.left({
          span: words.spans.hoursAndMinutes(Math.max(1, Math.ceil((last - now) / minute))),
        })
      : "",
  ].filter(Boolean);
}
