import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { OwedAlert } from "../../bookings/delivery.ts";
import { alertColumns, alertsOf } from "./alerts.ts";

/** A span on the clock, epoch milliseconds; both ends are in it. */
export interface Between {
  readonly from: number;
  readonly to: number;
}

/** Alerts that are told a second time. */
export function createRepeating(database: Database) {
  // By the time of the booking: few start soon, while changes that nobody looked at may be many.
  const due = database.prepare(
    `SELECT ${alertColumns} FROM booking
       JOIN change ON change.booking_id = booking.id JOIN alert ON alert.change = change.seq
       WHERE booking.start_at > ? AND booking.start_at <= ?
         AND alert.outcome = 'shown' AND alert.seen_at IS NULL AND alert.repeated_at IS NULL
         AND alert.settled_at >= ? AND alert.settled_at <= ?
         AND change.seq = (SELECT max(seq) FROM change WHERE booking_id = booking.id)
       ORDER BY booking.start_at`,
  );
  const mark = database.prepare("UPDATE alert SET repeated_at = ? WHERE change = ?");

  return {
    /** The last change of each booking that starts in one span and was shown in the other, but never looked at nor repeated. */
    toRepeat: (starts: Between, shown: Between): OwedAlert[] =>
      alertsOf(due.all(starts.from, starts.to, shown.from, shown.to)),
    markRepeated: (seq: number, at: number): void => void mark.run(at, seq),
  };
}
