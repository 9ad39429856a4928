import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { lineOf, scrollerOf } from "../parts/drawn-rows.ts";
import type { Diary, Goal, ListPlace } from "../state/diary.ts";
import type { Line } from "./lines.ts";

interface Parts {
  readonly list: RefObject<HTMLElement>;
  readonly lines: readonly Line[];
  readonly diary: Diary;
  /** A row is brought into view: the list is not held at its day. */
  readonly loose: boolean;
  /** Focuses a row, once it is drawn. */
  readonly focus: (id: string) => void;
}

/** The line that stands at the top once the list is on a day: the one below its head, as the window says the day. */
export const topLine = (lines: readonly Line[], date: string | null): Line | undefined =>
  lines.find((line) => line.date === date && line.kind !== "edge" && line.kind !== "head");

/** Keeps the list where it belongs: on the day that was chosen until it is scrolled, and where it was left. */
export function useListPlace({ list, lines, diary, loose, focus }: Parts) {
  /** Where it is now: once another screen is drawn, that is not to be seen any more. */
  const place = useRef<ListPlace | null>(null);
  const note = (row: string | null) => {
    place.current = placeOf(list.current, row) ?? place.current;
  };
  const pinned = useRef<string | null>(null);
  const goal = diary.goal.value;
  const reached = useRef<Goal | null>(null);

  useLayoutEffect(() => {
    const left = diary.place.peek();
    diary.place.value = null;
    if (!left || goal) return;
    const row = lineOf(list.current, left.key);
    if (row) scrollerOf(list.current)?.scrollBy(0, row.getBoundingClientRect().top - left.top);
    if (left.row !== null) focus(left.row);
  }, []);
  // What is at the top stays there while days are added above, and a new booking is seen where it is the first.
  useLayoutEffect(() => {
    if (goal) pinned.current = goal.date;
    note(null);
    const target = topLine(lines, pinned.current);
    const row = target && lineOf(list.current, target.key);
    if (!row) return;
    toTop(list.current, row);
    if (!goal || goal === reached.current) return;
    reached.current = goal;
    const first = lines.find((line) => line.kind === "row" && line.date === goal.date);
    if (goal.focus && first?.kind === "row") focus(first.id);
    else if (goal.focus) row.focus({ preventScroll: true });
  }, [lines, goal]);
  // Only now, as all rows are drawn again for it: what was asked for is to be seen first.
  useEffect(() => {
    if (goal && goal === reached.current && goal === diary.goal.peek()) diary.goal.value = null;
  }, [lines, goal]);
  useLayoutEffect(() => {
    if (loose) pinned.current = null;
  }, [loose]);

  useLayoutEffect(
    () => () => {
      diary.place.value = place.current;
    },
    [],
  );

  const linesNow = useRef(lines);
  linesNow.current = lines;
  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current);
    const target = () => {
      const line = topLine(linesNow.current, pinned.current);
      return line ? lineOf(list.current, line.key) : null;
    };
    // A larger text, or a smaller window.
    const resized = new ResizeObserver(() => {
      const row = target();
      if (row) toTop(list.current, row);
    });
    if (scroller) resized.observe(scroller);
    if (list.current) resized.observe(list.current);
    let frame = 0;
    function scrolled() {
      const row = target();
      if (!row || Math.abs(offsetOf(list.current, row)) > 2) pinned.current = null;
      note(null);
      const first = firstInView(list.current);
      if (first?.dataset.day) diary.follow(first.dataset.day);
    }
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(scrolled);
    };
    scroller?.addEventListener("scroll", soon, { passive: true });
    return () => {
      resized.disconnect();
      cancelAnimationFrame(frame);
      scroller?.removeEventListener("scroll", soon);
    };
  }, []);

  return {
    /** That row's booking is opened: the way back leads to it. */
    leave: (id: string) => note(id),
  };
}

const offsetOf = (list: HTMLElement | null, row: HTMLElement) =>
  row.getBoundingClientRect().top - (scrollerOf(list)?.getBoundingClientRect().top ?? 0);

function toTop(list: HTMLElement | null, row: HTMLElement): void {
  const beyond = offsetOf(list, row);
  if (Math.abs(beyond) >= 1) scrollerOf(list)?.scrollBy(0, beyond);
}

/** The first line of which more than its edge is in view. */
function firstInView(list: HTMLElement | null): HTMLElement | undefined {
  const top = (scrollerOf(list)?.getBoundingClientRect().top ?? 0) + 4;
  const lines = list?.querySelectorAll<HTMLElement>(":scope > [data-day]:not(.edge)") ?? [];
  return [...lines].find((line) => line.getBoundingClientRect().bottom > top);
}

function placeOf(list: HTMLElement | null, row: string | null): ListPlace | null {
  const first = firstInView(list);
  const key = first?.dataset.key;
  return first && key ? { key, top: first.getBoundingClientRect().top, row } : null;
}
