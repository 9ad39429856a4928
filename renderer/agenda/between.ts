import type { AgendaItem } from "../../common/agenda.ts";

/** A time in which nothing is on, epoch milliseconds. */
export interface Free {
  readonly from: number;
  readonly to: number;
}

/** Shorter than this is a break, not free time. */
const leastFreeMs = 30 * 60_000;

/**
 * The free time that begins before each row of a day, between two that take place on it: before anything that was
 * cancelled within it. What is over already is no free time any more, nor is the night after what began the day before.
 */
export function freeBefore(
  items: readonly AgendaItem[],
  now: number,
  isOfDay: (index: number) => boolean,
): readonly (Free | null)[] {
  const found: (Free | null)[] = items.map(() => null);
  let busyUntil: number | null = null;
  /** The first row since then that is off: free time stands before it. */
  let since: number | null = null;
  items.forEach(({ booking: { start, end, allDay }, off }, index) => {
    if (start === null || allDay) return;
    if (off) {
      if (busyUntil !== null && start >= busyUntil) since ??= index;
      return;
    }
    if (busyUntil !== null && busyUntil >= now && start - busyUntil >= leastFreeMs)
      found[since ?? index] = { from: busyUntil, to: start };
    if (isOfDay(index)) busyUntil = Math.max(busyUntil ?? start, end ?? start);
    since = null;
  });
  return found;
}
