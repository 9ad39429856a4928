import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { inflateRawSync } from "node:zlib";
import type { Booking } from "../../common/booking.ts";
import { changeOf } from "../../main/bookings/change.ts";
import { bookingOf, type Known } from "../../main/bookings/facts.ts";
import { merge } from "../../main/bookings/merge.ts";
import { readDelivery } from "../../main/sources/timekit/read.ts";
import { openDatabase } from "../../main/store/engine/driver.ts";
import { migrate } from "../../main/store/engine/migrations.ts";

interface DeliveryRow {
  readonly seq: number;
  readonly booking_id: string | null;
  readonly hash: string;
  /** How often it came after that without a row of its own. */
  readonly again: number;
  readonly body: Uint8Array;
}
interface AlertRow {
  readonly delivery: number;
  readonly booking_id: string;
  readonly change: string;
  readonly outcome: string | null;
}

/** What a killed Bookbell left on the disk. */
export interface Evidence {
  readonly integrity: string;
  readonly bookings: ReadonlyMap<string, Known>;
  readonly deliveries: readonly DeliveryRow[];
  readonly alerts: readonly AlertRow[];
}

/** Opens a copy as Bookbell opens the original, so that Bookbell still meets what the kill left. */
export async function evidenceIn(profile: string): Promise<Evidence | null> {
  const folder = await mkdtemp(path.join(tmpdir(), "bookbell-evidence-"));
  const copy = (name: string) => copyFile(path.join(profile, name), path.join(folder, name));
  try {
    if (!(await copy("bookings.sqlite").then(() => true, isAbsent))) return null;
    // Not the -shm: SQLite makes it anew from the log, which is the harder way.
    await copy("bookings.sqlite-wal").catch(isAbsent);
    return read(path.join(folder, "bookings.sqlite"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function isAbsent(error: NodeJS.ErrnoException): false {
  if (error.code !== "ENOENT") throw error;
  return false;
}

function read(file: string): Evidence {
  const database = openDatabase(file);
  migrate(database);
  const all = <Row>(sql: string) => database.prepare(sql).all() as Row[];
  try {
    return {
      integrity: all<{ integrity_check: string }>("PRAGMA integrity_check")
        .map((row) => row.integrity_check)
        .join(),
      bookings: new Map(
        all<{ id: string; known: string }>("SELECT id, known FROM booking").map(({ id, known }) => [
          id,
          JSON.parse(known),
        ]),
      ),
      deliveries: all(`SELECT seq, booking_id, lower(hex(sha256)) AS hash, again,
          coalesce((SELECT body FROM delivery AS held WHERE held.seq = delivery.first), body) AS body
        FROM delivery ORDER BY seq`),
      alerts: all(`SELECT change.delivery, change.booking_id, change.detail AS change, alert.outcome
        FROM alert JOIN change ON change.seq = alert.change ORDER BY change.seq`),
    };
  } finally {
    database.close();
  }
}

/** What the stored deliveries, taken again one after the other, say that bookings and alerts must be. */
export function replay(deliveries: readonly DeliveryRow[]) {
  const known = new Map<string, Known>();
  const alerts: { delivery: number; booking_id: string; change: unknown }[] = [];
  for (const { seq, body } of deliveries) {
    const reading = readDelivery(inflateRawSync(body));
    if (!reading.ok) throw new Error(`Delivery ${seq}: ${reading.reason.code}`);
    const { report } = reading;
    const before = known.get(report.id) ?? null;
    const { known: after, verdict } = merge(before, report);
    known.set(report.id, after);
    const news = after !== before && verdict !== "stale";
    const change = news && changeOf(before && bookingOf(before), bookingOf(after));
    if (change) alerts.push({ delivery: seq, booking_id: report.id, change });
  }
  return { known, alerts };
}

/** A booking as the database has it. */
export const storedBooking = ({ bookings }: Evidence, id: string): Booking | null => {
  const known = bookings.get(id);
  return known ? bookingOf(known) : null;
};
