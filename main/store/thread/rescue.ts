import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { SourceName } from "../../../common/sources.ts";
import { bookingOf, type Known } from "../../bookings/facts.ts";
import { merge } from "../../bookings/merge.ts";
import { searchText } from "../../bookings/search-text.ts";
import type { Reader } from "../../sources/source.ts";
import { openToRead, primaryCodeOf } from "../engine/driver.ts";
import { migrate, versionOf } from "../engine/migrations.ts";
import { createBookingRows, longMs } from "../tables/bookings.ts";
import { createLinks } from "../tables/links.ts";
import { unpacked } from "../tables/packed.ts";
import { createRemoving, type Removing } from "../tables/removing.ts";
import { createTombstones, type Tombstones } from "../tables/tombstones.ts";

/**
 * Fills the empty database `to` with every row of the damaged file `source` that can be read; a booking whose own row
 * is lost is made again from its deliveries. The source is left as it lies.
 * @throws NEWER, and when `to` cannot be written to, or the source not be opened for another reason than damage.
 */
export function rescue(source: string, to: Database, reader: Reader): void {
  const from = openToRead(source);
  try {
    copyAll(from, to);
  } finally {
    from.close();
  }
  migrate(to);
  to.exec("BEGIN");
  to.exec(dropUnreadable);
  for (const pk of oddBookings(to)) to.prepare("DELETE FROM booking WHERE pk = ?").run(pk);
  const tombstones = createTombstones(to);
  const removing = createRemoving(to, tombstones);
  dropGone(to, tombstones, removing);
  remake(to, reader, tombstones, removing);
  makeSearchable(to);
  to.exec(findLongest);
  to.exec("INSERT OR REPLACE INTO meta VALUES ('salvaged', 1); COMMIT");
}

/** What came through the damage, but altered. */
const dropUnreadable = `
  DELETE FROM meta WHERE key = 'tombstone-key' AND typeof(value) <> 'blob';
  DELETE FROM booking WHERE NOT json_valid(known);
  DELETE FROM change WHERE NOT json_valid(detail);
  DELETE FROM alert WHERE change NOT IN (SELECT seq FROM change);
  UPDATE alert SET why = NULL WHERE NOT json_valid(coalesce(why, '{}'));
  DELETE FROM destination WHERE NOT json_valid(standing);
  DELETE FROM rule WHERE NOT json_valid(rule) OR destination NOT IN (SELECT id FROM destination);
  DELETE FROM outgoing WHERE change NOT IN (SELECT seq FROM change) OR NOT json_valid(coalesce(message, '{}'))
    OR NOT json_valid(coalesce(why, '{}')) OR destination NOT IN (SELECT id FROM destination)
    OR (message IS NULL AND state <> 'sent');
  UPDATE delivery SET headers = '{}' WHERE NOT json_valid(headers)`;

/** Days are looked for by it: too small a number would leave bookings out of them. */
const findLongest = `
  INSERT OR REPLACE INTO meta
    SELECT 'longest', coalesce(max(min(end_at - start_at, ${longMs})), 0) FROM booking`;

/** Copies into the schema that the damaged file has itself: migrating comes after it. */
function copyAll(from: Database, to: Database): void {
  const version = attempt(() => versionOf(from));
  // Not even its first page is a database's: there is nothing to read.
  if (version === undefined) return;
  migrate(to, version);
  to.exec("PRAGMA foreign_keys = OFF; BEGIN");
  for (const table of tablesOf(to)) copy(from, to, table);
  copyLastNumbers(from, to);
  to.exec("COMMIT; PRAGMA foreign_keys = ON");
}

/** The tables with rows of our own; what can be searched is not copied, but written anew. Each has a rowid. */
function tablesOf(to: Database): string[] {
  const rows = to
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    .all() as { name: string }[];
  return rows.map(({ name }) => name).filter((name) => !name.startsWith("sqlite_"));
}

function copy(from: Database, to: Database, table: string): void {
  const names = to.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as { name: string }[];
  const columns = names.map(({ name }) => name).join(", ");
  const insert = to.prepare(
    `INSERT OR REPLACE INTO ${table}(${columns}) VALUES (${names.map(() => "?").join(", ")})`,
  );
  for (const row of readable(from, `SELECT rowid AS salvage_key, ${columns} FROM ${table} NOT INDEXED`))
    attempt(() => insert.run(...names.map(({ name }) => row[name] as string)), isOdd);
}

/** Numbers that were given once are never given again, also where their rows are gone. */
function copyLastNumbers(from: Database, to: Database): void {
  const all = attempt(() => from.prepare("SELECT name, seq FROM sqlite_sequence").all()) ?? [];
  const raise = to.prepare("UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1");
  const add = to.prepare(
    `INSERT INTO sqlite_sequence(name, seq)
     SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)`,
  );
  for (const { name, seq } of all as { name: string; seq: number }[])
    for (const statement of [raise, add]) statement.run(name, seq);
}

type Row = Record<string, unknown>;

/** Keys of ours are counted up; a leap like that is read out of junk. */
const longestLeap = 2 ** 31;

/** Every row that can be read, in the order of their keys, over all unreadable stretches. */
function* readable(from: Database, select: string): Generator<Row> {
  const next = attempt(() => from.prepare(`${select} WHERE rowid > ? ORDER BY rowid LIMIT 1`));
  if (!next) return;
  /** Null = there is no more, undefined = unreadable. */
  const after = (last: number): Row | null | undefined => {
    const row = attempt(() => (next.get(last) as Row | undefined) ?? null);
    const key = Number(row?.salvage_key);
    return row && !(key > last && key < last + longestLeap) ? undefined : row;
  };
  for (let last = 0; ; ) {
    const row = after(last);
    if (row === null) return;
    if (row) {
      last = Number(row.salvage_key);
      yield row;
    } else {
      const beyond = endOfDamage(last, (key) => after(key) !== undefined);
      if (beyond === null) return;
      last = beyond;
    }
  }
}

/** The least key from which on reading works again; null when there is none. */
function endOfDamage(from: number, works: (key: number) => boolean): number | null {
  let bad = from;
  let step = 1;
  for (; !works(bad + step); step *= 2) {
    if (step > longestLeap) return null;
    bad += step;
  }
  let good = bad + step;
  while (good - bad > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (works(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function oddBookings(to: Database): number[] {
  const odd: number[] = [];
  for (const row of bookings(to)) if (!isWhole(row)) odd.push(row.pk);
  return odd;
}

/** It is of its row's id, each word has a revision, and all of it can be read. */
function isWhole({ id, known }: { id: string; known: string }): boolean {
  try {
    const booking: Known = JSON.parse(known);
    searchText(bookingOf(booking));
    return (
      booking.id === id && Object.values(booking.facts).every(({ revision }) => typeof revision === "string")
    );
  } catch {
    return false;
  }
}

/** What was forgotten or let go, and a disk that lost what was written since has brought back. */
function dropGone(to: Database, tombstones: Tombstones, { removeBooking, removeDelivery }: Removing): void {
  for (const { known } of bookings(to)) {
    const { id, facts }: Known = JSON.parse(known);
    if (tombstones.isGone(id, facts.standing.revision)) removeBooking(id, 0);
  }
  const unreadable = to.prepare("SELECT seq, sha256 FROM delivery WHERE verdict = 'unreadable'");
  for (const { seq, sha256 } of unreadable.all() as { seq: number; sha256: Uint8Array }[])
    if (tombstones.isBodyGone(sha256)) removeDelivery(seq);
}

function remake(to: Database, reader: Reader, tombstones: Tombstones, { removeDelivery }: Removing): void {
  const { find } = createBookingRows(to);
  const { keep } = createLinks(to);
  const orphans = to
    .prepare(
      "SELECT seq, source, headers, body FROM delivery WHERE booking_id NOT IN (SELECT id FROM booking) ORDER BY seq",
    )
    .all() as { seq: number; source: SourceName; headers: string; body: Uint8Array }[];
  for (const { seq, source, headers, body } of orphans) {
    const whole = unpacked(body);
    const reading = whole && reader.read({ source, headers: JSON.parse(headers), body: whole });
    if (!reading?.ok) continue;
    if (tombstones.isGone(reading.report.id, reading.report.revision)) {
      removeDelivery(seq);
      continue;
    }
    const before = find(reading.report.id);
    keep(merge(before, reading.report).known, before);
  }
}

function makeSearchable(to: Database): void {
  const { index } = createBookingRows(to);
  for (const { pk, known } of bookings(to)) index(pk, bookingOf(JSON.parse(known)));
}

function* bookings(to: Database): Generator<{ pk: number; id: string; known: string }> {
  const after = to.prepare("SELECT pk, id, known FROM booking WHERE pk > ? ORDER BY pk LIMIT 1");
  for (let last = 0; ; ) {
    const row = after.get(last) as { pk: number; id: string; known: string } | undefined;
    if (!row) return;
    yield row;
    last = row.pk;
  }
}

/** What the work gives, or undefined when it fails in a way that `expected` names. */
function attempt<T>(work: () => T, expected = isDamage): T | undefined {
  try {
    return work();
  } catch (error) {
    if (expected(error as SqliteError)) return;
    throw error;
  }
}

type SqliteError = Error & { readonly errcode?: number };

/**
 * ERROR for a table or column that is not there, CORRUPT, NOTADB, a bad sector (IOERR_READ, IOERR_SHORT_READ), or a
 * number that no program wrote. Any other fault is none of the file's, and passes.
 */
const isDamage = (error: SqliteError) =>
  error instanceof RangeError ||
  [1, 11, 26].includes(primaryCodeOf(error)) ||
  [266, 522].includes(error.errcode ?? 0);
/** TOOBIG, CONSTRAINT, MISMATCH: a value that the column never had. */
const isOdd = (error: SqliteError) => [18, 19, 20].includes(primaryCodeOf(error));
