import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Removed } from "../../../common/delivery.ts";
import { isNow, withoutWords } from "../../bookings/gone.ts";
import { mentions, searchableText, spellingsOf } from "../../bookings/mentions.ts";
import type { Reader, Sent } from "../../sources/source.ts";
import { transaction } from "../engine/transaction.ts";
import { createWiping, type WipeStep } from "../engine/wiping.ts";
import { createBookingRows } from "./bookings.ts";
import { newestNamed } from "./newest-named.ts";
import { unpacked } from "./packed.ts";
import { nothing, type Removing, sum } from "./removing.ts";
import type { Tombstones } from "./tombstones.ts";

/** How far forgetting somebody has come; `after` is the last row that was looked at. */
export type ForgetStep =
  | { readonly pass: "deliveries" | "bookings"; readonly after: number }
  | { readonly pass: "wiping"; readonly step: WipeStep };

/** What one slice of it removed, and where the next begins; null = it is done. */
export interface ForgetSlice {
  readonly removed: Removed;
  /** The bookings that it removed. */
  readonly ids: readonly string[];
  readonly next: ForgetStep | null;
}

const none = { removed: nothing, ids: [] };

export const firstStep: ForgetStep = { pass: "deliveries", after: 0 };

/** Small enough that a delivery that waits meanwhile does not notice. */
const slice = { rows: 200, bytes: 512 * 1024 };

interface DeliveryRow extends Pick<Sent, "source"> {
  readonly seq: number;
  readonly sha256: Uint8Array;
  /** JSON. */
  readonly headers: string;
}

/** Removes what is kept of a customer, whatever delivery told of them, one slice at a time. */
export function createForgetting(
  database: Database,
  reader: Reader,
  tombstones: Tombstones,
  removing: Removing,
) {
  const sql = statements(database);
  const { find, keep } = createBookingRows(database);
  const wipe = createWiping(database);

  /** @returns the booking to be removed whole, as its customer is this one now; null = the delivery was all of theirs */
  function forgetDelivery(
    { source, sha256, headers }: DeliveryRow,
    body: Uint8Array | null,
    at: number,
  ): string | null {
    const reading = body && reader.read({ source, headers: JSON.parse(headers), body });
    if (!reading?.ok) {
      tombstones.buryBody(sha256, at);
      return null;
    }
    const { id, revision } = reading.report;
    const known = find(id);
    if (known && isNow(known, revision)) return id;
    // Also what could not be read when it came.
    tombstones.bury(id, revision, at);
    const left = known && withoutWords(known, revision);
    if (left && left !== known) keep(left, known);
    // What waits to be sent, or was given up, may name the customer that the booking had.
    sql.unsent.run(id);
    return null;
  }

  function forgetDeliveries(after: number, spellings: readonly string[], at: number): ForgetSlice {
    let removed = nothing;
    const ids: string[] = [];
    let bytes = 0;
    let last = after;
    const rows = sql.deliveries.all(after) as unknown as DeliveryRow[];
    for (const row of rows) {
      if (bytes > slice.bytes) break;
      last = row.seq;
      // Gone with another of its booking's.
      const kept = sql.body.get(row.seq) as { body: Uint8Array } | undefined;
      if (!kept) continue;
      const body = unpacked(kept.body);
      bytes += body?.length ?? 0;
      // What damage has made unreadable may hold anything.
      if (body && !reader.tellsOf({ source: row.source, body }, spellings)) continue;
      const id = forgetDelivery(row, body, at);
      if (id !== null) ids.push(id);
      removed = sum(removed, id === null ? removing.removeDelivery(row.seq) : removing.removeBooking(id, at));
    }
    // What comes in meanwhile does not keep it going for ever.
    const isLast = rows.length < slice.rows && last === (rows.at(-1)?.seq ?? after);
    return {
      removed,
      ids,
      next: isLast ? { pass: "bookings", after: 0 } : { pass: "deliveries", after: last },
    };
  }

  /** Those whose deliveries are no longer kept, and those of others in which they are named. */
  function forgetBookings(after: number, spellings: readonly string[], at: number): ForgetSlice {
    const rows = sql.bookings.all(after) as { pk: number; id: string; known: string }[];
    const ids = rows.filter(({ known }) => mentions(searchableText(known), spellings)).map(({ id }) => id);
    const removed = ids.reduce((so, id) => sum(so, removing.removeBooking(id, at)), nothing);
    const last = rows.length < slice.rows ? undefined : rows.at(-1)?.pk;
    return {
      removed,
      ids,
      next: last === undefined ? { pass: "wiping", step: "index" } : { pass: "bookings", after: last },
    };
  }

  return {
    /**
     * Removes one slice of all that tells of the customer with that mail address. What is removed is remembered as gone
     * since `clock`, epoch milliseconds. Cut off, it is to be begun anew; nothing is said to be done before the last.
     * @throws BUSY when another program keeps the last of it from being overwritten
     */
    forget(address: string, clock: number, step: ForgetStep): ForgetSlice {
      const spellings = spellingsOf(address);
      if (spellings.length === 0) return { ...none, next: null };
      if (step.pass === "wiping") {
        const next = wipe(step.step);
        return { ...none, next: next && { pass: "wiping", step: next } };
      }
      return transaction(database, () => {
        const { newest } = sql.newest.get() as { newest: number | null };
        // Never before what Timekit has named: by a clock that is behind it would be remembered for less than a year.
        const at = Math.max(clock, newest ?? 0);
        const pass = step.pass === "deliveries" ? forgetDeliveries : forgetBookings;
        return pass(step.after, spellings, at);
      });
    },
  };
}

function statements(database: Database) {
  return {
    // One that brought the same bytes again has no body.
    deliveries: database.prepare(
      `SELECT seq, source, sha256, headers FROM delivery WHERE seq > ? AND first IS NULL AND length(body) > 0
       ORDER BY seq LIMIT ${slice.rows}`,
    ),
    body: database.prepare("SELECT body FROM delivery WHERE seq = ?"),
    bookings: database.prepare(
      `SELECT pk, id, known FROM booking WHERE pk > ? ORDER BY pk LIMIT ${slice.rows}`,
    ),
    unsent: database.prepare(
      `DELETE FROM outgoing WHERE message ->> '$.names' IS NOT NULL
         AND change IN (SELECT seq FROM change WHERE booking_id = ?)`,
    ),
    newest: database.prepare(`SELECT ${newestNamed} AS newest`),
  };
}
