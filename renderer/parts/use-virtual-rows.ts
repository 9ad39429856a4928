import { observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import { type Drawn, heldIn, holdIn, scrollerOf, topOf, typedIn } from "./drawn-rows.ts";

/** A list of no more rows is drawn whole, as plain as it can be: that takes no longer. */
const mostWhole = 100;
/** Of one that grows above, too, and so is often drawn anew: with 90 rows, each time takes twice as long as with those in view. */
const mostGrowing = 40;
/** Drawn above and below what is in view. */
const beyond = 10;
/** Of a row that was not drawn yet, in the root's text size. */
const estimateRem = 3.5;
/** Of the thinnest row at 100 %, in pixels: with so many of them any window is full. */
const thinRow = 32;

/** For the element of a row. A list that is drawn whole says by itself how long it is. */
export interface Place {
  readonly "data-key"?: string;
  readonly "data-index"?: number;
  readonly "aria-setsize"?: number;
  readonly "aria-posinset"?: number;
}

/** A row that is drawn. */
interface DrawnRow {
  readonly index: number;
  readonly place: Place;
  /** How high what is not drawn between it and the drawn one before it would be, in pixels. */
  readonly before: number;
}

export interface VirtualRows {
  readonly rows: readonly DrawnRow[];
  /** The same after the last. */
  readonly after: number;
  /** Not all of the list is drawn. */
  readonly cut: boolean;
}

/**
 * Which rows of a list to draw: all, or of a long one those that are in view or near it. The list is laid out as if it were
 * whole, so that the browser keeps what is in view where it is while rows above it come, go, or turn out higher.
 * @param keys of its rows, which are the children of `list` with `place`
 * @param kept keys of rows that are drawn wherever they are, such as the one with the focus
 * @param growing it grows above, too: what is in view stays where it is even at its beginning
 * @param shown the key of the row that is brought into view, and stays there
 * @param early it has just been opened: what is below the window can wait, so that what is in it is seen sooner
 */
export function useVirtualRows(
  list: RefObject<HTMLElement>,
  keys: readonly string[],
  kept: readonly (string | null)[],
  growing = false,
  shown: string | null = null,
  early = false,
): VirtualRows {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const last = useRef<Drawn>({ keys, inView: [], top: 0, settling: false });
  const cut = keys.length > (growing ? mostGrowing : mostWhole);
  const other = isOther(keys, last.current.keys);
  const holding = growing ? other : cut && (other || last.current.settling);
  const held = holding ? heldIn(list.current, last.current, growing ? new Set(keys) : null, shown) : null;
  const staying = [...typedIn(list.current, last.current.keys), ...(other ? last.current.inView : [])];
  const always = cut || early ? indexesOf([...kept, ...staying], keys) : [];
  const estimate = cut || early ? estimateRem * rem() : 0;
  const around = early ? 0 : beyond;
  const options = {
    enabled: cut,
    count: keys.length,
    scrollMargin: last.current.top,
    initialRect: { width: innerWidth, height: innerHeight },
    initialOffset: () => scrollerOf(list.current)?.scrollTop ?? 0,
    getScrollElement: () => scrollerOf(list.current),
    getItemKey: (index: number) => keys[index] ?? index,
    estimateSize: () => estimate,
    measureElement: (row: HTMLElement) => row.getBoundingClientRect().height,
    rangeExtractor({ startIndex, endIndex }: { startIndex: number; endIndex: number }) {
      const drawn = new Set(always);
      for (let i = Math.max(0, startIndex - around); i <= Math.min(endIndex + around, keys.length - 1); i++)
        drawn.add(i);
      return [...drawn].sort((a, b) => a - b);
    },
    observeElementRect,
    observeElementOffset,
    // Keys and the browser scroll; only where to is read here.
    scrollToFn: () => {},
    onChange: () => redraw(null),
  };
  const [virtualizer] = useState(() => {
    const made = new Virtualizer<HTMLElement, HTMLElement>(options);
    // The browser does that by itself, and without a jump.
    made.shouldAdjustScrollPositionOnItemSizeChange = () => false;
    return made;
  });
  virtualizer.setOptions(options);
  const drawn = virtualizer.getVirtualItems();

  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => {
    const settling = held !== null && holdIn(list.current, keys, held);
    virtualizer._willUpdate();
    // Else the rows that were put back would be gone before the event of it comes.
    if (settling) virtualizer.scrollOffset = scrollerOf(list.current)?.scrollTop ?? 0;
    if (cut)
      for (const row of list.current?.querySelectorAll<HTMLElement>(":scope > [data-index]") ?? [])
        virtualizer.measureElement(row);
    virtualizer.measureElement(null);
    const { startIndex = 0, endIndex = -1 } = virtualizer.calculateRange() ?? {};
    const top = cut ? topOf(list.current) : 0;
    const moved = Math.abs(top - last.current.top) >= 1;
    last.current = { keys, inView: keys.slice(startIndex, endIndex + 1), top, settling };
    if (moved || settling) redraw(null);
  });

  if (!cut) {
    const full = Math.max(0, ...always) + Math.ceil(innerHeight / thinRow);
    const first = early ? keys.slice(0, full) : keys;
    const place = (index: number) => (growing ? { "data-key": keys[index] ?? "", "data-index": index } : {});
    return {
      rows: first.map((_, index) => ({ index, place: place(index), before: 0 })),
      after: (keys.length - first.length) * estimate,
      cut,
    };
  }
  let end = last.current.top;
  const rows = drawn.map(({ index, start, end: next }) => {
    const before = start - end;
    end = next;
    return { index, before, place: placeOf(index, keys) };
  });
  return { rows, after: Math.max(0, virtualizer.getTotalSize() + last.current.top - end), cut };
}

const placeOf = (index: number, keys: readonly string[]): Place => ({
  "data-key": keys[index] ?? "",
  "data-index": index,
  "aria-setsize": keys.length,
  "aria-posinset": index + 1,
});

function indexesOf(some: readonly (string | null)[], keys: readonly string[]): number[] {
  const wanted = new Set(some);
  return keys.flatMap((key, index) => (wanted.has(key) ? [index] : []));
}

const isOther = (keys: readonly string[], before: readonly string[]) =>
  keys.length !== before.length || keys.some((key, index) => key !== before[index]);

const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
