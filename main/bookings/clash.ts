import type { Booking } from "../../common/booking.ts";
import { takesPlace } from "../../common/status.ts";
import { isCopyOf } from "./same-meeting.ts";

/** Another booking that is in the way of one: at the same time, or without a minute between them. */
export interface Clash {
  readonly kind: "overlap" | "no-gap";
  readonly other: Booking & { readonly start: number; readonly end: number };
}

/** What is most in the way of a booking; the earliest where several are. Seats of one class share their time. */
export function clashOf(booking: Booking, others: readonly Booking[]): Clash | null {
  const { start, end, allDay } = booking;
  if (start === null || end === null || allDay || end <= start) return null;
  const owner = booking.ownerId ?? booking.id;
  const clashes = others.flatMap((other): Clash[] => {
    if (other.start === null || other.end === null || other.allDay || other.end <= other.start) return [];
    if (!takesPlace(other) || other.id === booking.id || (other.ownerId ?? other.id) === owner) return [];
    if (isCopyOf(booking, other) || isCopyOf(other, booking)) return [];
    const timed = { ...other, start: other.start, end: other.end };
    if (other.start < end && start < other.end) return [{ kind: "overlap", other: timed }];
    return other.end === start || other.start === end ? [{ kind: "no-gap", other: timed }] : [];
  });
  const ranked = clashes.sort(
    (a, b) => Number(a.kind === "no-gap") - Number(b.kind === "no-gap") || a.other.start - b.other.start,
  );
  return ranked[0] ?? null;
}
