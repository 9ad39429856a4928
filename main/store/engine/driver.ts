import { createRequire } from "node:module";
import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";

/** Older ones can lose committed writes when two connections checkpoint at once (sqlite.org, "WAL-reset bug"). */
const oldestSound = [3, 51, 3] as const;

/** Opens the database to read and to write, and makes it when it is not there. */
export function openDatabase(file: string): Database {
  const database = new (soundDriver())(file);
  try {
    return configure(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Opens a database, also a damaged one, and leaves it as it lies: its WAL is read, and not written into it. */
export const openToRead = (file: string): Database => new (soundDriver())(file, { readOnly: true });

/** Where a database lies; empty for one in memory. */
export const fileOf = (database: Database): string =>
  (database.prepare("PRAGMA database_list").get() as { file: string }).file;

type Driver = new (file: string, options?: { readOnly: boolean }) => Database;

/**
 * The built-in node:sqlite where it is sound, else the package of the same API, which Electron 33 needs. Goes when
 * the floor is Electron 40 (Node 24).
 */
function soundDriver(): Driver {
  for (const Driver of drivers()) {
    const probe = new Driver(":memory:");
    const sound = isSound(probe);
    probe.close();
    if (sound) return Driver;
  }
  throw new Error("No sound SQLite in this runtime.");
}

function* drivers(): Generator<Driver> {
  const builtIn = process.getBuiltinModule?.("node:sqlite" as "node:module") as unknown as
    | { DatabaseSync: Driver }
    | undefined;
  if (builtIn) yield builtIn.DatabaseSync;
  yield (createRequire(import.meta.url)("@photostructure/sqlite") as { DatabaseSync: Driver }).DatabaseSync;
}

function isSound(database: Database): boolean {
  const { version } = database.prepare("SELECT sqlite_version() AS version").get() as { version: string };
  const found = version.split(".").map(Number);
  const differs = oldestSound.findIndex((part, i) => part !== found[i]);
  if (differs >= 0 && (found[differs] ?? 0) < (oldestSound[differs] ?? 0)) return false;
  try {
    database.exec("CREATE VIRTUAL TABLE probe USING fts5(x, tokenize='trigram')");
    return true;
  } catch {
    return false;
  }
}

function configure(database: Database): Database {
  database.exec(`
    PRAGMA busy_timeout = 2000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA secure_delete = ON;
    PRAGMA journal_size_limit = 67108864`);
  // Both drivers may lower FULL when the journal mode changes; NORMAL would acknowledge what a power cut loses.
  const { synchronous } = database.prepare("PRAGMA synchronous").get() as { synchronous: number };
  if (synchronous !== 2) throw new Error("SQLite refuses synchronous=FULL.");
  return database;
}

/** SQLite's primary result code of an error; 0 for one that is none of SQLite's. Source: sqlite.org/rescode.html */
export const primaryCodeOf = (error: unknown): number =>
  ((error as { errcode?: number }).errcode ?? 0) & 0xff;
