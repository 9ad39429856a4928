import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** The part of a list's row that takes the focus: itself, or the button in it. */
export function rowOf(list: HTMLElement | null, id: string | undefined): HTMLElement | null {
  return id === undefined
    ? null
    : (list?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null);
}

/** Which row a key leads to, or null for a key that is not ours. */
function target(key: string, from: number, count: number): number | null {
  if (key === "ArrowDown") return Math.min(from + 1, count - 1);
  if (key === "ArrowUp") return Math.max(from - 1, 0);
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return null;
}

/**
 * One Tab stop for the whole list; arrows, Home and End go through its rows. The current one must be drawn wherever the
 * list is scrolled to, and is again where a key has led to it.
 * @param first the one that is current until another is
 */
export function useRoving(
  list: RefObject<HTMLElement>,
  ids: readonly string[],
  first: string | null = ids[0] ?? null,
) {
  const [chosen, choose] = useState<string | null>(null);
  const current = chosen !== null && ids.includes(chosen) ? chosen : first;

  const wanted = useRef<{ readonly id: string; readonly preventScroll: boolean } | null>(null);
  /** Focuses a row, once it is drawn. */
  function go(id: string | undefined, preventScroll = false) {
    const row = rowOf(list.current, id);
    row?.focus({ preventScroll });
    if (row || id === undefined) return;
    wanted.current = { id, preventScroll };
    choose(id);
  }
  useFocusKept(list, ids, go);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    rowOf(list.current, wanted.current.id)?.focus({ preventScroll: wanted.current.preventScroll });
    wanted.current = null;
  });

  function move(event: KeyboardEvent, from: number) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = target(event.key, from, ids.length);
    if (to === null) return;
    event.preventDefault();
    go(ids[to]);
  }

  // A window just opened has no focus anywhere, a list just opened has it on "Back": arrow keys enter it from there.
  useLayoutEffect(() => {
    const enter = (event: KeyboardEvent) => {
      const where = event.target as Element;
      if (where !== document.body && !where.closest("header")) return;
      move(event, current === null ? -1 : ids.indexOf(current) - 1);
    };
    document.addEventListener("keydown", enter);
    return () => document.removeEventListener("keydown", enter);
  });

  return {
    current,
    /** Focuses a row where it is, once it is drawn. */
    focus: (id: string) => go(id, true),
    onKeyDown: (event: KeyboardEvent) => {
      if (current !== null) move(event, ids.indexOf(current));
    },
    onFocusIn: (event: FocusEvent) => {
      const row = (event.target as HTMLElement).closest<HTMLElement>("[data-id]");
      if (row?.dataset.id) choose(row.dataset.id);
    },
  };
}

/** A focused row that leaves the list (its meeting is over) hands the focus to the one that takes its place. */
function useFocusKept(
  list: RefObject<HTMLElement>,
  ids: readonly string[],
  go: (id: string | undefined) => void,
): void {
  const shown = useRef<readonly string[]>(ids);
  // Read while rendering: once the row is gone, so is the trace of its focus.
  const active = list.current?.contains(document.activeElement) ? document.activeElement : null;
  const focused = active instanceof HTMLElement ? active.dataset.id : undefined;
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = ids;
    // A row that is moved in the page loses it, too.
    if (active instanceof HTMLElement && active.isConnected && document.activeElement === document.body)
      active.focus({ preventScroll: true });
    if (focused && !ids.includes(focused)) go(ids[Math.min(before.indexOf(focused), ids.length - 1)]);
  });
}
