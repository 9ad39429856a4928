import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import { longMs } from "./bookings.ts";

/** As many as are marked in the list. */
const mostMarked = 500;

/** Told, kept silent about, or waiting because it cannot be shown. */
const known = "(alert.outcome IS NOT NULL OR alert.tried_at IS NOT NULL)";

/** What changed, and what of it the user has looked at. */
export function createNews(database: Database) {
  const changed = (which: string) =>
    `SELECT coalesce(nullif(booking.known ->> '$.facts.ownerId.value', ''), booking.id) AS id FROM booking
       CROSS JOIN change ON change.booking_id = booking.id CROSS JOIN alert ON alert.change = change.seq
       WHERE alert.seen_at IS NULL AND ${known} AND ${which}`;
  // From the bookings that are not over, by the same indexes as the schedule's: of what nobody looked at most is long past.
  const marked = database.prepare(
    `SELECT DISTINCT id FROM (
       ${changed(`booking.start_at >= ?1 - (SELECT value FROM meta WHERE key = 'longest')
         AND (booking.end_at IS NULL OR booking.end_at > ?1)`)}
       UNION ALL ${changed(`booking.end_at - booking.start_at > ${longMs} AND booking.end_at > ?1`)}
       UNION ALL ${changed("booking.start_at IS NULL")}
     ) LIMIT ${mostMarked}`,
  );
  // Who has looked at what could not be shown need not be told any more.
  const open = `UPDATE alert SET seen_at = ?, outcome = coalesce(outcome, 'seen') WHERE seen_at IS NULL AND ${known}`;
  const seeAll = database.prepare(open);
  const seeOne = database.prepare(`${open} AND change IN (SELECT seq FROM change WHERE booking_id = ?)`);

  return {
    /** The bookings that are not over and have changed since the user looked at them, by the id of their row: a class has one. */
    unseen: (now: number): string[] => (marked.all(now) as { id: string }[]).map(({ id }) => id),
    /** The user has looked at all that changed of this booking; null = of every one. */
    markSeen(bookingId: string | null, at: number): void {
      if (bookingId === null) seeAll.run(at);
      else seeOne.run(at, bookingId);
    },
  };
}
