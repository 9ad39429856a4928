import type { AgendaItem } from "../../common/view.ts";
import { isOff } from "./booking-text.ts";

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
  let busyUntil: number | null = null;
  let passed = now === null;
  const before = items.map(({ booking }) => {
    const { start, end, allDay } = booking;
    if (start === null || allDay) return [];
    const lines: Between[] = [];
    if (!passed && now !== null && start > now) {
      lines.push({ kind: "now" });
      passed = true;
    }
    if (isOff(booking)) return lines;
    // Before a gap that is going on, the clock counts; one that is over is told whole.
    const from = busyUntil !== null && now !== null && start > now ? Math.max(busyUntil, now) : busyUntil;
    const minutes = from === null ? 0 : Math.floor((start - from) / 60_000);
    if (minutes >= leastFree) lines.push({ kind: "free", minutes });
    busyUntil = Math.max(busyUntil ?? 0, end ?? start);
    return lines;
  });
  const timed = items.some(({ booking }) => booking.start !== null && !booking.allDay);
  return [...before, timed && !passed ? [{ kind: "now" }] : []];
}
