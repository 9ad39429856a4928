import { type AgendaDay, type DateRange, type DayDots, mostDots } from "../../common/agenda.ts";
import { daysLater } from "../../common/dates.ts";
import { isOff } from "../../common/status.ts";
import { dayKey } from "../../common/time.ts";
import { itemsOf, type MovesOf, nothingMoved, shownOf, type Timed } from "./agenda.ts";
import type { Known } from "./facts.ts";

interface Around {
  readonly now: number;
  readonly zone: string;
  readonly moves?: MovesOf;
}

/** The days of a range on which there is anything, in order. `bookings` may hold more than those of the range. */
export function daysOf(
  bookings: readonly Known[],
  range: DateRange,
  { now, zone, moves = nothingMoved }: Around,
): AgendaDay[] {
  const today = dayKey(now, zone);
  return [...byDate(shownOf(bookings), range, zone)].map(([date, ofDay]) => ({
    date,
    items: itemsOf(ofDay, { now, today, isToday: date === today, moves }),
  }));
}

/** What takes place, or did, on each day of a range on which anything does. */
export function dotsOf(bookings: readonly Known[], range: DateRange, zone: string): DayDots[] {
  const on = shownOf(bookings).filter((booking) => !isOff(booking));
  return [...byDate(on, range, zone)].map(([date, ofDay]) => ({
    date,
    count: ofDay.length,
    projects: ofDay
      .toSorted((a, b) => a.start - b.start)
      .slice(0, mostDots)
      .map(({ project }) => project?.id ?? null),
  }));
}

/** The dates that a booking touches in a zone. One without length is on the day it is in. */
export function datesOf({ start, end, allDay }: Timed, zone: string): DateRange {
  if (allDay) return allDay;
  return { first: dayKey(start, zone), last: dayKey(Math.max(start, end - 1), zone) };
}

/** The dates in order, each with its bookings; one of several days is on each of them. */
function byDate(shown: readonly Timed[], range: DateRange, zone: string): Map<string, Timed[]> {
  const found = new Map<string, Timed[]>();
  for (const booking of shown) {
    const { first, last } = datesOf(booking, zone);
    const end = last < range.last ? last : range.last;
    for (let date = first > range.first ? first : range.first; date <= end; date = daysLater(date, 1)) {
      const ofDay = found.get(date);
      if (ofDay) ofDay.push(booking);
      else found.set(date, [booking]);
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
