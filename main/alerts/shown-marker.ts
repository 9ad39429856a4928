import { readFileSync } from "node:fs";
import { writeWhole } from "../lib/write-whole.ts";

/**
 * Remembers, in a file of their numbers, the alerts that were told last, so that those that a crash cut off between
 * the screen and the store are not told again. It is written in the breath in which the daemon says that it has them,
 * which the store's thread cannot do, and is not synced: after a power cut, which takes the notification along, they
 * are told again. A crash before the daemon's word has them told again, too, in the place of the first where the daemon
 * can do that.
 */
export function openShownMarker(file: string) {
  return {
    last(): ReadonlySet<number> {
      try {
        return new Set(readFileSync(file, "utf8").split(",").filter(Boolean).map(Number));
      } catch {
        return new Set();
      }
    },
    told: (seqs: readonly number[]): void => writeWhole(file, seqs.join()),
  };
}
