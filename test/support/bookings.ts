import type { AgendaItem } from "../../common/agenda.ts";
import type { Booking } from "../../common/booking.ts";
import { joinHostOf } from "../../common/join-link.ts";
import type { TimeFormat } from "../../common/time.ts";
import { type Known, revisionOf } from "../../main/bookings/facts.ts";
import { merge } from "../../main/bookings/merge.ts";

/** A confirmed booking of Marty's, Monday 23 November 2026, 15:00 to 16:00 in London. */
export function aBooking(changes: Partial<Booking> = {}): Booking {
  return {
    id: "b00c0000-2222-4222-8222-000000000001",
    status: "confirmed",
    by: null,
    payment: null,
    mayBeMoved: false,
    native: { graph: "instant", state: "confirmed" },
    start: at("2026-11-23T15:00Z"),
    end: at("2026-11-23T16:00Z"),
    allDay: false,
    subject: "Time travel",
    place: "Hill Valley",
    description: "",
    comment: "",
    answers: [],
    customer: { name: "Marty McFly", email: "marty@example.net", phone: "", timeZone: "Europe/London" },
    others: [],
    host: null,
    project: null,
    seats: null,
    ownerId: null,
    ...changes,
  };
}

/** The same, as the store knows it. */
export function aKnown(changes: Partial<Booking> = {}, updatedAt = 0, createdAt = updatedAt): Known {
  const {
    id,
    native,
    status,
    by,
    payment,
    mayBeMoved,
    start,
    end,
    allDay,
    subject,
    place,
    description,
    ...rest
  } = aBooking(changes);
  const { customer, others, host, project, seats, ownerId } = rest;
  const facts = {
    standing: { native, status, by, payment, mayBeMoved },
    ...(start !== null && end !== null && { times: { start, end, allDay } }),
    texts: { subject, place, description },
    ...(customer && { customers: [customer, ...others] }),
    ...(host && { host }),
    ...(project && { project }),
    ...(seats && { seats: { taken: seats.taken, max: seats.max ?? 0 } }),
    ...(ownerId && { ownerId }),
    createdAt,
  };
  return merge(null, {
    id,
    revision: revisionOf({ updatedAt, dated: true, status, isEnd: false, moved: false }, ""),
    changedAt: updatedAt,
    facts,
  }).known;
}

/** The same, as a row of a list: later today, without a clash. */
export const anItem = (booking: Booking, changes: Partial<AgendaItem> = {}): AgendaItem => ({
  booking,
  others: booking.others.length,
  phase: "later",
  off: false,
  clash: null,
  move: null,
  join: joinHostOf(booking),
  ...changes,
});

export const at = (iso: string): number => Date.parse(iso);

export const inLondon: TimeFormat = { locale: "en-GB", zone: "Europe/London", hourCycle: null };
export const inNewYork: TimeFormat = { locale: "en-US", zone: "America/New_York", hourCycle: null };
