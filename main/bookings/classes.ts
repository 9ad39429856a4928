import type { Booking } from "../../common/booking.ts";
import { bookingOf, type Known, toldAt, updatedAt } from "./facts.ts";

/**
 * Shows each class once: seats (bookings with an `ownerId`) disappear into the class they belong to, whose seats
 * they count. A class whose own booking was never told is made up from its seats.
 */
export function classesAsOne(
  bookings: readonly Known[],
  takesPlace: (booking: Booking) => boolean,
): Booking[] {
  const seats = new Map<string, Known[]>();
  const shown: Known[] = [];
  for (const known of bookings) {
    const ownerId = known.facts.ownerId?.value;
    if (ownerId) seats.set(ownerId, [...(seats.get(ownerId) ?? []), known]);
    else shown.push(known);
  }
  const owners = new Set(shown.map(({ id }) => id));
  const orphans = [...seats].filter(([ownerId]) => !owners.has(ownerId));
  return [
    ...shown.map((known) => withSeats(known, seats.get(known.id) ?? [], takesPlace)),
    ...orphans.map(([ownerId, group]) => madeUp(ownerId, group.map(bookingOf), takesPlace)),
  ];
}

/** Timekit tells a class's seats only with the class itself, so seats that changed since then are counted on top. */
function withSeats(
  owner: Known,
  seats: readonly Known[],
  takesPlace: (booking: Booking) => boolean,
): Booking {
  const booking = bookingOf(owner);
  if (seats.length === 0) return booking;
  const since = owner.facts.seats ? toldAt(owner.facts.seats.revision) : 0;
  let taken = owner.facts.seats?.value?.taken ?? 0;
  for (const seat of seats) {
    if (updatedAt(seat) <= since) continue;
    const isNew = (seat.facts.createdAt?.value ?? updatedAt(seat)) > since;
    if (takesPlace(bookingOf(seat))) taken += isNew ? 1 : 0;
    else taken -= isNew ? 0 : 1;
  }
  return { ...booking, seats: { taken: Math.max(0, taken), max: booking.seats?.max ?? null } };
}

function madeUp(
  ownerId: string,
  seats: readonly Booking[],
  takesPlace: (booking: Booking) => boolean,
): Booking {
  const taken = seats.filter(takesPlace);
  const [example] = taken.length > 0 ? taken : seats;
  if (!example) throw new Error("A class without seats.");
  return {
    ...example,
    id: ownerId,
    customer: null,
    others: [],
    description: "",
    comment: "",
    answers: [],
    ownerId: null,
    // Some services tell with each seat how many there are.
    seats: { taken: taken.length, max: example.seats?.max ?? null },
  };
}
