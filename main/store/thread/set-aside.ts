import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import { fileOf } from "../engine/driver.ts";

/** A database is one file, and two beside it while it is open. */
export const suffixes = ["", "-wal", "-shm"] as const;

/** Long enough to find out that something is missing. */
const keptMs = 30 * 86_400_000;

/** The damaged files that lie beside that one, the newest first. */
export function setAside(file: string): string[] {
  const start = `${path.basename(file)}.damaged-`;
  return readdirSync(path.dirname(file))
    .filter((name) => name.startsWith(start) && !/-(wal|shm)$/.test(name))
    .sort()
    .reverse()
    .map((name) => path.join(path.dirname(file), name));
}

/**
 * The damaged files that a salvage has set aside beside the open database. All that could be read of them is in it; what
 * else they hold nobody can tell, so they are removed whole or not at all.
 */
export function createSetAside(database: Database) {
  const see = database.prepare("INSERT OR IGNORE INTO meta VALUES (?, ?)");
  const seenAt = database.prepare("SELECT value FROM meta WHERE key = ?");
  const unsee = database.prepare("DELETE FROM meta WHERE key = ?");
  const keyOf = (file: string) => `set-aside ${path.basename(file)}`;

  function files(): string[] {
    const file = fileOf(database);
    // Nothing lies beside one in memory.
    return file === "" ? [] : setAside(file);
  }

  function remove(file: string): void {
    for (const suffix of suffixes) rmSync(file + suffix, { force: true });
    unsee.run(keyOf(file));
  }

  return {
    /** How many there are. */
    count: (): number => files().length,
    remove: (): void => files().forEach(remove),
    /**
     * Removes those first seen 30 days before `at`, the instant that retention goes by: the dates in their names are the
     * computer's, which may be wrong.
     */
    letGo(at: number): void {
      for (const file of files()) {
        see.run(keyOf(file), at);
        const { value } = seenAt.get(keyOf(file)) as { value: number };
        if (value < at - keptMs) remove(file);
      }
    },
  };
}

export type SetAside = ReturnType<typeof createSetAside>;
