import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";

/** Each brings the schema from its index to the next version; released ones are never edited. Times: epoch ms, UTC. */
const migrations = [
  `CREATE TABLE delivery(
     seq INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, verdict TEXT NOT NULL, booking_id TEXT, reason TEXT,
     sha256 BLOB NOT NULL, body BLOB NOT NULL) STRICT;
   CREATE TABLE booking(
     pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, status TEXT NOT NULL, start_at INTEGER, end_at INTEGER,
     known TEXT NOT NULL) STRICT;
   CREATE INDEX booking_time ON booking(start_at, end_at);
   CREATE TABLE alert(
     seq INTEGER PRIMARY KEY, delivery INTEGER NOT NULL REFERENCES delivery(seq) ON DELETE CASCADE,
     booking_id TEXT NOT NULL, change TEXT NOT NULL, outcome TEXT, settled_at INTEGER) STRICT;
   CREATE INDEX alert_owed ON alert(seq) WHERE outcome IS NULL;
   CREATE TABLE meta(key TEXT PRIMARY KEY, value ANY) STRICT;
   INSERT INTO meta VALUES ('longest', 0)`,
];

/** Brings the database to this version's schema. @throws NEWER, leaving it untouched, when a newer Bookbell has written it. */
export function migrate(database: Database): void {
  const { user_version: from } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (from > migrations.length)
    throw Object.assign(new Error("A newer version of Bookbell wrote these bookings."), { code: "NEWER" });
  for (const [i, sql] of migrations.entries()) {
    if (i < from) continue;
    database.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${i + 1}; COMMIT`);
  }
}
