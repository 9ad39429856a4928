import type { Booking } from "../../common/booking.ts";
import { type Change, type ChangeKind, type Detail, details } from "../../common/change.ts";

/** The difference between two states of one booking; null when its host would see none. */
export function changeOf(before: Booking | null, after: Booking): Change | null {
  const change = (kind: ChangeKind, from: Change["from"] = null): Change => ({ kind, from, to: null });
  if (!before) return change(after.status === "confirmed" ? "new" : after.status);
  const from = oldTime(before, after);
  if (before.status !== after.status) return change(after.status, from);
  if (from) return change("moved", from);
  return told(before) === told(after) ? null : { ...change("details"), details: detailsOf(before, after) };
}

/** Two halves of one reschedule, told as one move: `old` gave its time up, `fresh` has the new one. */
export function moveOf(old: Booking, fresh: Booking, heardLast: "old" | "fresh"): Change {
  const [from, to] = [spanOf(old), spanOf(fresh)];
  if (heardLast === "fresh") return { kind: "moved", from, to: null, otherHalf: old.id };
  return { kind: "moved", from: to && from, to, otherHalf: fresh.id };
}

function spanOf({ start, end, allDay }: Booking): Change["from"] {
  if (start === null || end === null) return null;
  return allDay ? { start, end, allDay } : { start, end };
}

function oldTime(before: Booking, after: Booking): Change["from"] {
  const same = timeOf(before) === timeOf(after);
  return same || after.start === null ? null : spanOf(before);
}

function detailsOf(before: Booking, after: Booking): Detail[] {
  const part = (booking: Booking, detail: Detail) =>
    JSON.stringify(detail === "customers" ? [booking.customer, booking.others] : booking[detail]);
  return details.filter((detail) => part(before, detail) !== part(after, detail));
}

function told(booking: Booking): string {
  const { native: _, payment: __, mayBeMoved: ___, start: ____, end: _____, ...shown } = booking;
  return JSON.stringify([timeOf(booking), shown]);
}

/** Whole days are their dates: the same ones are other instants once the host is elsewhere. */
const timeOf = ({ start, end, allDay }: Booking) => JSON.stringify(allDay || [start, end]);
