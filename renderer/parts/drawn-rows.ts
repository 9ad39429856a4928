// What the page holds of a long list of which a part is drawn; its rows carry `data-index`.

/** What was drawn last. */
export interface Drawn {
  readonly keys: readonly string[];
  readonly inView: readonly string[];
  /** See `topOf`. */
  readonly top: number;
  /** What was in view had to be put back: the rows around it are drawn next, and turn out higher or lower. */
  readonly settling: boolean;
}

const rowAt = (list: HTMLElement | null, index: number) =>
  list?.querySelector<HTMLElement>(`:scope > [data-index="${index}"]`) ?? null;

/** Rows in which an answer is half typed. */
export function typedIn(list: HTMLElement | null, keys: readonly string[]): string[] {
  const asking = list?.querySelectorAll("form, [role=alertdialog]") ?? [];
  return [...asking].flatMap((one) => {
    const index = one.closest<HTMLElement>("[data-index]")?.dataset.index;
    return index === undefined ? [] : [keys[Number(index)] ?? ""];
  });
}

/** A row that is in view, and where it stands. */
export interface Held {
  readonly key: string;
  readonly top: number;
}

/**
 * The first row that is in view, unless that is the first of all: then what comes above it is to be seen.
 * @param shown the key of the row that is to be seen, if one is: then it is that
 * @param staying for a list that grows above, the keys that it will have: then it is the first of those, wherever it is
 */
export function heldIn(
  list: HTMLElement | null,
  last: Drawn,
  staying: ReadonlySet<string> | null,
  shown: string | null,
): Held | null {
  const scroller = scrollerOf(list);
  if (!list || !scroller || (!staying && scroller.scrollTop === 0)) return null;
  const above = scroller.getBoundingClientRect().top;
  const wanted = shown === null ? null : lineOf(list, shown);
  if (shown !== null && wanted) return { key: shown, top: wanted.getBoundingClientRect().top };
  const rows = staying
    ? [...list.querySelectorAll<HTMLElement>(":scope > [data-key]")]
    : last.inView.map((key) => rowAt(list, last.keys.indexOf(key)));
  for (const row of rows) {
    const key = row?.dataset.key ?? "";
    const box = row?.getBoundingClientRect();
    if (box && box.bottom > above && (!staying || staying.has(key))) return { key, top: box.top };
  }
  return null;
}

/** The drawn row with that key, in a list whose rows say theirs. */
export const lineOf = (list: HTMLElement | null, key: string): HTMLElement | null =>
  list?.querySelector<HTMLElement>(`:scope > [data-key="${CSS.escape(key)}"]`) ?? null;

/** Puts it back there, with all around it, as the browser does for a list that is drawn whole. @returns whether it had moved */
export function holdIn(list: HTMLElement | null, keys: readonly string[], { key, top }: Held): boolean {
  const box = rowAt(list, keys.indexOf(key))?.getBoundingClientRect();
  if (!box || Math.abs(box.top - top) < 1) return false;
  scrollerOf(list)?.scrollBy(0, box.top - top);
  return true;
}

/** In very large text all of the page scrolls, not its content alone. */
export function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  const content = list?.closest<HTMLElement>(".content") ?? null;
  return content && getComputedStyle(content).overflowY === "visible" ? content.parentElement : content;
}

/** How far below the beginning of what scrolls the list begins, in pixels. */
export function topOf(list: HTMLElement | null): number {
  const scroller = scrollerOf(list);
  if (!list || !scroller) return 0;
  return list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
}
