import { readFileSync, writeFileSync } from "node:fs";

/**
 * Remembers, in a file of one number, the alert that was told last, so that one that a crash cut off between the
 * screen and the store is not told again. It is written in the same breath as the alert is shown, which the store's
 * thread cannot do, and is not synced: after a power cut, which takes the notification along, the alert is told again.
 * What is left is a crash while the daemon draws: that alert is told twice rather than never.
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
