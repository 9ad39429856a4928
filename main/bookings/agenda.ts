import { Temporal } from "temporal-polyfill";
import type { Booking, Status } from "../../common/booking.ts";
import type { Agenda, AgendaItem } from "../../common/view.ts";
import { classesAsOne } from "./classes.ts";
import type { Known } from "./facts.ts";

/** A local calendar day as instants, epoch milliseconds; `end` is exclusive. 23 or 25 hours long at DST changes. */
export function localDay(now: number, zone: string): { start: number; end: number } {
  const day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
  return { start: day.epochMilliseconds, end: day.add({ days: 1 }).startOfDay().epochMilliseconds };
}

/** A booking that has a time. */
type Timed = Booking & { readonly start: number; readonly end: number };

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
  rest: Omit<Agenda, "items">,
  now: number,
  zone: string,
): Agenda {
  const day = localDay(now, zone);
  const open = classesAsOne(bookings, takesPlace)
    .filter(isTimed)
    .filter((booking) => standing[booking.status] !== "hidden" && overlaps(booking, now, day.end))
    .sort(inOrder);
  const next = open.find((booking) => takesPlace(booking) && !booking.allDay && booking.start > now);
  return { items: open.map((booking) => itemOf(booking, next, now)), ...rest };
}

/** A booking without length counts from its start to the end of that minute. */
function overlaps(booking: Timed, from: number, to: number): boolean {
  return booking.start < to && Math.max(booking.end, booking.start + 60_000) > from;
}

function itemOf(booking: Timed, next: Timed | undefined, now: number): AgendaItem {
  const off = !takesPlace(booking);
  const phase = !off && booking.start <= now ? "now" : booking === next ? "next" : "later";
  return { booking, phase, off };
}

function inOrder(a: Timed, b: Timed): number {
  return Number(b.allDay) - Number(a.allDay) || a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1);
}
