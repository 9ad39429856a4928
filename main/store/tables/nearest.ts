import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { DateRange } from "../../../common/agenda.ts";
import { daysLater } from "../../../common/dates.ts";
import type { Resource } from "../../../common/timekit.ts";
import { dayOfDate, type Span, shownOf } from "../../bookings/agenda.ts";
import { datesOf, daysOf } from "../../bookings/days.ts";
import { bookingOf, type Known } from "../../bookings/facts.ts";
import { isOf } from "../../bookings/resource.ts";

/** Somebody else's that are looked through: with more the answer is only about right, and whoever asks goes on from it. */
const mostOthers = 500;

/** The span of whole days. @throws RangeError when there is no such date */
export const spanOf = ({ first, last }: DateRange, zone: string): Span => ({
  start: dayOfDate(first, zone).start,
  end: dayOfDate(last, zone).end,
});

/** Finds the dates nearest to a range on which there is anything, so that years without bookings are no way to go. */
export function createNearest(database: Database, within: (start: number, end: number) => Known[]) {
  const later = database.prepare(
    `SELECT known FROM booking WHERE start_at >= ? AND end_at IS NOT NULL ORDER BY start_at LIMIT ${mostOthers}`,
  );
  const earlier = database.prepare(
    `SELECT known FROM booking WHERE start_at < ? AND end_at IS NOT NULL ORDER BY start_at DESC LIMIT ${mostOthers}`,
  );

  const hasAny = (date: string, zone: string, resource: Resource | null) => {
    const { start, end } = dayOfDate(date, zone);
    const known = within(start, end).filter((one) => isOf(resource, bookingOf(one)));
    return daysOf(known, { first: date, last: date }, { now: start, zone }).length > 0;
  };

  /** The range of the first of these rows that is somebody's whose bookings count; of the last where none is. */
  function datesIn(rows: Iterable<unknown>, zone: string, resource: Resource | null): DateRange | null {
    let dates: DateRange | null = null;
    for (const row of rows as Iterable<{ known: string }>) {
      const known = JSON.parse(row.known) as Known;
      const [shown] = shownOf([known]);
      if (!shown) continue;
      dates = datesOf(shown, zone);
      if (isOf(resource, bookingOf(known))) break;
    }
    return dates;
  }

  return {
    around(
      { first, last }: DateRange,
      zone: string,
      resource: Resource | null,
    ): { before: string | null; after: string | null } {
      const [dayBefore, dayAfter] = [daysLater(first, -1), daysLater(last, 1)];
      const before = hasAny(dayBefore, zone, resource)
        ? dayBefore
        : datesIn(earlier.iterate(dayOfDate(first, zone).start), zone, resource)?.last;
      const after = hasAny(dayAfter, zone, resource)
        ? dayAfter
        : datesIn(later.iterate(dayOfDate(last, zone).end), zone, resource)?.first;
      return {
        before: before === undefined ? null : before < dayBefore ? before : dayBefore,
        after: after === undefined ? null : after > dayAfter ? after : dayAfter,
      };
    },
  };
}
