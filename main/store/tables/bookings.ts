import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Booking } from "../../../common/booking.ts";
import { bookingOf, type Known, updatedAt } from "../../bookings/facts.ts";
import { searchText } from "../../bookings/search-text.ts";
import { widestOf } from "../../bookings/whole-days.ts";

/** The bookings of rows that have a `known` column. */
export const knownOf = (rows: readonly unknown[]): Known[] =>
  (rows as { known: string }[]).map((row) => JSON.parse(row.known));

/** What lasts longer has an index of its own: one of years must not have all those years read for each day. */
export const longMs = 60 * 86_400_000;

/** Reads and writes single bookings. */
export function createBookingRows(database: Database) {
  const findOne = database.prepare("SELECT known FROM booking WHERE id = ?");
  const put = database.prepare(
    `INSERT INTO booking(id, status, start_at, end_at, email, created_at, updated_at, known)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT(id) DO UPDATE SET status = excluded.status, start_at = excluded.start_at,
       end_at = excluded.end_at, email = excluded.email, created_at = excluded.created_at,
       updated_at = excluded.updated_at, known = excluded.known
     RETURNING pk`,
  );
  const putText = database.prepare("INSERT OR REPLACE INTO booking_text(rowid, text) VALUES (?, ?)");
  const lengthen = database.prepare(
    "UPDATE meta SET value = max(value, ?1) WHERE key = 'longest' AND value < ?1",
  );
  /** Has the booking found by what it says. */
  function index(pk: number, booking: Booking): void {
    putText.run(pk, searchText(booking));
  }
  return {
    index,
    find(id: string): Known | null {
      return knownOf(findOne.all(id))[0] ?? null;
    },
    /** `before` = what was kept of it: what can be searched is written only when it differs. */
    keep(known: Known, before: Known | null): void {
      const booking = bookingOf(known);
      const { status, customer } = booking;
      const { start, end } = widestOf(booking);
      const email = customer?.email.toLowerCase() ?? "";
      const createdAt = known.told.createdAt?.value ?? null;
      const row = [known.id, status, start, end, email, createdAt, updatedAt(known), JSON.stringify(known)];
      const { pk } = put.get(...row) as { pk: number };
      if (!before || searchText(bookingOf(before)) !== searchText(booking)) index(pk, booking);
      if (start !== null && end !== null) lengthen.run(Math.min(end - start, longMs));
    },
  };
}
