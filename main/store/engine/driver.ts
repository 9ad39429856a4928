import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import { sqlite } from "./library.ts";

/** Opens the database to read and to write, and makes it when it is not there. */
export function openDatabase(file: string): Database {
  const database = new (sqlite())(file);
  try {
    return configure(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Opens a database, also a damaged one, and leaves it as it lies: its WAL is read, and not written into it. */
export const openToRead = (file: string): Database => new (sqlite())(file, { readOnly: true });

/** Where a database lies; empty for one in memory. */
export const fileOf = (database: Database): string =>
  (database.prepare("PRAGMA database_list").get() as { file: string }).file;

function configure(database: Database): Database {
  // 512 KB of the file in memory instead of the usual 2 MB: the system keeps it, too, and a search takes as long.
  database.exec(`
    PRAGMA busy_timeout = 2000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA secure_delete = ON;
    PRAGMA cache_size = -512;
    PRAGMA journal_size_limit = 67108864`);
  // Both libraries may lower FULL when the journal mode changes; NORMAL would acknowledge what a power cut loses.
  const { synchronous } = database.prepare("PRAGMA synchronous").get() as { synchronous: number };
  if (synchronous !== 2) throw new Error("SQLite refuses synchronous=FULL.");
  return database;
}

/** SQLite's primary result code of an error; 0 for one that is none of SQLite's. Source: sqlite.org/rescode.html */
export const primaryCodeOf = (error: unknown): number =>
  ((error as { errcode?: number }).errcode ?? 0) & 0xff;
