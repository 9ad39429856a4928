import { readFileSync, writeFileSync } from "node:fs";

/**
 * Remembers, in a file of one number, the alert that was told last, so that one that a crash cut off between the
 * screen and the store is not told again. It is written in the breath in which the daemon says that it has the alert,
 * which the store's thread cannot do, and is not synced: after a power cut, which takes the notification along, the
 * alert is told again. A crash before the daemon's word has it told again, too, in the place of the first.
 */
export function openToldNote(file: string) {
  return {
    /** Null when there is none. */
    last(): number | null {
      try {
        return Number(readFileSync(file, "utf8")) || null;
      } catch {
        return null;
      }
    },
    told: (seq: number): void => writeFileSync(file, String(seq)),
  };
}
