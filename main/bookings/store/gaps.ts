import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Gap, GapReason } from "../../../common/tunnel.ts";
import { sinceLastRun, withGap } from "../../tunnel/gaps.ts";
import { transaction } from "./transaction.ts";

const mostShown = 200;
const longestKeptMs = 365 * 86_400_000;

/** The spans in which nothing could have arrived; times are epoch milliseconds. */
export function createGaps(database: Database) {
  const sql = statements(database);

  /** Must be in a transaction. */
  function keep(added: Gap): void {
    const span = { from: added.from, to: added.to ?? Number.MAX_SAFE_INTEGER };
    const touching = sql.touching.all(span) as unknown as Gap[];
    sql.removeTouching.run(span);
    for (const gap of withGap(touching, added)) sql.insert.run({ ...gap });
    sql.removeOld.run(added.from - longestKeptMs);
  }

  function close(at: number): void {
    sql.close.run(at);
    sql.removeEmpty.run();
  }

  return {
    /** A span that is over, such as a night's sleep. */
    addGap: (from: number, to: number, reason: GapReason): void =>
      transaction(database, () => keep({ from, to, reason, fetched: null })),
    /** Nothing arrives from `at` on; of no effect while a gap is open. */
    openGap: (at: number, reason: GapReason): void =>
      transaction(database, () => keep({ from: at, to: null, reason, fetched: null })),
    /** Ends the gap that is open, if any. */
    closeGap: (at: number): void => transaction(database, () => close(at)),
    /** The newest first, so many as a person may look through. */
    gaps: (): Gap[] => sql.newest.all(mostShown) as unknown as Gap[],
    /**
     * Timekit was asked about the gaps until `to`, and `fetched` bookings were new or changed. False = they belong to a
     * gap that lasts longer, and are to be counted again once it is over.
     */
    setFetched: (to: number, fetched: number): boolean =>
      Number(sql.setFetched.run({ to, fetched }).changes) > 0 || sql.unfetched.get() === undefined,
    /** Bookbell runs: to be called every minute. */
    alive: (at: number): void => void sql.alive.run(at),
    /** At the start: sets right what the last run left, and keeps the span since, when a tunnel is `wanted`. */
    gapSince: (now: number, wanted: boolean): void =>
      transaction(database, () => {
        const open = (sql.open.get() as Gap | undefined) ?? null;
        const { aliveAt } = sql.lastAlive.get() as { aliveAt: number | null };
        const { closeAt, notRunning } = sinceLastRun({ open, aliveAt, now, wanted });
        if (closeAt !== null) close(closeAt);
        if (notRunning) keep(notRunning);
        sql.alive.run(now);
      }),
  };
}

function statements(database: Database) {
  const columns = `from_at AS "from", to_at AS "to", reason, fetched`;
  const touches = "from_at <= :to AND (to_at IS NULL OR to_at >= :from)";
  return {
    touching: database.prepare(`SELECT ${columns} FROM gap WHERE ${touches}`),
    removeTouching: database.prepare(`DELETE FROM gap WHERE ${touches}`),
    removeOld: database.prepare("DELETE FROM gap WHERE to_at < ?"),
    insert: database.prepare(
      "INSERT INTO gap(from_at, to_at, reason, fetched) VALUES (:from, :to, :reason, :fetched)",
    ),
    open: database.prepare(`SELECT ${columns} FROM gap WHERE to_at IS NULL`),
    close: database.prepare("UPDATE gap SET to_at = ? WHERE to_at IS NULL"),
    // Left where the clock was set back.
    removeEmpty: database.prepare("DELETE FROM gap WHERE to_at <= from_at"),
    newest: database.prepare(`SELECT ${columns} FROM gap ORDER BY from_at DESC LIMIT ?`),
    setFetched: database.prepare("UPDATE gap SET fetched = :fetched WHERE fetched IS NULL AND to_at <= :to"),
    unfetched: database.prepare("SELECT 1 FROM gap WHERE fetched IS NULL LIMIT 1"),
    alive: database.prepare("INSERT OR REPLACE INTO meta VALUES ('alive', ?)"),
    lastAlive: database.prepare(
      `SELECT max(at) AS aliveAt FROM (SELECT value AS at FROM meta WHERE key = 'alive'
         UNION ALL SELECT * FROM (SELECT received_at FROM delivery ORDER BY seq DESC LIMIT 1))`,
    ),
  };
}
