import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { SilenceReason } from "../../../common/silence.ts";
import type { OwedAlert } from "../../bookings/delivery.ts";
import { bookingOf } from "../../bookings/facts.ts";
import { transaction } from "../engine/transaction.ts";

/**
 * How an alert ended: shown, or why nobody was told. `seen` = it could not be shown, and was looked at in the window;
 * `paired` = told with the other half of a reschedule. `past`, `ignored` and `paired` are nothing to look at either.
 * Bookbell 0.1.0 also gave up, as `failed`.
 */
export type Outcome = "shown" | "paused" | "quiet" | "past" | "ignored" | "seen" | "paired";

/** That nobody is told of a change, and by which setting; null where that is the outcome itself. */
export interface Silenced {
  readonly outcome: Extract<Outcome, "ignored" | "quiet" | "past" | "paused">;
  readonly why: SilenceReason | null;
}

/** How the alert of a change ended, and when, epoch milliseconds. */
export interface ResolvedAlert {
  readonly seq: number;
  readonly outcome: Outcome;
  readonly at: number;
  /** See Silenced; absent where it is no silence. */
  readonly why?: SilenceReason | null;
}

interface AlertRow {
  readonly seq: number;
  readonly at: number;
  readonly tried_at: number | null;
  readonly detail: string;
  readonly known: string;
}

/** What `alertsOf` reads; the question has to name `change`, `alert` and `booking`. */
export const alertColumns = "change.seq, change.at, change.detail, alert.tried_at, booking.known";

export const alertsOf = (rows: readonly unknown[]): OwedAlert[] =>
  (rows as AlertRow[]).map(({ seq, at, tried_at, detail, known }) => ({
    seq,
    at,
    tried: tried_at !== null,
    change: JSON.parse(detail),
    booking: bookingOf(JSON.parse(known)),
  }));

/** What is owed to the user, and how it ended. */
export function createAlertRows(database: Database) {
  // From the few that are owed: in an order of its own choice, SQLite goes through every change that is kept.
  const owed = database.prepare(
    `SELECT ${alertColumns} FROM alert
       CROSS JOIN change ON change.seq = alert.change CROSS JOIN booking ON booking.id = change.booking_id
       WHERE alert.outcome IS NULL ORDER BY alert.change`,
  );
  const resolve = database.prepare(`UPDATE alert SET outcome = ?1, settled_at = ?2, why = ?4,
       seen_at = CASE WHEN ?1 IN ('past', 'ignored') THEN ?2 ELSE seen_at END
       WHERE change = ?3 AND (outcome IS NULL OR outcome = 'paired')`);
  const tried = database.prepare("UPDATE alert SET tried_at = ? WHERE change = ?");
  const shown = database.prepare(
    `SELECT change.booking_id AS bookingId, max(alert.settled_at) AS at FROM alert
       JOIN change ON change.seq = alert.change
       WHERE alert.outcome = 'shown' AND alert.settled_at >= ? GROUP BY change.booking_id`,
  );

  return {
    /** The oldest first. */
    owed: (): OwedAlert[] => alertsOf(owed.all()),
    /** They could not be shown, and stay owed; in one transaction. */
    tried: (seqs: readonly number[], at: number): void =>
      transaction(database, () => {
        for (const seq of seqs) tried.run(at, seq);
      }),
    /** What has ended otherwise before stays so; in one transaction. */
    resolve: (resolved: readonly ResolvedAlert[]): void =>
      transaction(database, () => {
        for (const { seq, outcome, at, why = null } of resolved)
          resolve.run(outcome, at, seq, why && JSON.stringify(why));
      }),
    /** When the user was last shown a change of each booking, of those that were from `since` on. */
    shownSince: (since: number): Map<string, number> =>
      new Map(
        (shown.all(since) as { bookingId: string; at: number }[]).map(({ bookingId, at }) => [bookingId, at]),
      ),
  };
}
