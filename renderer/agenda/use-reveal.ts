import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { useForAWhile } from "../parts/use-for-a-while.ts";
import { rowOf } from "../parts/use-roving.ts";

/** Long enough to be found by the eye, short enough not to stay as a mark. */
const shown = 2000;

interface Revealing {
  /** The booking to bring into view, until that is done. */
  readonly revealing: Signal<string | null>;
  /** Its row; null = there is none yet. */
  readonly wanted: string | null;
}

/**
 * Brings the booking that a notification was clicked for into view; it must be drawn as soon as it is wanted. Returns the
 * one to highlight.
 */
export function useReveal(
  { revealing, wanted }: Revealing,
  list: RefObject<HTMLElement>,
  ids: readonly string[],
): string | null {
  const [revealed, reveal] = useForAWhile<string>(shown);

  useEffect(() => {
    if (wanted === null || !ids.includes(wanted)) return;
    revealing.value = null;
    const row = rowOf(list.current, wanted);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "center" });
    reveal(wanted);
  }, [wanted, ids]);

  // Rows that come above it meanwhile would push it out again.
  useLayoutEffect(() => {
    if (revealed !== null) rowOf(list.current, revealed)?.scrollIntoView({ block: "nearest" });
  }, [ids, revealed]);

  return revealed;
}
