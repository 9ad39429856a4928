import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Gap, GapReason } from "../../../common/tunnel.ts";
import { transaction } from "../engine/transaction.ts";
import { lostSince, notAsked, sinceLastRun, upTo, withGap } from "./gap-spans.ts";

const mostShown = 200;

/** The spans in which nothing could have arrived; times are epoch milliseconds. */
export function createGaps(database: Database) {
  const sql = statements(database);

  /** Must be in a transaction. */
  function keep(added: Gap): void {
    const span = { from: added.from, to: added.to ?? Number.MAX_SAFE_INTEGER };
    const ended = added.to;
    const known = gapsOf(sql.touching.all(span));
    // One that reaches beyond what has just ended would cut it, though it was noted by a clock that was ahead.
    const touching = ended === null ? known : known.flatMap((gap) => upTo(ended, gap));
    sql.removeTouching.run(span);
    for (const gap of withGap(touching, added)) sql.insert.run({ ...gap, whole: Number(gap.whole) });
  }

  function close(at: number): void {
    sql.close.run(at);
    sql.removeEmpty.run();
  }

  return {
    /** A span that is over, such as a night's sleep. */
    add: (from: number, to: number, reason: GapReason): void =>
      transaction(database, () => keep({ from, to, reason, ...notAsked })),
    /** Nothing arrives from `at` on; of no effect while a gap is open. */
    open: (at: number, reason: GapReason): void =>
      transaction(database, () => keep({ from: at, to: null, reason, ...notAsked })),
    /** Ends the gap that is open, if any; it began at `from`, by the clock as it is now. */
    close: (at: number, from: number): void =>
      transaction(database, () => {
        const [open] = gapsOf(sql.open.all());
        if (!open) return;
        sql.removeOpen.run();
        keep({ ...open, from, to: at });
      }),
    /** The newest first, so many as a person may look through. */
    list: (): Gap[] => gapsOf(sql.newest.all(mostShown)),
    /**
     * Timekit was asked about the gaps until `to`, and `fetched` bookings were new or changed; unless `whole`, it may
     * have had more, and what a later question brings is added. False = they belong to a gap that lasts longer, and are
     * to be counted again once it is over.
     */
    setFetched: (to: number, fetched: number, whole: boolean): boolean =>
      Number(sql.setFetched.run({ to, fetched, whole: Number(whole) }).changes) > 0 ||
      sql.unfetched.get(to) === undefined,
    /** Bookbell runs: to be called every minute. */
    alive: (at: number): void => void sql.alive.run(at),
    /**
     * Bookbell fetches from who `keptMs` long keeps what arrives: instead of `alive`, at every sign of it. Keeps what of the
     * time since the last one was longer than that.
     */
    contact: (now: number, keptMs: number): void =>
      transaction(database, () => {
        const { aliveAt } = sql.lastAlive.get({ now }) as { aliveAt: number | null };
        const lost = lostSince(aliveAt, now, keptMs);
        if (lost) keep(lost);
        sql.alive.run(now);
      }),
    /**
     * At the start: sets right what the last run left, and keeps the span since, when a tunnel is `wanted` and nobody
     * `keeps` what arrives meanwhile.
     */
    resume: (now: number, wanted: boolean, keeps: boolean): void =>
      transaction(database, () => {
        const [open = null] = gapsOf(sql.open.all());
        const { aliveAt } = sql.lastAlive.get({ now }) as { aliveAt: number | null };
        const { closeAt, notRunning } = sinceLastRun({ open, aliveAt, now, wanted, keeps });
        if (closeAt !== null) close(closeAt);
        if (notRunning) keep(notRunning);
        // Else the first contact is to know since when there was none.
        if (!keeps) sql.alive.run(now);
      }),
  };
}

const gapsOf = (rows: readonly unknown[]): Gap[] =>
  (rows as (Omit<Gap, "whole"> & { whole: number })[]).map((row) => ({ ...row, whole: row.whole === 1 }));

function statements(database: Database) {
  const columns = `from_at AS "from", to_at AS "to", reason, fetched, whole`;
  const touches = "from_at <= :to AND (to_at IS NULL OR to_at >= :from)";
  return {
    touching: database.prepare(`SELECT ${columns} FROM gap WHERE ${touches}`),
    removeTouching: database.prepare(`DELETE FROM gap WHERE ${touches}`),
    removeOpen: database.prepare("DELETE FROM gap WHERE to_at IS NULL"),
    insert: database.prepare(
      "INSERT INTO gap(from_at, to_at, reason, fetched, whole) VALUES (:from, :to, :reason, :fetched, :whole)",
    ),
    open: database.prepare(`SELECT ${columns} FROM gap WHERE to_at IS NULL`),
    close: database.prepare("UPDATE gap SET to_at = ? WHERE to_at IS NULL"),
    // Left where the clock was set back.
    removeEmpty: database.prepare("DELETE FROM gap WHERE to_at <= from_at"),
    newest: database.prepare(`SELECT ${columns} FROM gap ORDER BY from_at DESC LIMIT ?`),
    setFetched: database.prepare(
      `UPDATE gap SET fetched = coalesce(fetched, 0) + :fetched, whole = :whole
         WHERE (fetched IS NULL OR whole = 0) AND to_at <= :to`,
    ),
    unfetched: database.prepare("SELECT 1 FROM gap WHERE fetched IS NULL AND from_at <= ? LIMIT 1"),
    alive: database.prepare("INSERT OR REPLACE INTO meta VALUES ('alive', ?)"),
    lastAlive: database.prepare(
      `SELECT max(at) AS aliveAt FROM (SELECT value AS at FROM meta WHERE key = 'alive' AND value <= :now
         UNION ALL SELECT * FROM
           (SELECT received_at FROM delivery WHERE received_at <= :now ORDER BY seq DESC LIMIT 1))`,
    ),
  };
}
