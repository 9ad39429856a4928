import { Temporal } from "temporal-polyfill";
import type { Booking, Status } from "../../common/booking.ts";
import type { Agenda, AgendaItem } from "../../common/view.ts";
import { classesAsOne } from "./classes.ts";
import type { Known } from "./facts.ts";

/** A span of time as instants, epoch milliseconds; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A local calendar day: 23 or 25 hours long at DST changes. */
export function localDay(now: number, zone: string): Span {
  return spanOf(Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone));
}

/** The local day of a date such as "2026-11-23". @throws RangeError when there is no such date */
export const dayOfDate = (date: string, zone: string): Span =>
  spanOf(Temporal.PlainDate.from(date).toZonedDateTime(zone));

function spanOf(moment: Temporal.ZonedDateTime): Span {
  const day = moment.startOfDay();
  return { start: day.epochMilliseconds, end: day.add({ days: 1 }).startOfDay().epochMilliseconds };
}

/** A booking that has a time. */
type Timed = Booking & Span;

const isTimed = (booking: Booking): booking is Timed => booking.start !== null && booking.end !== null;

const standing: Record<Status, "on" | "off" | "hidden"> = {
  asked: "on",
  held: "on",
  confirmed: "on",
  unknown: "on",
  declined: "off",
  cancelled: "off",
  moved: "off",
  done: "hidden",
  expired: "hidden",
};

/** Whether this booking keeps its slot taken. */
const takesPlace = (booking: Booking): boolean => standing[booking.status] === "on";

/**
 * What is on now or still to come of the day of `now`. `bookings` may hold more than that day; the rest is
 * passed through.
 */
export function agendaOf(
  bookings: readonly Known[],
  rest: Omit<Agenda, "items" | "earlier">,
  now: number,
  zone: string,
): Agenda {
  const day = localDay(now, zone);
  const items = dayOf(bookings, day, now);
  const open = items.filter(
    ({ booking, phase }) => phase !== "over" && standing[booking.status] !== "hidden",
  );
  const earlier = items.filter(({ phase, off }) => phase === "over" && !off);
  return { items: open, earlier: earlier.length, ...rest };
}

/** Whether its host is in a meeting now; a whole day is none. */
export const meetingIsOn = ({ items }: Pick<Agenda, "items">): boolean =>
  items.some(({ booking, phase, off }) => phase === "now" && !off && !booking.allDay);

/** All of one day that took place, takes place, or was to: in time order, all-day ones first. */
export function dayOf(bookings: readonly Known[], day: Span, now: number): AgendaItem[] {
  const shown = classesAsOne(bookings, takesPlace)
    .filter(isTimed)
    .filter((booking) => booking.status !== "expired" && overlaps(booking, day.start, day.end))
    .sort(inOrder);
  const next = shown.find((booking) => takesPlace(booking) && !booking.allDay && booking.start > now);
  const clashing = clashesAmong(shown.filter((booking) => !booking.allDay && !isOff(booking)));
  return shown.map((booking) => ({
    booking,
    phase: phaseOf(booking, next, now),
    off: isOff(booking),
    clash: clashing.has(booking.id),
  }));
}

const isOff = ({ status }: Booking) => standing[status] === "off";

/** A booking without length counts from its start to the end of that minute. */
function overlaps(booking: Timed, from: number, to: number): boolean {
  return booking.start < to && endOf(booking) > from;
}

const endOf = ({ start, end }: Timed) => Math.max(end, start + 60_000);

function phaseOf(booking: Timed, next: Timed | undefined, now: number): AgendaItem["phase"] {
  if (booking.status === "done" || endOf(booking) <= now) return "over";
  if (!isOff(booking) && booking.start <= now) return "now";
  return booking === next ? "next" : "later";
}

/** The ids of those that share time with another; `inTime` begin one after the other. */
function clashesAmong(inTime: readonly Timed[]): ReadonlySet<string> {
  const found = new Set<string>();
  let longest: Timed | undefined;
  for (const booking of inTime) {
    if (longest && booking.start < longest.end && booking.end > booking.start)
      found.add(longest.id).add(booking.id);
    if (!longest || booking.end > longest.end) longest = booking;
  }
  return found;
}

function inOrder(a: Timed, b: Timed): number {
  return Number(b.allDay) - Number(a.allDay) || a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1);
}
