import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import { bookingOf } from "../../bookings/facts.ts";
import { searchText } from "../../bookings/search-text.ts";

/** Each brings the schema from its index to the next version; released ones are never edited. Times: epoch ms, UTC. */
const migrations = [
  `CREATE TABLE delivery(
     seq INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, via TEXT NOT NULL, verdict TEXT NOT NULL,
     booking_id TEXT, reason TEXT NOT NULL, late_by INTEGER, headers TEXT NOT NULL,
     bytes INTEGER NOT NULL, sha256 BLOB NOT NULL, body BLOB NOT NULL) STRICT;
   CREATE INDEX delivery_booking ON delivery(booking_id);
   CREATE INDEX delivery_unreadable ON delivery(seq) WHERE verdict = 'unreadable';
   CREATE TABLE booking(
     pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, status TEXT NOT NULL, start_at INTEGER, end_at INTEGER,
     email TEXT NOT NULL, created_at INTEGER, updated_at INTEGER NOT NULL, moved_to TEXT,
     known TEXT NOT NULL) STRICT;
   CREATE INDEX booking_time ON booking(start_at, end_at);
   CREATE INDEX booking_email ON booking(email) WHERE email <> '';
   CREATE INDEX booking_moved_to ON booking(moved_to) WHERE moved_to IS NOT NULL;
   CREATE VIRTUAL TABLE booking_text USING fts5(
     text, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');
   CREATE TRIGGER booking_text_gone AFTER DELETE ON booking
     BEGIN DELETE FROM booking_text WHERE rowid = OLD.pk; END;
   CREATE TABLE change(
     seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, delivery INTEGER NOT NULL, booking_id TEXT NOT NULL,
     kind TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
   CREATE INDEX change_booking ON change(booking_id);
   CREATE INDEX change_delivery ON change(delivery);
   CREATE TABLE alert(
     change INTEGER PRIMARY KEY REFERENCES change(seq) ON DELETE CASCADE,
     outcome TEXT, settled_at INTEGER, seen_at INTEGER, repeated_at INTEGER) STRICT;
   CREATE INDEX alert_owed ON alert(change) WHERE outcome IS NULL;
   CREATE INDEX alert_unseen ON alert(change) WHERE seen_at IS NULL;
   CREATE INDEX alert_shown ON alert(settled_at) WHERE outcome = 'shown';
   CREATE TABLE reminder(
     seq INTEGER PRIMARY KEY AUTOINCREMENT, booking_id TEXT NOT NULL, start_at INTEGER NOT NULL,
     due_at INTEGER NOT NULL, outcome TEXT, UNIQUE(booking_id, start_at, due_at)) STRICT;
   CREATE INDEX reminder_time ON reminder(start_at);
   CREATE TRIGGER reminder_gone AFTER DELETE ON booking
     BEGIN DELETE FROM reminder WHERE booking_id = OLD.id; END;
   CREATE TABLE gap(
     seq INTEGER PRIMARY KEY, from_at INTEGER NOT NULL, to_at INTEGER, reason TEXT NOT NULL,
     fetched INTEGER) STRICT;
   CREATE INDEX gap_time ON gap(from_at);
   CREATE TABLE meta(key TEXT PRIMARY KEY, value ANY) STRICT;
   INSERT INTO meta VALUES ('longest', 0)`,
  // A change's number is never given again: the note of what was told last names it. 0.1.0 gave those of forgotten
  // changes again, and its note may name one that is gone: the next begins far above.
  // An alert that could not be shown stays owed; those of the last day that 0.1.0 gave up are owed again.
  `CREATE TABLE numbered(
     seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, delivery INTEGER NOT NULL, booking_id TEXT NOT NULL,
     kind TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
   INSERT INTO numbered SELECT seq, at, delivery, booking_id, kind, detail FROM change;
   CREATE TABLE kept(
     change INTEGER PRIMARY KEY REFERENCES numbered(seq) ON DELETE CASCADE,
     outcome TEXT, settled_at INTEGER, seen_at INTEGER, repeated_at INTEGER, tried_at INTEGER) STRICT;
   INSERT INTO kept SELECT change, outcome, settled_at, seen_at, repeated_at, NULL FROM alert;
   DROP TABLE alert;
   DROP TABLE change;
   ALTER TABLE numbered RENAME TO change;
   ALTER TABLE kept RENAME TO alert;
   DELETE FROM sqlite_sequence WHERE name = 'change';
   INSERT INTO sqlite_sequence SELECT 'change', 1000000 + coalesce(max(seq), 0) FROM change;
   CREATE INDEX change_booking ON change(booking_id);
   CREATE INDEX change_delivery ON change(delivery);
   CREATE INDEX alert_owed ON alert(change) WHERE outcome IS NULL;
   CREATE INDEX alert_unseen ON alert(change) WHERE seen_at IS NULL;
   CREATE INDEX alert_shown ON alert(settled_at) WHERE outcome = 'shown';
   UPDATE alert SET outcome = NULL, tried_at = settled_at, settled_at = NULL
     WHERE outcome = 'failed' AND seen_at IS NULL AND settled_at > (unixepoch() - 86400) * 1000`,
  // Whole days are found wherever the user is: start_at and end_at leave room for clocks that are 26 hours apart.
  `UPDATE booking SET start_at = start_at - 93600000, end_at = end_at + 93600000
     WHERE known ->> '$.told.times.value.allDay' = 1;
   UPDATE meta SET value = value + 187200000 WHERE key = 'longest' AND value > 0`,
  `ALTER TABLE gap ADD COLUMN whole INTEGER NOT NULL DEFAULT 1`,
  // What is old is found by its time: a clock that was wrong leaves deliveries that are not in the order of theirs.
  "CREATE INDEX delivery_time ON delivery(received_at)",
  `CREATE TABLE tally(
     name TEXT PRIMARY KEY, count INTEGER NOT NULL, reason TEXT NOT NULL,
     first_at INTEGER NOT NULL, last_at INTEGER NOT NULL) STRICT;
   CREATE INDEX delivery_refused ON delivery(seq) WHERE verdict = 'refused';
   INSERT INTO tally SELECT 'received', count(*), '', min(received_at), max(received_at) FROM delivery
     WHERE via = 'webhook' AND verdict <> 'unreadable' HAVING count(*) > 0`,
  `CREATE INDEX booking_long ON booking(end_at) WHERE end_at - start_at > 5184000000;
   UPDATE meta SET value = min(value, 5184000000) WHERE key = 'longest'`,
  // The same bytes again refer to the row that has them; when that goes, the next one gets them.
  `ALTER TABLE delivery ADD COLUMN first INTEGER;
   CREATE INDEX delivery_again ON delivery(first) WHERE first IS NOT NULL;
   CREATE INDEX delivery_bytes ON delivery(sha256) WHERE first IS NULL AND booking_id IS NOT NULL;
   CREATE TRIGGER delivery_gone AFTER DELETE ON delivery WHEN OLD.first IS NULL
     BEGIN
       UPDATE delivery SET first = (SELECT min(seq) FROM delivery WHERE first = OLD.seq)
         WHERE first = OLD.seq AND seq > (SELECT min(seq) FROM delivery WHERE first = OLD.seq);
       UPDATE delivery SET first = NULL, body = OLD.body WHERE first = OLD.seq;
     END`,
  // How often the same bytes came after this row without a row of their own.
  "ALTER TABLE delivery ADD COLUMN again INTEGER NOT NULL DEFAULT 0",
  // What was forgotten or let go is not to come back: by keyed hash, with how far it had come.
  `CREATE TABLE tombstone(
     seq INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, mark TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
   CREATE INDEX tombstone_time ON tombstone(at)`,
  // Who sent it: until now only one service could.
  "ALTER TABLE delivery ADD COLUMN source TEXT NOT NULL DEFAULT 'timekit'",
  // What a service's own words mean is told beside them, so that no rule has to know them.
  `UPDATE booking SET known = json_object('id', id, 'facts', json_set(
       json_remove(known -> '$.told', '$.standing.value.graph', '$.standing.value.state'),
       '$.standing.value.native', json_object(
         'graph', known ->> '$.told.standing.value.graph', 'state', known ->> '$.told.standing.value.state'),
       '$.standing.value.payment', CASE
         WHEN known ->> '$.told.standing.value.state' IN ('paid', 'unpaid') THEN known ->> '$.told.standing.value.state'
         WHEN status = 'held' AND known ->> '$.told.standing.value.graph' LIKE '%\\_payment' ESCAPE '\\' THEN 'awaited' END,
       '$.standing.value.mayBeMoved',
         json(iif(known ->> '$.told.standing.value.state' = 'cancelled', 'true', 'false'))))
     WHERE json_valid(known)`,
  // Which booking each says that it takes the place of: moved_to has it the other way round.
  `ALTER TABLE booking ADD COLUMN replaces TEXT;
   CREATE INDEX booking_replaces ON booking(replaces) WHERE replaces IS NOT NULL`,
  // What is shown of a state that has no word of Bookbell's is found as well.
  `INSERT OR REPLACE INTO booking_text(rowid, text) SELECT pk, search_text(known) FROM booking
     WHERE status = 'unknown' AND search_text(known) IS NOT NULL`,
  // What is sent besides to the desktop, and where to. Addresses are secrets, and not among it; neither is the message of
  // what was sent.
  `CREATE TABLE destination(
     id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, label TEXT NOT NULL, host TEXT NOT NULL, last_four TEXT NOT NULL,
     open INTEGER NOT NULL, standing TEXT NOT NULL) STRICT;
   CREATE TABLE rule(
     id TEXT NOT NULL UNIQUE, destination TEXT NOT NULL REFERENCES destination(id) ON DELETE CASCADE,
     rule TEXT NOT NULL) STRICT;
   CREATE TABLE outgoing(
     seq INTEGER PRIMARY KEY AUTOINCREMENT, change INTEGER NOT NULL REFERENCES change(seq) ON DELETE CASCADE,
     destination TEXT NOT NULL REFERENCES destination(id) ON DELETE CASCADE, owed_at INTEGER NOT NULL, ends_at INTEGER,
     message TEXT, state TEXT NOT NULL DEFAULT 'owed', tries INTEGER NOT NULL DEFAULT 0,
     refusals INTEGER NOT NULL DEFAULT 0, doubtful INTEGER NOT NULL DEFAULT 0, why TEXT,
     UNIQUE(change, destination)) STRICT;
   CREATE INDEX outgoing_waiting ON outgoing(destination, seq) WHERE state IN ('owed', 'sending');
   CREATE INDEX outgoing_given_up ON outgoing(destination, seq) WHERE state = 'given-up';
   CREATE INDEX outgoing_time ON outgoing(owed_at)`,
  // What was set aside unread goes once its bytes are taken in, which is asked with every delivery.
  "CREATE INDEX delivery_unreadable_bytes ON delivery(sha256) WHERE verdict = 'unreadable'",
  // By which setting nobody was told: settings change, and then nobody could tell any more. What happened is listed by
  // its time.
  `ALTER TABLE alert ADD COLUMN why TEXT;
   CREATE INDEX change_time ON change(at)`,
  // Else FTS5 writes years of words anew within one commit once a tenth of them is gone; upkeep does so bit by bit.
  "INSERT INTO booking_text(booking_text, rank) VALUES('deletemerge', 0)",
];

/** How many migrations the database has been through. @throws NEWER when a newer Bookbell has written it. */
export function versionOf(database: Database): number {
  const { user_version: version } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (version > migrations.length)
    throw Object.assign(new Error("A newer version of Bookbell wrote these bookings."), { code: "NEWER" });
  return version;
}

/** Makes the text by which a booking is found; null of a row that damage has altered. */
function searchTextOf(known: string): string | null {
  try {
    return searchText(bookingOf(JSON.parse(known)));
  } catch {
    return null;
  }
}

/**
 * Brings the database to this version's schema, or to an older one's, each step whole or not at all.
 * @throws NEWER, leaving it untouched, when a newer Bookbell has written it.
 */
export function migrate(database: Database, to = migrations.length): void {
  const from = versionOf(database);
  if (from < to) database.function("search_text", { deterministic: true }, searchTextOf);
  for (const [i, sql] of migrations.entries()) {
    if (i < from || i >= to) continue;
    database.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${i + 1}; COMMIT`);
  }
  // Nothing of an older version's is to be overwritten in a file that was made just now.
  if (from === 0) database.exec("INSERT OR IGNORE INTO meta VALUES ('wiped', 1)");
}
