import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";

/** What is still to be overwritten: the index of words, from its beginning or going on, then the file. */
export type WipeStep = "index" | "index-on" | "file";

/** So many pages of the index at a time. */
const slice = 64;

/**
 * Overwrites what was removed. SQLite does so itself (secure_delete), but for its index of words, which only marks what
 * is gone until it is written anew, for the journal, and for what older versions of Bookbell have left.
 * @returns what does one step, and says which comes next
 */
export function createWiping(database: Database): (step: WipeStep) => WipeStep | null {
  // A negative number begins to write all of it into one.
  const merge = database.prepare("INSERT INTO booking_text(booking_text, rank) VALUES ('merge', ?)");
  const changes = database.prepare("SELECT total_changes() AS count");
  const count = () => (changes.get() as { count: number }).count;
  const wiped = database.prepare("SELECT 1 FROM meta WHERE key = 'wiped'");
  const setWiped = database.prepare("INSERT OR IGNORE INTO meta VALUES ('wiped', 1)");
  const checkpoint = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)");

  return (step) => {
    if (step !== "file") {
      const before = count();
      merge.run(step === "index" ? -slice : slice);
      // So FTS5 says that there was nothing to do (sqlite.org/fts5.html, "The 'merge' command").
      return count() - before < 2 ? "file" : "index-on";
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
