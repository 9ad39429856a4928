import { createRequire } from "node:module";
import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";

/** Older ones can lose committed writes when two connections checkpoint at once (sqlite.org, "WAL-reset bug"). */
const oldestSound = [3, 51, 3] as const;

type Library = new (file: string, options?: { readOnly: boolean }) => Database;

/**
 * The SQLite of this process: the built-in node:sqlite where it is sound, as in Electron 42 and later, else the package
 * of the same API. Whoever opens a bookings file takes this one: two libraries in one process do not lock each other out,
 * and the first to close the file drops the other's locks (sqlite.org/howtocorrupt.html, 2.2).
 */
export function sqlite(): Library {
  for (const Library of libraries()) if (isSound(Library)) return Library;
  throw new Error("No sound SQLite in this runtime.");
}

/** The package is loaded only where it is asked for: beside a sound built-in, it never is. */
function* libraries(): Generator<Library> {
  const builtIn = process.getBuiltinModule?.("node:sqlite" as "node:module") as unknown as
    | { DatabaseSync: Library }
    | undefined;
  if (builtIn) yield builtIn.DatabaseSync;
  yield (createRequire(import.meta.url)("@photostructure/sqlite") as { DatabaseSync: Library }).DatabaseSync;
}

/** Found out in memory, so that what is unsound never has a file in its hands. */
function isSound(Library: Library): boolean {
  const probe = new Library(":memory:");
  try {
    const { version } = probe.prepare("SELECT sqlite_version() AS version").get() as { version: string };
    const found = version.split(".").map(Number);
    const differs = oldestSound.findIndex((part, i) => part !== found[i]);
    if (differs >= 0 && (found[differs] ?? 0) < (oldestSound[differs] ?? 0)) return false;
    probe.exec("CREATE VIRTUAL TABLE probe USING fts5(x, tokenize='trigram')");
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}
