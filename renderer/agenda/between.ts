import type { AgendaItem } from "../../common/agenda.ts";

/** What stands between two rows of a day: how long nothing is on, or where the clock is. */
export type Between =
  | { readonly kind: "now" }
  /** Whole minutes; from now on, where part of it is over. */
  | { readonly kind: "free"; readonly minutes: number };

/** Shorter than this is a break, not free time. */
const leastFree = 30;

/**
 * What stands before each row, and after the last: one list more than there are items.
 * @param now null where the day is not today, and the clock has no place in it
 */
export function betweenRows(
  items: readonly AgendaItem[],
  now: number | null,
): readonly (readonly Between[])[] {
  const clock = now ?? Number.POSITIVE_INFINITY;
  let busyUntil: number | null = null;
  let passed = now === null;
  const before = items.map(({ booking, off }) => {
    const { start, end, allDay } = booking;
    if (start === null || allDay) return [];
    const lines: Between[] = [];
    if (!passed && start > clock) {
      lines.push({ kind: "now" });
      passed = true;
    }
    if (off) return lines;
    if (busyUntil !== null) {
      // Before a gap that is going on, the clock counts; one that is over is told whole.
      const from = start > clock ? Math.max(busyUntil, clock) : busyUntil;
      const minutes = Math.floor((start - from) / 60_000);
      if (minutes >= leastFree) lines.push({ kind: "free", minutes });
    }
    busyUntil = Math.max(busyUntil ?? 0, end ?? start);
    return lines;
  });
  const timed = items.some(({ booking }) => booking.start !== null && !booking.allDay);
  return [...before, timed && !passed ? [{ kind: "now" }] : []];
}
