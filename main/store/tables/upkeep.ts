import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import { cutoffsOf, goesBy, type Instants, type Keep } from "../../bookings/retention-rule.ts";
import { transaction } from "../engine/transaction.ts";
import { createTidying } from "../engine/wiping.ts";
import type { SetAside } from "../thread/set-aside.ts";
import { newestNamed } from "./newest-named.ts";
import type { Removing } from "./removing.ts";
import type { Tombstones } from "./tombstones.ts";

/** Small enough that a delivery that waits meanwhile does not notice. */
const slice = 50;

/** Removes what is no longer wanted, and counts what is there. */
export function createUpkeep(
  database: Database,
  tombstones: Tombstones,
  removing: Removing,
  letGoSetAside: SetAside["letGo"],
) {
  const sql = statements(database);

  return {
    /** Removes one slice of what is too old, by what `clock` and the store know of the time; true = there may be more. */
    prune(keep: Keep, clock: number): boolean {
      return transaction(database, () => {
        const instants = sql.instants.get() as Pick<Instants, "newest" | "last">;
        const at = goesBy({ ...instants, clock });
        if (at === null) return false;
        const cutoffs = cutoffsOf(keep, at);
        for (const { sha256 } of sql.oldUnreadable.all(cutoffs.deliveries) as { sha256: Uint8Array }[])
          tombstones.buryBody(sha256, at);
        const deliveries = [sql.oldAgain, sql.oldDeliveries].map((remove) => remove.run(cutoffs.deliveries));
        const old = sql.oldBookings.all(cutoffs.bookings) as { id: string }[];
        for (const { id } of old) removing.removeBooking(id, at);
        sql.oldGaps.run(cutoffs.gaps);
        sql.oldOutgoing.run(cutoffs.deliveries);
        tombstones.letGo(at);
        const more = deliveries.some(({ changes }) => Number(changes) === slice) || old.length === slice;
        // Only now: until the run is over, each slice of it goes by the same instant.
        if (!more && at > (instants.last ?? Number.NEGATIVE_INFINITY)) sql.ran.run(at);
        if (!more) letGoSetAside(at);
        return more;
      });
    },
    /** Takes what is gone out of the index of words, some pages of it; true = there may be more. */
    tidy: createTidying(database),
    /** Counts for a diagnosis, by verdict and outcome. */
    counts: (): Record<string, number> =>
      Object.fromEntries(
        (sql.counts.all() as { name: string; count: number }[]).map(({ name, count }) => [name, count]),
      ),
  };
}

function statements(database: Database) {
  return {
    instants: database.prepare(
      `SELECT ${newestNamed} AS newest, (SELECT value FROM meta WHERE key = 'pruned') AS last`,
    ),
    ran: database.prepare("INSERT OR REPLACE INTO meta VALUES ('pruned', ?)"),
    // What refers to another goes first, else the other's body would go from one to the next.
    // Nothing is less than null, so that null keeps all.
    oldAgain: database.prepare(
      `DELETE FROM delivery WHERE seq IN (
         SELECT seq FROM delivery WHERE first IS NOT NULL AND received_at < ? LIMIT ${slice})`,
    ),
    oldDeliveries: database.prepare(
      `DELETE FROM delivery WHERE seq IN (
         SELECT seq FROM delivery WHERE received_at < ? ORDER BY received_at LIMIT ${slice})`,
    ),
    oldUnreadable: database.prepare(
      "SELECT sha256 FROM delivery WHERE verdict = 'unreadable' AND received_at < ?",
    ),
    oldGaps: database.prepare("DELETE FROM gap WHERE to_at < ?"),
    oldOutgoing: database.prepare("DELETE FROM outgoing WHERE owed_at < ?"),
    oldBookings: database.prepare(
      `SELECT id FROM booking WHERE start_at < ?1 AND coalesce(end_at, start_at) < ?1
       UNION ALL SELECT id FROM booking WHERE start_at IS NULL AND max(updated_at, coalesce(
         (SELECT max(at) FROM change WHERE booking_id = booking.id), 0)) < ?1 LIMIT ${slice}`,
    ),
    counts: database.prepare(
      `SELECT 'delivery ' || verdict AS name, count(*) AS count FROM delivery GROUP BY verdict
       UNION ALL SELECT 'booking ' || status, count(*) FROM booking GROUP BY status
       UNION ALL SELECT 'alert ' || coalesce(outcome, 'owed'), count(*) FROM alert GROUP BY outcome
       UNION ALL SELECT 'message ' || state, count(*) FROM outgoing GROUP BY state`,
    ),
  };
}
