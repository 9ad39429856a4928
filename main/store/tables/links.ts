import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import { type Known, replacementOf } from "../../bookings/facts.ts";
import { withReplacement } from "../../bookings/reschedule.ts";
import { createBookingRows, knownOf } from "./bookings.ts";

/** A booking as it was kept, and the moves that are known since then. */
export interface Linked {
  readonly known: Known;
  /** The bookings whose place it takes. */
  readonly replaced: readonly Known[];
  /** The one that has taken its own; of several in a row the last. */
  readonly replacement: Known | null;
}

/** More bookings than one are mostly moved to the same one by mistake. */
const most = 20;

/** Keeps bookings with what their service says of one taking the place of another, in whatever order they come. */
export function createLinks(database: Database) {
  const { find, keep } = createBookingRows(database);
  const replacing = database.prepare(
    `SELECT known FROM booking WHERE replaces = ? ORDER BY updated_at DESC LIMIT ${most}`,
  );
  const movedTo = database.prepare(
    `SELECT known FROM booking WHERE moved_to = ? ORDER BY updated_at DESC LIMIT ${most}`,
  );

  function lastFrom(id: string): Known | null {
    const passed = new Set<string>();
    let last: Known | null = null;
    for (let next: string | null = id; next !== null && !passed.has(next); ) {
      passed.add(next);
      const known: Known | null = find(next);
      last = known ?? last;
      next = known && replacementOf(known);
    }
    return last;
  }

  /** Has what this one takes the place of give way, and tells which did not before. */
  function giveWay(fresh: Known, isFirst: boolean): Known[] {
    const isOld = (old: Known) => replacementOf(old) === fresh.id;
    // These have said so themselves, before it came.
    const replaced = isFirst ? knownOf(movedTo.all(fresh.id)).filter(isOld) : [];
    const named = fresh.facts.replaces?.value;
    const old = named ? find(named) : null;
    const given = old && withReplacement(old, fresh);
    if (!given || given === old) return replaced;
    keep(given, old);
    return isOld(old) ? replaced : [...replaced, given];
  }

  return {
    keep(merged: Known, before: Known | null): Linked {
      const known = knownOf(replacing.all(merged.id)).reduce(withReplacement, merged);
      keep(known, before);
      const to = replacementOf(known);
      const isNew = to !== null && to !== (before && replacementOf(before));
      return {
        known,
        replaced: giveWay(known, before === null),
        replacement: isNew ? lastFrom(to) : null,
      };
    },
  };
}
