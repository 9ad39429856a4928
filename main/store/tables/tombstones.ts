import { createHmac, randomBytes } from "node:crypto";
import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import { isGone, markOf, rememberedMs } from "../../bookings/gone.ts";

/**
 * Remembers what was forgotten or let go, by keyed hashes. The key lies in the same file: whoever has only the hashes can
 * test no guess against them, whoever has the file can test guesses of a booking's id, or of a whole body.
 */
export function createTombstones(database: Database) {
  const sql = statements(database);
  sql.makeKey.run(randomBytes(32));
  const { value: key } = sql.key.get() as { value: Uint8Array };
  /** Half of it is enough: nobody can look for collisions without the key. */
  const keyed = (kind: "booking" | "body", what: string | Uint8Array): Uint8Array =>
    createHmac("sha256", key).update(`${kind} `).update(what).digest().subarray(0, 16);

  return {
    /** A booking is gone as it was at that revision. As part of the transaction that is open; `at`: epoch milliseconds. */
    bury: (id: string, revision: string, at: number): void =>
      void sql.put.run(keyed("booking", id), markOf(revision), at),
    /** A body that belongs to no booking is gone; `sha256` is its hash. */
    buryBody: (sha256: Uint8Array, at: number): void => void sql.put.run(keyed("body", sha256), "", at),
    isGone(id: string, revision: string): boolean {
      const row = sql.find.get(keyed("booking", id)) as { mark: string } | undefined;
      return row !== undefined && isGone(row.mark, revision);
    },
    isBodyGone: (sha256: Uint8Array): boolean => sql.find.get(keyed("body", sha256)) !== undefined,
    /** Forgets also what was remembered for long enough, as it is at that instant. */
    letGo: (at: number): void => void sql.letGo.run(at - rememberedMs),
  };
}

/** For use within another's transaction. */
export type Tombstones = ReturnType<typeof createTombstones>;

function statements(database: Database) {
  return {
    makeKey: database.prepare("INSERT OR IGNORE INTO meta VALUES ('tombstone-key', ?)"),
    key: database.prepare("SELECT value FROM meta WHERE key = 'tombstone-key'"),
    put: database.prepare(
      `INSERT INTO tombstone(key, mark, at) VALUES (?, ?, ?)
       ON CONFLICT(key) DO UPDATE SET mark = max(mark, excluded.mark), at = max(at, excluded.at)`,
    ),
    find: database.prepare("SELECT mark FROM tombstone WHERE key = ?"),
    letGo: database.prepare("DELETE FROM tombstone WHERE at < ?"),
  };
}
