import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { rowOf } from "../parts/use-roving.ts";
import type { PageState, ViewSignals } from "../state/page-state.ts";

/** Long enough to be found by the eye, short enough not to stay as a mark. */
const shown = 2000;

/**
 * Brings the booking that a notification was clicked for into view; it must be drawn as soon as it is wanted. Returns the
 * one to highlight.
 */
export function useReveal(
  state: PageState,
  list: RefObject<HTMLElement>,
  ids: readonly string[],
): string | null {
  const [revealed, reveal] = useState<string | null>(null);
  const wanted = state.revealing.value;

  useEffect(() => {
    if (wanted === null || !ids.includes(wanted)) return;
    state.revealing.value = null;
    const row = rowOf(list.current, wanted);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "center" });
    reveal(wanted);
  }, [wanted, ids]);

  // Rows that come above it meanwhile would push it out again.
  useLayoutEffect(() => {
    if (revealed !== null) rowOf(list.current, revealed)?.scrollIntoView({ block: "nearest" });
  }, [ids, revealed]);

  useEffect(() => {
    if (revealed === null) return;
    const timer = setTimeout(() => reveal(null), shown);
    return () => clearTimeout(timer);
  }, [revealed]);

  return revealed;
}

/** A notification may be of another day than today: then the booking is shown by itself. */
export function useUnknownReveal(state: PageState, view: ViewSignals): void {
  const wanted = state.revealing.value;
  const items = view.agenda.value.items;
  useEffect(() => {
    if (wanted === null || items.some((item) => item.booking.id === wanted)) return;
    state.revealing.value = null;
    state.screen.value = { name: "booking", id: wanted, from: { name: "today" } };
  }, [wanted]);
}
