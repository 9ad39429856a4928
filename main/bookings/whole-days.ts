import { Temporal } from "temporal-polyfill";
import type { Booking, Dates } from "../../common/booking.ts";

/** The dates from `first` on; `after` is the first that is not one of them any more, if that was told. */
export function datesFrom(first: string, after: string): Dates {
  const last = Temporal.PlainDate.from(after).subtract({ days: 1 }).toString();
  return { first, last: last > first ? last : first };
}

/** The dates of a span of whole days, of which only the instants are known: those of `zone`, or of UTC where they fit. */
export function datesOfSpan({ start, end }: { start: number; end: number }, zone: string): Dates {
  return datesFrom(dateAt(start, zone), dateAfter(end, zone));
}

/** The date that begins at an instant: in `zone`, else in UTC; where none does, the one it is in. */
export const dateAt = (at: number, zone: string): string =>
  dateBeginningAt(at, zone) ?? momentIn(at, zone).toPlainDate().toString();

/** The first date that is not touched before an instant. */
export const dateAfter = (at: number, zone: string): string =>
  dateBeginningAt(at, zone) ?? momentIn(at, zone).toPlainDate().add({ days: 1 }).toString();

/** In `zone`, else in UTC; undefined where none begins then. */
function dateBeginningAt(at: number, zone: string): string | undefined {
  const beginning = [zone, "UTC"]
    .map((one) => momentIn(at, one))
    .find((moment) => moment.startOfDay().epochMilliseconds === at);
  return beginning?.toPlainDate().toString();
}

const momentIn = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** How far apart the clocks of two places can be: from UTC-12 to UTC+14. */
export const apartMs = 26 * 60 * 60_000;

/** A span that a booking is within, wherever its user is; whole days begin and end with the user's own. */
export function widestOf({
  start,
  end,
  allDay,
}: {
  readonly start: number | null;
  readonly end: number | null;
  readonly allDay?: Booking["allDay"];
}) {
  if (start === null || end === null || !allDay) return { start, end };
  return { start: start - apartMs, end: end + apartMs };
}
