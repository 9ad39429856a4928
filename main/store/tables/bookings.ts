import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Booking } from "../../../common/booking.ts";
import type { BookingDetail } from "../../../common/found.ts";
import type { Project } from "../../../common/policy.ts";
import { bookingOf, type Known, replacementOf, updatedAt } from "../../bookings/facts.ts";
import { searchText } from "../../bookings/search-text.ts";
import { widestOf } from "../../bookings/whole-days.ts";
import { transaction } from "../engine/transaction.ts";
import type { Removing } from "./removing.ts";

/** The bookings of rows that have a `known` column. */
export const knownOf = (rows: readonly unknown[]): Known[] => rows.map(knownIn);

/** The booking of one such row. */
export const knownIn = (row: unknown): Known => JSON.parse((row as { known: string }).known);

/** What lasts longer has an index of its own: one of years must not have all those years read for each day. */
export const longMs = 60 * 86_400_000;

/** As many as an export reads at a time. */
const pageSize = 500;

/** Reads and writes single bookings. */
export function createBookingRows(database: Database) {
  const findOne = database.prepare("SELECT known FROM booking WHERE id = ?");
  const put = database.prepare(
    `INSERT INTO booking(id, status, start_at, end_at, email, created_at, updated_at, replaces, moved_to, known)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT(id) DO UPDATE SET status = excluded.status, start_at = excluded.start_at,
       end_at = excluded.end_at, email = excluded.email, created_at = excluded.created_at,
       updated_at = excluded.updated_at, replaces = excluded.replaces,
       moved_to = coalesce(excluded.moved_to, moved_to), known = excluded.known
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
      const createdAt = known.facts.createdAt?.value ?? null;
      const links = [known.facts.replaces?.value ?? null, replacementOf(known)];
      const row = [known.id, status, start, end, email, createdAt, updatedAt(known), ...links];
      const { pk } = put.get(...row, JSON.stringify(known)) as { pk: number };
      if (!before || searchText(bookingOf(before)) !== searchText(booking)) index(pk, booking);
      if (start !== null && end !== null) lengthen.run(Math.min(end - start, longMs));
    },
  };
}

/** Finds the projects, or the hosts, of the latest bookings, by name. */
export function latestNamed(database: Database, fact: "project" | "host"): () => Project[] {
  const all = database.prepare(
    `SELECT known ->> '$.facts.${fact}.value.id' AS id, max(known ->> '$.facts.${fact}.value.name') AS name
       FROM (SELECT known FROM booking ORDER BY pk DESC LIMIT 1000)
       WHERE id IS NOT NULL AND id <> '' GROUP BY id ORDER BY name LIMIT 50`,
  );
  return () => (all.all() as unknown as Project[]).map((row) => ({ ...row }));
}

/** What is asked of single bookings. */
export function createBookings(database: Database, removing: Removing) {
  const { find } = createBookingRows(database);
  const projects = latestNamed(database, "project");
  const history = database.prepare("SELECT at, detail FROM change WHERE booking_id = ? ORDER BY seq");
  const page = database.prepare(`SELECT pk, known FROM booking WHERE pk > ? ORDER BY pk LIMIT ${pageSize}`);

  return {
    get(id: string): Booking | null {
      const known = find(id);
      return known ? bookingOf(known) : null;
    },
    /** Those of the latest bookings, by name. */
    projects,
    /** What happened to a booking, oldest first. */
    history: (id: string): BookingDetail["history"] =>
      (history.all(id) as { at: number; detail: string }[]).map(({ at, detail }) => ({
        at,
        change: JSON.parse(detail),
      })),
    /** For an export, in order of storing; `after` is the last `pk` had. */
    page(after: number): { pk: number; booking: Booking }[] {
      const rows = page.all(after) as { pk: number; known: string }[];
      return rows.map(({ pk, known }) => ({ pk, booking: bookingOf(JSON.parse(known)) }));
    },
    /** Removes one, which is remembered as gone since `clock`, epoch milliseconds. */
    forget: (id: string, clock: number): void =>
      transaction(database, () => void removing.removeBooking(id, clock)),
  };
}
