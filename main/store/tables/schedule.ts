import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type {
  Agenda,
  AgendaDay,
  AgendaDays,
  AgendaItem,
  DateRange,
  DayDots,
  Move,
} from "../../../common/agenda.ts";
import type { Booking } from "../../../common/booking.ts";
import { takesPlace } from "../../../common/status.ts";
import type { Resource } from "../../../common/timekit.ts";
import { agendaOf, dayOfDate, listed, localDay, type Span, shownOf } from "../../bookings/agenda.ts";
import { datesOf, daysOf, dotsOf } from "../../bookings/days.ts";
import { bookingOf, type Known, undatedEnd } from "../../bookings/facts.ts";
import { isOf } from "../../bookings/resource.ts";
import { apartMs } from "../../bookings/whole-days.ts";
import { knownOf, longMs } from "./bookings.ts";
import { createMoves } from "./moves.ts";
import { createNearest, spanOf } from "./nearest.ts";
import { statusIs } from "./status-is.ts";

/** More requests than anybody answers in a row; the others come once these are answered. */
const mostRequests = 50;

/** What is when. */
export function createSchedule(database: Database) {
  // Bounded below by the longest booking, so that the index is read for a few days and not for all the past; what is
  // longer still has an index of its own.
  const between = database.prepare(
    `SELECT known FROM booking WHERE start_at < ?1 AND end_at >= ?2
       AND start_at >= ?2 - (SELECT value FROM meta WHERE key = 'longest') AND end_at - start_at <= ${longMs}
     UNION ALL SELECT known FROM booking WHERE end_at - start_at > ${longMs} AND end_at >= ?2 AND start_at < ?1`,
  );
  const unsure = database.prepare(
    `SELECT known FROM booking WHERE updated_at > ?2
     UNION SELECT known FROM booking WHERE start_at > ?1 AND known ->> '$.facts.standing.revision' >= '${undatedEnd}'
     LIMIT 50`,
  );
  // Those of whole days may begin later here than their row says.
  const coming = database.prepare(
    `SELECT start_at, known FROM booking WHERE start_at >= ?1 - ${2 * apartMs}
       AND (start_at >= ?1 OR known ->> '$.facts.times.value.allDay' <> 0)
       AND ${statusIs(takesPlace)} ORDER BY start_at`,
  );
  const asked = database.prepare(
    `SELECT known FROM booking WHERE start_at > ? AND status = 'asked' ORDER BY start_at LIMIT ${mostRequests}`,
  );
  const any = database.prepare("SELECT 1 FROM booking LIMIT 1");

  const within = (start: number, end: number): Known[] => knownOf(between.all(end, start));
  const ofSpan = ({ start, end }: Span, resource: Resource | null) =>
    within(start, end).filter((known) => isOf(resource, bookingOf(known)));
  const moves = createMoves(database);
  const nearest = createNearest(database, within);

  /** The first booking that takes place of those that begin after a day of `zone`. */
  function firstAfter(date: string, zone: string): Booking | null {
    const { end } = dayOfDate(date, zone);
    let first: { booking: Booking; start: number } | null = null;
    for (const row of coming.iterate(end) as Iterable<{ start_at: number; known: string }>) {
      if (first && row.start_at >= first.start) break;
      const booking = bookingOf(JSON.parse(row.known));
      const start = booking.allDay ? dayOfDate(booking.allDay.first, zone).start : row.start_at;
      if (start >= end && (!first || start < first.start)) first = { booking, start };
    }
    return first?.booking ?? null;
  }

  return {
    /** Bookings that overlap a span, in no order; of whole days also such as do so elsewhere only. */
    between: within,
    /**
     * Bookings whose latest word may hide others: it is dated after an instant, or it ends what is still to come and has
     * no date. At most 50, in no order.
     */
    unsure: (now: number, datedAfter: number): Known[] => knownOf(unsure.all(now, datedAfter)),
    /** The other half of a booking's move, if it has moved. */
    move: (booking: Booking): Move | null => moves(booking),
    /** The agenda of `now`: made here, so that no more of a long day than its list shows leaves the store's thread. */
    today(now: number, zone: string, resource: Resource | null): Agenda {
      const day = localDay(now, zone);
      const after = firstAfter(day.date, zone);
      const rest = { afterToday: after && listed(after), everReceived: any.get() !== undefined };
      return agendaOf(ofSpan(day, resource), rest, now, zone, moves);
    },
    /** A stretch of the endless list, made here for the same reason. @throws RangeError when there is no such date */
    days(range: DateRange, now: number, zone: string, resource: Resource | null): AgendaDays {
      const { start, end } = spanOf(range, zone);
      const days = daysOf(ofSpan({ start, end }, resource), range, { now, zone, moves });
      return { days, ...nearest.around(range, zone, resource) };
    },
    /** The days with what waits for its host's answer, and that alone; of the nearest ones, made here for the same reason. */
    requests(now: number, zone: string, resource: Resource | null): AgendaDay[] {
      const mine = knownOf(asked.all(now)).filter((known) => isOf(resource, bookingOf(known)));
      const dates = new Set(shownOf(mine).map((booking) => datesOf(booking, zone).first));
      return [...dates].flatMap((date) => {
        const range = { first: date, last: date };
        const days = daysOf(ofSpan(spanOf(range, zone), resource), range, { now, zone, moves });
        return days.map((day) => ({ ...day, items: day.items.filter(waits(now)) }));
      });
    },
    /** What takes place on each day of a range on which anything does. @throws RangeError when there is no such date */
    dots: (range: DateRange, zone: string, resource: Resource | null): DayDots[] =>
      dotsOf(ofSpan(spanOf(range, zone), resource), range, zone),
  };
}

const waits =
  (now: number) =>
  ({ booking }: AgendaItem): boolean =>
    booking.status === "asked" && booking.start !== null && booking.start > now;
