import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { Reader } from "../../sources/source.ts";
import { openDatabase, openToRead } from "../engine/driver.ts";
import { rescue } from "./rescue.ts";
import { setAside, suffixes } from "./set-aside.ts";

/** Begun, and good for nothing until it is whole. */
const partialOf = (file: string) => `${file}.salvaging`;
/** Whole: only its place is missing. */
const wholeOf = (file: string) => `${file}.salvaged`;

/**
 * Puts a sound database in the place of a damaged one, with every row that can still be read, and sets the damaged
 * one aside under a dated name. Each step leaves on the disk what the next start needs to go on; called again
 * after it was cut off, it does what is left. Nobody else may have the file open.
 */
export function salvage(file: string, reader: Reader): void {
  if (!existsSync(wholeOf(file))) makeWhole(file, (partial) => rescueInto(partial, sourceOf(file), reader));
  place(file);
}

/**
 * Whether a salvage was begun and cut off: then the file must be neither opened nor made. Bookbell 0.1.0 left its own
 * traces: no file, or one that never held anything, beside a damaged one.
 */
export function isUnfinished(file: string): boolean {
  if (existsSync(partialOf(file)) || existsSync(wholeOf(file))) return true;
  return setAside(file).length > 0 && holdsNothing(file);
}

/** Removes what a salvage of Bookbell 0.1.0 that was cut off has left behind. */
export function removeLeftovers(file: string): void {
  for (const suffix of suffixes) rmSync(`${file}.new${suffix}`, { force: true });
}

/** Has `write` make a database that will take the place of `file`; it counts only once all of it is on the disk. */
export function makeWhole(file: string, write: (partial: string) => void): void {
  const partial = partialOf(file);
  for (const suffix of suffixes) rmSync(partial + suffix, { force: true });
  // Says at the next start that there is something to go on with.
  writeFileSync(partial, "");
  syncFolder(file);
  write(partial);
  sync(partial);
  renameSync(partial, wholeOf(file));
  syncFolder(file);
}

function rescueInto(partial: string, source: string, reader: Reader): void {
  const to = openDatabase(partial);
  try {
    // It is thrown away unless it becomes whole: it needs no journal on the disk, which may have little room.
    to.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
    rescue(source, to, reader);
  } finally {
    to.close();
  }
}

function place(file: string): void {
  const stamp = statSync(wholeOf(file)).mtime.toISOString().replaceAll(":", "-");
  // Where only its journal is left to be moved, that goes beside the rest.
  const worthless = existsSync(file) && neverHeldAnything(file);
  for (const suffix of suffixes) {
    if (worthless) rmSync(file + suffix, { force: true });
    else if (existsSync(file + suffix)) renameSync(file + suffix, `${file}.damaged-${stamp}${suffix}`);
  }
  // Else after a power cut the old WAL might lie beside the new file, and be read into it.
  syncFolder(file);
  renameSync(wholeOf(file), file);
  syncFolder(file);
  removeLeftovers(file);
}

/** What there is to rescue from: the file itself, or the one of those set aside that was so last. */
function sourceOf(file: string): string {
  const [last] = setAside(file);
  return last !== undefined && holdsNothing(file) ? last : file;
}

/** There is nothing to rescue from it. */
const holdsNothing = (file: string) => !existsSync(file) || neverHeldAnything(file);

/**
 * A database of Bookbell 0.1.0's in which nothing was ever kept, not even what has been let go since. Later ones make
 * none beside a damaged one, and their migrations do not leave `longest` at 0.
 */
function neverHeldAnything(file: string): boolean {
  try {
    const database = openToRead(file);
    try {
      const { held } = database
        .prepare(
          `SELECT EXISTS(SELECT 1 FROM delivery) OR EXISTS(SELECT 1 FROM booking)
             OR EXISTS(SELECT 1 FROM meta WHERE (key = 'longest' AND value > 0) OR key = 'salvaged') AS held`,
        )
        .get() as { held: number };
      return held === 0;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

function sync(file: string): void {
  const handle = openSync(file, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes the names in its folder durable. Windows does so by itself, and has no call for it. */
function syncFolder(file: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(path.dirname(file), "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
