import type { Booking } from "../../common/booking.ts";
import { serviceOf } from "../../common/sources.ts";
import { takesPlace } from "../../common/status.ts";

/** So long are ids that nobody makes up; the shorter parts of an address are words. */
const token = /[\w-]{16,}/g;
/** An address stands near the beginning: reading more of what anybody may send would hold up the list. */
const readLength = 10_000;

/** The ids by which addresses of its service's name a booking: of Calendly's that of the event, and that of whoever booked it. */
const namesOf = ({ id }: Booking): readonly string[] => id.match(token) ?? [];

/** What was salvaged from a damaged file may lack one. */
const mailOf = ({ customer }: Booking) => (customer?.email ?? "").trim().toLowerCase();

const namedIn = ({ place, description }: Booking): readonly string[] =>
  `${place}\n${description}`.slice(0, readLength).match(token) ?? [];

const mayBeCopied = (booking: Booking) => serviceOf(booking) !== "timekit" && takesPlace(booking);
/** What waits for an answer, or is off, says something that the other does not. */
const mayBeCopy = (booking: Booking) =>
  serviceOf(booking) === "timekit" && (booking.status === "confirmed" || booking.status === "done");

function isSame(copy: Booking, original: Booking): boolean {
  const { start, end } = original;
  const sameTime = start !== null && copy.start === start && copy.end === end;
  return sameTime && mailOf(original) !== "" && mailOf(copy) === mailOf(original);
}

/**
 * Whether `copy` is what a Zap has made in Timekit of a meeting that its own service tells of, too: it is of the same customer
 * and of the very same time, and names the other's id, as an address to join, move or cancel it does. Never of two that
 * only look alike: the same customer may well come twice.
 */
export const isCopyOf = (copy: Booking, original: Booking): boolean => originalIn([original])(copy);

/** Of these bookings all that are no copy of another. */
export function withoutCopies<One extends Booking>(bookings: readonly One[]): readonly One[] {
  const isCopy = originalIn(bookings);
  return bookings.filter((booking) => !isCopy(booking));
}

function originalIn(bookings: readonly Booking[]): (booking: Booking) => boolean {
  const originals = bookings.filter(mayBeCopied);
  const byName = new Map(originals.flatMap((one) => namesOf(one).map((name) => [name, one])));
  const starts = new Set(originals.map(({ start }) => start));
  return (booking) =>
    // Texts are long: those at other times are not read.
    starts.has(booking.start) &&
    mayBeCopy(booking) &&
    namedIn(booking).some((name) => {
      const original = byName.get(name);
      return original !== undefined && isSame(booking, original);
    });
}
