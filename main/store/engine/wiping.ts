import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import { transaction } from "./transaction.ts";

/** What is still to be overwritten: the index of words, from its beginning or going on, then the file. */
export type WipeStep = "index" | "index-on" | "file";

/** So many pages of the index at a time, while somebody waits for it. */
const slice = 64;
/** While nobody does, and a delivery may come. */
const tidied = 16;

/**
 * Overwrites what was removed. SQLite does so itself (secure_delete), but for its index of words, which only marks what
 * is gone until it is written anew, for the journal, and for what older versions of Bookbell have left.
 * @returns what does one step, and says which comes next
 */
export function createWiping(database: Database): (step: WipeStep) => WipeStep | null {
  // A negative number begins to write all of it into one.
  const merge = database.prepare("INSERT INTO booking_text(booking_text, rank) VALUES ('merge', ?)");
  const changes = changesIn(database);
  const wiped = database.prepare("SELECT 1 FROM meta WHERE key = 'wiped'");
  const setWiped = database.prepare("INSERT OR IGNORE INTO meta VALUES ('wiped', 1)");
  const checkpoint = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)");

  return (step) => {
    if (step !== "file") {
      return hasMerged(changes(() => merge.run(step === "index" ? -slice : slice))) ? "index-on" : "file";
    }
    if (!wiped.get()) {
      database.exec("VACUUM");
      setWiped.run();
    }
    const { busy } = checkpoint.get() as { busy: number };
    if (busy) throw Object.assign(new Error("Another program reads the bookings file."), { code: "BUSY" });
    return null;
  };
}

/** In percent: a part of the index with so many removed bookings is worth writing anew. FTS5's own default. */
const worthIt = 10;

/**
 * Takes the words of removed bookings out of the index where there are many, some pages at a time; true = there may be
 * more. FTS5 would do all of that at once, within a delivery's commit: seconds, with years of bookings.
 */
export function createTidying(database: Database): () => boolean {
  const changes = changesIn(database);
  const exec = (command: string, value: number) =>
    database.exec(`INSERT INTO booking_text(booking_text, rank) VALUES('${command}', ${value})`);
  return () =>
    transaction(database, () => {
      exec("deletemerge", worthIt);
      const merged = changes(() => exec("merge", tidied));
      exec("deletemerge", 0);
      return hasMerged(merged);
    });
}

/** How many rows something changes. */
function changesIn(database: Database): (run: () => unknown) => number {
  const changes = database.prepare("SELECT total_changes() AS count");
  const count = () => (changes.get() as { count: number }).count;
  return (run) => {
    const before = count();
    run();
    return count() - before;
  };
}

/** So FTS5 says that there was nothing to merge (sqlite.org/fts5.html, "The 'merge' command"). */
const hasMerged = (changes: number) => changes >= 2;
