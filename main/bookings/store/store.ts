import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Booking } from "../../../common/booking.ts";
import type { Reading } from "../../sources/timekit/read.ts";
import { type Change, changeOf } from "../change.ts";
import type { Delivery, Taken } from "../delivery.ts";
import { bookingOf, type Known, type Report } from "../facts.ts";
import { merge } from "../merge.ts";

/** How an alert ended: shown, failed, or why nobody was told. */
export type Outcome = "shown" | "failed" | "paused" | "quiet" | "past";

/** An alert that is owed: nobody has been told of this change yet. */
export interface OwedAlert {
  readonly seq: number;
  readonly change: Change;
  /** As it is now, which may be newer than the change. */
  readonly booking: Booking;
}

export type Store = ReturnType<typeof createStore>;

/** The bookings, deliveries and alerts of one database, which must be migrated. Every call blocks its thread. */
export function createStore(database: Database, read: (body: Uint8Array) => Reading) {
  const sql = statements(database);

  function take(delivery: Delivery): Taken {
    const reading = read(delivery.body);
    if (!reading.ok) {
      log(delivery, "unreadable", null, reading.reason);
      return { verdict: "unreadable", reason: reading.reason };
    }
    const { report } = reading;
    const before = find(report.id);
    const { known, verdict } = merge(before, report);
    const seq = log(delivery, verdict, report.id, null);
    if (known !== before) keep(known);
    const change =
      verdict === "first" || verdict === "newer"
        ? changeOf(before && bookingOf(before), bookingOf(known))
        : null;
    if (change) sql.owe.run(seq, report.id, JSON.stringify(change));
    return { verdict, bookingId: report.id, change };
  }

  function log(delivery: Delivery, verdict: string, id: Report["id"] | null, reason: string | null) {
    const hash = createHash("sha256").update(delivery.body).digest();
    const body = deflateRawSync(delivery.body, { level: 1 });
    return sql.log.run(delivery.receivedAt, verdict, id, reason, hash, body).lastInsertRowid;
  }

  function find(id: string): Known | null {
    const row = sql.find.get(id) as { known: string } | undefined;
    return row ? JSON.parse(row.known) : null;
  }

  function keep(known: Known) {
    const { status, start, end } = bookingOf(known);
    sql.keep.run(known.id, status, start, end, JSON.stringify(known));
    if (start !== null && end !== null) sql.lengthen.run(end - start);
  }

  const bookings = (rows: unknown[]) =>
    (rows as { known: string }[]).map((row) => bookingOf(JSON.parse(row.known)));

  return {
    /** Keeps deliveries, what they change and the alerts they owe in one transaction: all durable, or none. */
    take(deliveries: readonly Delivery[]): Taken[] {
      database.exec("BEGIN IMMEDIATE");
      try {
        const taken = deliveries.map(take);
        database.exec("COMMIT");
        return taken;
      } catch (error) {
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      }
    },
    /** Bookings that overlap a span, in no order. */
    between: (start: number, end: number): Booking[] => bookings(sql.between.all(end, start, start)),
    /** The first booking from `start` on that takes place. */
    firstFrom: (start: number): Booking | null => bookings(sql.firstFrom.all(start))[0] ?? null,
    hasAny: (): boolean => sql.any.get() !== undefined,
    owedAlerts(): OwedAlert[] {
      const rows = sql.owed.all() as { seq: number; change: string; known: string }[];
      return rows.map((row) => ({
        seq: row.seq,
        change: JSON.parse(row.change),
        booking: bookingOf(JSON.parse(row.known)),
      }));
    },
    settleAlert: (seq: number, outcome: Outcome, at: number): void => void sql.settle.run(outcome, at, seq),
    close(): void {
      database.exec("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)");
      database.close();
    },
  };
}

function statements(database: Database) {
  return {
    log: database.prepare(
      "INSERT INTO delivery(received_at, verdict, booking_id, reason, sha256, body) VALUES (?, ?, ?, ?, ?, ?)",
    ),
    find: database.prepare("SELECT known FROM booking WHERE id = ?"),
    keep: database.prepare(
      `INSERT INTO booking(id, status, start_at, end_at, known) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT(id) DO UPDATE SET status = excluded.status, start_at = excluded.start_at,
         end_at = excluded.end_at, known = excluded.known`,
    ),
    lengthen: database.prepare("UPDATE meta SET value = max(value, ?) WHERE key = 'longest'"),
    // Bounded below by the longest booking, so that the index is read for a few days and not for all the past.
    between: database.prepare(
      `SELECT known FROM booking WHERE start_at < ?
         AND start_at >= ? - (SELECT value FROM meta WHERE key = 'longest') AND end_at >= ?`,
    ),
    firstFrom: database.prepare(
      `SELECT known FROM booking WHERE start_at >= ?
         AND status IN ('asked', 'held', 'confirmed', 'unknown') ORDER BY start_at LIMIT 1`,
    ),
    any: database.prepare("SELECT 1 FROM booking LIMIT 1"),
    owe: database.prepare("INSERT INTO alert(delivery, booking_id, change) VALUES (?, ?, ?)"),
    owed: database.prepare(
      `SELECT alert.seq, alert.change, booking.known FROM alert JOIN booking ON booking.id = alert.booking_id
         WHERE alert.outcome IS NULL ORDER BY alert.seq`,
    ),
    settle: database.prepare("UPDATE alert SET outcome = ?, settled_at = ? WHERE seq = ?"),
  };
}
