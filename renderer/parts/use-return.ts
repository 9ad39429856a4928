import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import type { LeftRow } from "../state/page-state.ts";
import { scrollerOf } from "./drawn-rows.ts";
import { rowOf } from "./use-roving.ts";

/**
 * Puts a list back to where it was left, with the focus on the row that was opened, as soon as that is drawn.
 * @param ready its rows are there
 * @returns what is to be called with the row that is opened
 */
export function useReturn(
  list: RefObject<HTMLElement>,
  left: Signal<LeftRow | null>,
  screen: string,
  ready: boolean,
): (id: string) => void {
  useLayoutEffect(() => {
    const at = left.peek();
    if (at?.screen !== screen || !ready) return;
    left.value = null;
    const row = rowOf(list.current, at.id);
    if (!row) return;
    row.focus({ preventScroll: true });
    scrollerOf(list.current)?.scrollBy(0, row.getBoundingClientRect().top - at.top);
  }, [ready]);
  return (id) => {
    const top = rowOf(list.current, id)?.getBoundingClientRect().top ?? 0;
    left.value = { screen, id, top };
  };
}
