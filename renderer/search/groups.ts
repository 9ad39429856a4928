import type { Booking } from "../../common/booking.ts";
import { dayKey, type TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { monthName } from "../text/date-text.ts";

/** Bookings of one month, in the order in which they were found. */
export interface MonthOf {
  readonly key: string;
  readonly name: string;
  readonly bookings: readonly Booking[];
}

/** What was found, by month: what is to come, then what is over, which may be of this month, too. */
export function byMonth(found: readonly Booking[], now: number, format: TimeFormat): readonly MonthOf[] {
  const thisMonth = dayKey(now, format.zone).slice(0, 7);
  const groups = new Map<string, { name: string; bookings: Booking[] }>();
  for (const booking of found) {
    const date = dateOf(booking, format.zone);
    const isPast = booking.end !== null && booking.end < now;
    const month = date?.slice(0, 7) ?? "";
    const key = `found-${isPast ? "past" : "coming"}-${month}`;
    const isEarlier = isPast && month === thisMonth;
    const name = isEarlier ? words.search.earlier : date ? monthName(date, format) : words.agenda.noTime;
    const group = groups.get(key) ?? { name, bookings: [] };
    group.bookings.push(booking);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

const dateOf = ({ start, allDay }: Booking, zone: string): string | null =>
  allDay ? allDay.first : start === null ? null : dayKey(start, zone);
