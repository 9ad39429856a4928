import { readFileSync, writeFileSync } from "node:fs";

/**
 * Remembers, in a file of one number, the alert that is being told, so that one that a crash cut off between the
 * screen and the store is not told twice. It is written in the same breath as the alert is shown, which the store's
 * thread cannot do, and is not synced: after a power cut, which takes the notification along, the alert is told again.
 */
export function openTellingNote(file: string) {
  return {
    /** The alert that was told last, or was about to be; null when there is none. */
    last(): number | null {
      try {
        return Number(readFileSync(file, "utf8")) || null;
      } catch {
        return null;
      }
    },
    telling: (seq: number): void => writeFileSync(file, String(seq)),
  };
}
