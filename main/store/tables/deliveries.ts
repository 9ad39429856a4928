import { inflateRawSync } from "node:zlib";
import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import { whoOf } from "../../../common/booking.ts";
import type { DeliveryDetail, DeliveryFilter, DeliveryLine, DeliveryPage } from "../../../common/delivery.ts";
import type { SourceName } from "../../../common/sources.ts";
import { bookingOf } from "../../bookings/facts.ts";
import type { Arrival } from "../../lifecycle/clock-error.ts";
import type { Sent } from "../../sources/source.ts";
import { keptReason, reasonOf } from "./kept-reason.ts";

const pageSize = 50;

const lines = `SELECT delivery.seq, received_at, via, verdict, reason, late_by, bytes, again, delivery.booking_id,
    booking.known, change.kind
  FROM delivery LEFT JOIN booking ON booking.id = delivery.booking_id
    LEFT JOIN change ON change.delivery = delivery.seq AND change.booking_id = delivery.booking_id`;

interface Row {
  seq: number;
  received_at: number;
  via: DeliveryLine["via"];
  verdict: DeliveryLine["verdict"];
  reason: string;
  late_by: number | null;
  bytes: number;
  again: number;
  booking_id: string | null;
  known: string | null;
  kind: DeliveryLine["change"];
}

/** One that was set aside for its signature. */
export interface Unsigned extends Sent {
  readonly seq: number;
  readonly receivedAt: number;
}

/** What came in, newest first, down to the raw bytes. */
export function createDeliveries(database: Database) {
  const page = database.prepare(`${lines} WHERE delivery.seq < ? ORDER BY delivery.seq DESC LIMIT ?`);
  // Each of the two has an index of its own, which a question for both would not use.
  const problems = database.prepare(
    `${lines} WHERE delivery.seq < ? AND delivery.seq IN (
         SELECT seq FROM delivery WHERE verdict = 'refused' UNION ALL SELECT seq FROM delivery WHERE verdict = 'unreadable')
       ORDER BY delivery.seq DESC LIMIT ?`,
  );
  const one = database.prepare(`${lines} WHERE delivery.seq = ?`);
  const raw = database.prepare(
    `SELECT source, headers, coalesce((SELECT body FROM delivery AS held WHERE held.seq = delivery.first), body) AS body
       FROM delivery WHERE seq = ?`,
  );

  const arrivals = database.prepare(
    `SELECT received_at AS receivedAt, late_by AS lateBy FROM delivery
     WHERE via = 'webhook' AND late_by IS NOT NULL ORDER BY seq DESC LIMIT 3`,
  );

  const unsigned = database.prepare(
    `SELECT seq, source, received_at AS receivedAt, headers, body FROM delivery
     WHERE verdict = 'unreadable' AND reason = ? AND seq > ? ORDER BY seq LIMIT ${pageSize}`,
  );

  function sent(seq: number): Sent | null {
    const row = raw.get(seq) as { source: SourceName; headers: string; body: Uint8Array } | undefined;
    if (!row) return null;
    // Nothing is kept of what was refused.
    const bytes = row.body.length > 0 ? inflateRawSync(row.body) : Buffer.alloc(0);
    return { source: row.source, headers: JSON.parse(row.headers), body: bytes };
  }

  return {
    page(before: number | null, only: DeliveryFilter = "everything"): DeliveryPage {
      const asked = only === "problems" ? problems : page;
      const rows = asked.all(before ?? Number.MAX_SAFE_INTEGER, pageSize + 1) as unknown as Row[];
      return { lines: rows.slice(0, pageSize).map(lineOf), more: rows.length > pageSize };
    },
    get(seq: number): DeliveryDetail | null {
      const row = one.get(seq) as Row | undefined;
      const found = sent(seq);
      if (!row || !found) return null;
      return { ...lineOf(row), headers: found.headers, body: new TextDecoder().decode(found.body) };
    },
    /** It as received, to be taken in once more; null where no bytes are kept. */
    asSent(seq: number): Sent | null {
      const found = sent(seq);
      const { reason = "" } = (one.get(seq) as Row | undefined) ?? {};
      // Nobody but its service may have it read.
      if (reason === keptReason({ code: "unsigned" })) return null;
      return found && found.body.length > 0 ? found : null;
    },
    /** Those that were set aside for their signature, after that one; some at a time. */
    unsigned: (after: number): Unsigned[] =>
      unsigned.all(keptReason({ code: "unsigned" }), after).map((row) => {
        const { headers, body, ...rest } = row as unknown as Unsigned & { headers: string };
        return { ...rest, headers: JSON.parse(headers), body: inflateRawSync(body) };
      }),
    /** The latest webhooks, newest first: when each came, and how late. */
    arrivals: (): Arrival[] => arrivals.all() as unknown as Arrival[],
  };
}

function lineOf(row: Row): DeliveryLine {
  const booking = row.known === null ? null : bookingOf(JSON.parse(row.known));
  return {
    seq: row.seq,
    receivedAt: row.received_at,
    via: row.via,
    verdict: row.verdict,
    reason: reasonOf(row.reason),
    who: booking ? whoOf(booking) : "",
    bookingId: row.booking_id,
    change: row.kind,
    lateBy: row.late_by,
    bytes: row.bytes,
    again: row.again,
  };
}
