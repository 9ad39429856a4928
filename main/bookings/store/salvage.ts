import { existsSync, renameSync, rmSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Reading } from "../../sources/timekit/read.ts";
import { bookingOf } from "../facts.ts";
import { merge } from "../merge.ts";
import { openDatabase } from "./driver.ts";
import { createKeeping } from "./keeping.ts";
import { migrate } from "./migrations.ts";

/** In the order in which rows refer to each other, each with its whole-number key. */
const tables = {
  delivery: "seq",
  booking: "pk",
  change: "seq",
  alert: "change",
  reminder: "seq",
  gap: "seq",
  meta: "rowid",
} as const;

/**
 * Sets a damaged database aside and puts a sound one in its place, with every row that can still be read; a
 * booking whose own row is lost is made again from its deliveries.
 */
export function salvage(file: string, setAside: string, read: (body: Uint8Array) => Reading): void {
  const fresh = `${file}.new`;
  for (const suffix of ["", "-wal", "-shm"]) rmSync(fresh + suffix, { force: true });
  for (const suffix of ["", "-wal", "-shm"])
    if (existsSync(file + suffix)) renameSync(file + suffix, setAside + suffix);
  const to = openDatabase(fresh);
  migrate(to);
  try {
    const from = openDatabase(setAside);
    for (const [table, key] of Object.entries(tables)) copy(from, to, table, key);
    from.close();
  } catch {
    // Not even its first page is a database's: there is nothing to read.
  }
  remake(to, read);
  makeSearchable(to);
  to.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  to.close();
  renameSync(fresh, file);
}

function copy(from: Database, to: Database, table: string, key: string): void {
  const names = to.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as { name: string }[];
  const columns = names.map(({ name }) => name).join(", ");
  const insert = to.prepare(
    `INSERT OR REPLACE INTO ${table}(${columns}) VALUES (${names.map(() => "?").join(", ")})`,
  );
  to.exec("PRAGMA foreign_keys = OFF; BEGIN");
  for (const row of readable(from, `SELECT ${key} AS salvage_key, ${columns} FROM ${table} NOT INDEXED`, key))
    insert.run(...names.map(({ name }) => row[name] as string));
  to.exec("COMMIT; PRAGMA foreign_keys = ON");
}

/** After an unreadable stretch it tries further on, in growing steps, until nothing has been found for long. */
function* readable(from: Database, select: string, key: string): Generator<Record<string, unknown>> {
  const next = from.prepare(`${select} WHERE ${key} > ? ORDER BY ${key} LIMIT 1`);
  let last = 0;
  for (let step = 1; step < 1 << 20; ) {
    try {
      const row = next.get(last) as Record<string, unknown> | undefined;
      if (!row) return;
      last = Number(row.salvage_key);
      step = 1;
      yield row;
    } catch {
      last += step;
      step *= 2;
    }
  }
}

function remake(to: Database, read: (body: Uint8Array) => Reading): void {
  const { find, keep } = createKeeping(to);
  const orphans = to
    .prepare("SELECT body FROM delivery WHERE booking_id NOT IN (SELECT id FROM booking) ORDER BY seq")
    .all() as { body: Uint8Array }[];
  to.exec("BEGIN");
  for (const { body } of orphans) {
    const reading = readPacked(body, read);
    if (!reading?.ok) continue;
    const before = find(reading.report.id);
    keep(merge(before, reading.report).known, before);
  }
  to.exec("COMMIT");
}

/** What can be searched is not copied, but written anew. */
function makeSearchable(to: Database): void {
  const { index } = createKeeping(to);
  const after = to.prepare("SELECT pk, known FROM booking WHERE pk > ? ORDER BY pk LIMIT 1");
  to.exec("BEGIN");
  for (let last = 0; ; ) {
    const row = after.get(last) as { pk: number; known: string } | undefined;
    if (!row) break;
    index(row.pk, bookingOf(JSON.parse(row.known)));
    last = row.pk;
  }
  to.exec("COMMIT");
}

/** Null for a body whose own bytes are damaged. */
function readPacked(body: Uint8Array, read: (body: Uint8Array) => Reading): Reading | null {
  try {
    return read(inflateRawSync(body));
  } catch {
    return null;
  }
}
