import type { OwedAlert } from "../bookings/delivery.ts";

/**
 * Knows, of the alerts that come back with the deliveries that owe them, whether the store has to be asked: not for the
 * one that came since all before it was told, if its number is the next. Else something may be owed that did not come
 * this way, or that was in hand may have been told of with another since.
 */
export function createInHand(ask: () => Promise<readonly OwedAlert[]>) {
  let came: OwedAlert | null = null;
  /** Not at the first time either: a crash may have left something. */
  let knowsAll = false;
  /** All changes up to that number are told, or need not be; while false it is not known. */
  let toldAll = false;
  let last = 0;

  function known(): readonly OwedAlert[] | null {
    if (!knowsAll || !toldAll) return null;
    if (!came) return [];
    return came.seq === last + 1 ? [came] : null;
  }

  return {
    /** One that is owed now; null = none is, undefined = there may be. */
    add(handed: OwedAlert | null | undefined): void {
      if (handed === undefined || (handed && came)) knowsAll = false;
      else came ??= handed;
    },
    /** All that is owed, oldest first; it counts as not told until `allTold`. */
    async owed(): Promise<readonly OwedAlert[]> {
      const found = known();
      came = null;
      knowsAll = true;
      toldAll = false;
      const owed = found ?? (await ask());
      last = Math.max(last, ...owed.map(({ seq }) => seq));
      return owed;
    },
    /** What was owed is told, and marked so. */
    allTold(): void {
      toldAll = true;
    },
  };
}
