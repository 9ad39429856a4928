import { Temporal } from "temporal-polyfill";
import type { Agenda, AgendaItem, Move } from "../../common/agenda.ts";
import type { Booking } from "../../common/booking.ts";
import { joinHostOf } from "../../common/join-link.ts";
import { isOff, takesPlace } from "../../common/status.ts";
import { classesAsOne } from "./classes.ts";
import type { Known } from "./facts.ts";
import { withoutCopies } from "./same-meeting.ts";

/** A span of time as instants, epoch milliseconds; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A calendar day of one zone: 23 or 25 hours long at DST changes. `date` is such as "2026-11-23". */
export interface LocalDay extends Span {
  readonly date: string;
}

/** The day that an instant is in. */
export function localDay(now: number, zone: string): LocalDay {
  return spanOf(Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone));
}

/** The local day of a date such as "2026-11-23". @throws RangeError when there is no such date */
export const dayOfDate = (date: string, zone: string): LocalDay =>
  spanOf(Temporal.PlainDate.from(date).toZonedDateTime(zone));

function spanOf(moment: Temporal.ZonedDateTime): LocalDay {
  const day = moment.startOfDay();
  const end = day.add({ days: 1 }).startOfDay();
  return {
    date: day.toPlainDate().toString(),
    start: day.epochMilliseconds,
    end: end.epochMilliseconds,
  };
}

/** A booking that has a time. */
export type Timed = Booking & Span;

const isTimed = (booking: Booking): booking is Timed => booking.start !== null && booking.end !== null;

/**
 * What is on now or still to come of the day of `now`. `bookings` may hold more than that day; the rest is
 * passed through.
 */
export function agendaOf(
  bookings: readonly Known[],
  rest: Omit<Agenda, "items" | "earlier">,
  now: number,
  zone: string,
  moves: MovesOf = nothingMoved,
): Agenda {
  const day = localDay(now, zone);
  const items = dayOf(bookings, day, now, day.date, moves);
  const open = items.filter(({ phase }) => phase !== "over");
  const earlier = items.filter(({ phase, off }) => phase === "over" && !off);
  return { items: open, earlier: earlier.length, ...rest };
}

/**
 * All of one day that took place, takes place, or was to: in time order, all-day ones first.
 * @param today the date on the user's calendar, which those of whole days follow
 */
export function dayOf(
  bookings: readonly Known[],
  day: LocalDay,
  now: number,
  today: string,
  moves: MovesOf = nothingMoved,
): AgendaItem[] {
  const shown = shownOf(bookings).filter((booking) => overlaps(booking, day));
  return itemsOf(shown, { now, today, isToday: true, moves });
}

/** The other half of a booking's move, if it has moved. */
export type MovesOf = (booking: Booking) => Move | null;
export const nothingMoved: MovesOf = () => null;

/** Of what is kept, what a list shows: each class once, nothing twice, and only what has a time. */
export const shownOf = (bookings: readonly Known[]): Timed[] =>
  withoutCopies(classesAsOne(bookings, takesPlace)).filter(isTimed);

interface AsOf {
  readonly now: number;
  readonly today: string;
  /** It is the day of which one is next. */
  readonly isToday: boolean;
  readonly moves: MovesOf;
}

/** The bookings of one day as rows. */
export function itemsOf(ofDay: readonly Timed[], { now, today, isToday, moves }: AsOf): AgendaItem[] {
  const shown = [...ofDay].sort(inOrder);
  const isNext = (booking: Timed) => takesPlace(booking) && !booking.allDay && booking.start > now;
  const next = isToday ? shown.find(isNext) : undefined;
  const clashes = clashesAmong(shown.filter((booking) => !booking.allDay && !isOff(booking)));
  return shown.map((booking) => ({
    booking: listed(booking),
    others: booking.others.length,
    phase: phaseOf(booking, next, now, today),
    off: isOff(booking),
    clash: clashes.get(booking.id) ?? null,
    move: moves(booking),
    join: joinHostOf(booking),
  }));
}

/** More than a row shows of any text. */
const longest = 300;

/**
 * What a list shows of a booking. Whoever opens it gets the rest: a day is sent anew with every change, and so much text
 * would stall the window.
 */
export function listed(booking: Booking): Booking {
  const { customer, subject, place } = booking;
  return {
    ...booking,
    subject: beginning(subject),
    place: beginning(place),
    description: "",
    comment: "",
    answers: [],
    customer: customer && { ...customer, name: beginning(customer.name), email: beginning(customer.email) },
    others: [],
  };
}

/** What was salvaged from a damaged file may lack a text. */
const beginning = (text = "") => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** A booking without length counts from its start to the end of that minute. */
function overlaps(booking: Timed, { date, start, end }: LocalDay): boolean {
  if (booking.allDay) return booking.allDay.first <= date && date <= booking.allDay.last;
  return booking.start < end && endOf(booking) > start;
}

const endOf = ({ start, end }: Timed) => Math.max(end, start + 60_000);

function phaseOf(booking: Timed, next: Timed | undefined, now: number, today: string): AgendaItem["phase"] {
  const { allDay } = booking;
  if (booking.status === "done" || (allDay ? allDay.last < today : endOf(booking) <= now)) return "over";
  if (!isOff(booking) && (allDay ? allDay.first <= today : booking.start <= now)) return "now";
  return booking === next ? "next" : "later";
}

/** Those that share time with another, by id, with the start of one of those; `inTime` begin one after the other. */
function clashesAmong(inTime: readonly Timed[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let longest: Timed | undefined;
  for (const booking of inTime) {
    if (longest && booking.start < longest.end && booking.end > booking.start) {
      if (!found.has(longest.id)) found.set(longest.id, booking.start);
      found.set(booking.id, longest.start);
    }
    if (!longest || booking.end > longest.end) longest = booking;
  }
  return found;
}

function inOrder(a: Timed, b: Timed): number {
  if (a.allDay && b.allDay) return inText(a.allDay.first, b.allDay.first) || inText(a.id, b.id);
  if (a.allDay || b.allDay) return a.allDay ? -1 : 1;
  return a.start - b.start || a.end - b.end || inText(a.id, b.id);
}

const inText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
