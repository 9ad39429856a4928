import type { Booking, Person } from "../../common/booking.ts";
import type { Change } from "../../common/change.ts";
import type { DetailLevel, Happened, Message, Moment, Names, Rest } from "../../common/destinations.ts";
import type { MainWords } from "../../common/words/main.ts";
import { isHalf } from "../bookings/reschedule.ts";
import type { Wanted } from "./rules.ts";

const hour = 60 * 60_000;

/**
 * What may leave of a change. A description never does: its service writes links into it by which anybody can cancel
 * the booking.
 */
export function messageOf(
  { change, booking, changedAt }: Happened,
  { kind, detail }: Pick<Wanted, "kind" | "detail">,
  id: string,
  heardAt: number,
): Message {
  const { to, otherHalf = null } = change;
  return {
    id,
    at: changedAt ?? heardAt,
    test: false,
    kind,
    detail,
    // Told of the booking that was given up: what it became has the other id.
    bookingId: (to && otherHalf) || booking.id,
    previousId: to ? booking.id : otherHalf,
    status: to ? null : booking.status,
    by: booking.by,
    ...timesOf(change, booking),
    project: booking.project,
    changed: change.details ?? [],
    names: detail === "time" ? null : namesOf(booking),
    rest: detail === "everything" ? restOf(booking) : null,
  };
}

/** A message about a booking that nobody made, with all that one at this level has: a receiver can be set up by it. */
export function testMessage(
  detail: DetailLevel,
  id: string,
  now: number,
  { testBooking }: Pick<MainWords, "testBooking">,
): Message {
  const start = (Math.floor(now / hour) + 24) * hour;
  const contact = { email: "test@example.com", phone: "+1 555 0100", timeZone: "UTC" };
  const named = { id: "test", name: testBooking.subject };
  return {
    id,
    at: now,
    test: true,
    kind: "new",
    detail,
    bookingId: "test",
    previousId: null,
    status: "confirmed",
    by: "customer",
    time: { start, end: start + hour, allDay: false },
    previous: null,
    project: named,
    changed: [],
    names:
      detail === "time"
        ? null
        : { customer: testBooking.customer, others: [], host: { ...named, timeZone: "UTC" } },
    rest:
      detail === "everything"
        ? {
            ...contact,
            subject: named.name,
            place: named.name,
            comment: named.name,
            answers: [],
            seats: null,
          }
        : null,
  };
}

function timesOf(change: Change, booking: Booking): Pick<Message, "time" | "previous"> {
  const own = momentOf(booking);
  if (change.to) return { time: momentOf(change.to), previous: own };
  if (isHalf(change)) return { time: null, previous: own };
  const isOff = change.kind === "cancelled" || change.kind === "declined";
  return { time: own, previous: change.from && !isOff ? momentOf(change.from) : null };
}

interface Timed extends Pick<Booking, "start" | "end"> {
  readonly allDay?: Booking["allDay"];
}

const momentOf = ({ start, end, allDay = false }: Timed): Moment | null =>
  start === null || end === null ? null : { start, end, allDay };

const namesOf = ({ customer, others, host }: Booking): Names => ({
  customer: customer ? nameOf(customer) : "",
  others: others.map(nameOf).filter((name) => name !== ""),
  host,
});

/** A booking calls a customer without a name by the mail address, which is no name. */
const nameOf = ({ name, email }: Person) => (name.toLowerCase() === email.toLowerCase() ? "" : name);

const restOf = ({ customer, subject, place, comment, answers, seats }: Booking): Rest => ({
  email: customer?.email ?? "",
  phone: customer?.phone ?? "",
  timeZone: customer?.timeZone ?? "",
  subject,
  place,
  comment,
  answers,
  seats,
});
