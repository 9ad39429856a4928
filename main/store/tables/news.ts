import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { News } from "../../../common/news.ts";
import { listed } from "../../bookings/agenda.ts";
import { bookingOf } from "../../bookings/facts.ts";

/** As many as a person looks through. */
const most = { unseen: 200, seen: 50, marked: 500 };

/** Told, kept silent about, or waiting because it cannot be shown. */
const known = "(alert.outcome IS NOT NULL OR alert.tried_at IS NOT NULL)";

/** What changed, and what of it the user has looked at. */
export function createNews(database: Database) {
  const lines = (which: string) =>
    database.prepare(
      `SELECT change.seq, change.at, change.detail, alert.seen_at IS NOT NULL AS seen, booking.known FROM alert
         JOIN change ON change.seq = alert.change JOIN booking ON booking.id = change.booking_id
         WHERE ${known} AND ${which} ORDER BY alert.change DESC LIMIT ?`,
    );
  const fresh = lines("alert.seen_at IS NULL");
  const looked = lines("alert.seen_at IS NOT NULL AND alert.outcome NOT IN ('past', 'ignored', 'paired')");
  const marked = database.prepare(
    `SELECT DISTINCT coalesce(nullif(booking.known ->> '$.facts.ownerId.value', ''), booking.id) AS id FROM alert
       JOIN change ON change.seq = alert.change JOIN booking ON booking.id = change.booking_id
       WHERE alert.seen_at IS NULL AND ${known}
         AND (booking.end_at IS NULL OR booking.end_at > ?) LIMIT ${most.marked}`,
  );
  // Who has looked at what could not be shown need not be told any more.
  const open = `UPDATE alert SET seen_at = ?, outcome = coalesce(outcome, 'seen') WHERE seen_at IS NULL AND ${known}`;
  const seeAll = database.prepare(open);
  const seeOne = database.prepare(`${open} AND change IN (SELECT seq FROM change WHERE booking_id = ?)`);

  return {
    /** Unseen ones first, each newest first. */
    list(): News[] {
      const rows = [...fresh.all(most.unseen), ...looked.all(most.seen)] as unknown as Row[];
      return rows.map(({ seq, at, seen, detail, known }) => ({
        seq,
        at,
        seen: seen === 1,
        change: JSON.parse(detail),
        booking: listed(bookingOf(JSON.parse(known))),
      }));
    },
    /** The bookings that are not over and have changed since the user looked at them, by the id of their row: a class has one. */
    unseen: (now: number): string[] => (marked.all(now) as { id: string }[]).map(({ id }) => id),
    /** The user has looked at all that changed of this booking; null = of every one. */
    markSeen(bookingId: string | null, at: number): void {
      if (bookingId === null) seeAll.run(at);
      else seeOne.run(at, bookingId);
    },
  };
}

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly seen: number;
  readonly detail: string;
  readonly known: string;
}
