import type { Booking } from "../../common/booking.ts";
import type { Resource } from "../../common/timekit.ts";
import type { Agenda } from "../../common/view.ts";
import { coalesce } from "../lifecycle/coalesce.ts";
import { agendaOf, localDay } from "./agenda.ts";
import { bookingOf, type Known } from "./facts.ts";
import { isOf } from "./resource.ts";

/** What the schedule needs of the rest of Bookbell. */
export interface ScheduleParts {
  between(start: number, end: number): Promise<readonly Known[]>;
  firstAfter(date: string, zone: string): Promise<Booking | null>;
  hasAny(): Promise<boolean>;
  now(): number;
  /** Settles after a moment: how soon today is read anew, at most, while deliveries pour in. */
  pause(): Promise<void>;
  zone(): string;
  /** Whose bookings are shown; null = everybody's. */
  resource(): Resource | null;
  onAgenda(agenda: Agenda, now: number): void;
  onFault(error: unknown): void;
}

/** Reads today's agenda anew; call it after every change and every minute. */
export function createSchedule(parts: ScheduleParts): () => Promise<void> {
  return coalesce(async () => {
    const zone = parts.zone();
    const day = localDay(parts.now(), zone);
    const [bookings, afterToday, everReceived] = await Promise.all([
      parts.between(day.start, day.end),
      parts.firstAfter(day.date, zone),
      parts.hasAny(),
    ]);
    const now = parts.now();
    parts.onAgenda(
      agendaOf(
        bookings.filter((known) => isOf(parts.resource(), bookingOf(known))),
        { afterToday, everReceived },
        now,
        parts.zone(),
      ),
      now,
    );
    await parts.pause();
  }, parts.onFault);
}
