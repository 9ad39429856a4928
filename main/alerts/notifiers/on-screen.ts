import { readFileSync } from "node:fs";
import { writeWhole } from "../../lib/write-whole.ts";
import type { Toast } from "./notifier.ts";

/** As many as a screen may hold. */
const mostKept = 100;

/** One that the last run of Bookbell has left has no more than its tag. */
type Left = Pick<Toast, "tag"> & Partial<Toast>;

/**
 * What a notification daemon has on the screen, by its numbers for it. Those are kept in a file, since the next run of
 * Bookbell replaces and closes what this one has left; they mean something to the same daemon only.
 */
export function openOnScreen(file: string) {
  let toasts = new Map<number, Left>();
  let owner = "";

  function write() {
    const last = [...toasts].slice(-mostKept).map(([id, { tag }]): [number, string] => [id, tag]);
    try {
      writeWhole(file, JSON.stringify({ owner, last }));
    } catch {
      // Then the next run cannot close them.
    }
  }

  return {
    /** From now on they are those of this daemon, by a name that no other ever has. */
    of(daemon: string): void {
      if (daemon !== owner) toasts = lastOf(file, daemon);
      owner = daemon;
    },
    get: (id: number): Left | undefined => toasts.get(id),
    add(id: number, toast: Toast): void {
      for (const older of withTag(toast.tag)) toasts.delete(older);
      toasts.set(id, toast);
      write();
    },
    remove(id: number): void {
      if (toasts.delete(id)) write();
    },
    /** The numbers of those with this tag, or with null of all. */
    withTag,
  };

  function withTag(tag: string | null): number[] {
    return [...toasts].filter(([, toast]) => tag === null || toast.tag === tag).map(([id]) => id);
  }
}

function lastOf(file: string, daemon: string): Map<number, Left> {
  try {
    const kept: { owner: string; last: [number, string][] } = JSON.parse(readFileSync(file, "utf8"));
    return new Map(kept.owner === daemon ? kept.last.map(([id, tag]) => [id, { tag }]) : []);
  } catch {
    return new Map();
  }
}
