import { type BigIntStats, statSync } from "node:fs";
import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import { makeWhole } from "./salvage.ts";

/**
 * Watches that what is written into the open database lies on the disk under its names: a cleaner, a sync or a backup may
 * have moved or replaced a file that is open, and what is written then is gone when Bookbell ends. Windows
 * keeps others from doing that.
 */
export function createNames(file: string, database: Database) {
  const wal = `${file}-wal`;
  const atStart = { main: look(file), wal: look(wal) };

  return {
    /**
     * @throws MOVED when another lies in the place of the database, of which a whole copy was then made to put back; WAL
     * when its journal is another, which closing mends: what is in it is brought into the database then.
     */
    check(): void {
      if (process.platform === "win32") return;
      const main = look(file);
      if (!isSame(main, atStart.main)) {
        makeWhole(file, (partial) => database.prepare("VACUUM INTO ?").run(partial));
        throw fault("MOVED", "The bookings file was taken away.");
      }
      const journal = look(wal);
      if (!isSame(journal, atStart.wal))
        throw fault("WAL", "The journal of the bookings file was taken away.");
    },
  };
}

const look = (file: string) => statSync(file, { bigint: true, throwIfNoEntry: false });

const isSame = (a: BigIntStats | undefined, b: BigIntStats | undefined) =>
  a?.ino === b?.ino && a?.dev === b?.dev;

const fault = (code: string, message: string) => Object.assign(new Error(message), { code });
