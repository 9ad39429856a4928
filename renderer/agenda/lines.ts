import type { AgendaItem } from "../../common/agenda.ts";
import { dayKey, type TimeFormat } from "../../common/time.ts";
import type { Stretch } from "../state/diary.ts";
import { type Free, freeBefore } from "./between.ts";

/** One line of the endless list, with a key that is its own. */
export type Line = { readonly key: string; readonly date: string } & (
  | { readonly kind: "row"; readonly item: AgendaItem; readonly id: string }
  | { readonly kind: "head"; readonly count: number }
  | { readonly kind: "free"; readonly free: Free }
  /** Folds what of today is over. */
  | { readonly kind: "earlier"; readonly count: number }
  /** Nothing is left of today. */
  | { readonly kind: "rest" }
  /** Nothing on a day that was chosen. */
  | { readonly kind: "none" }
  /** Where more is loaded; without `more` the list ends. */
  | { readonly kind: "edge"; readonly edge: "before" | "after"; readonly more: boolean }
);

interface Parts {
  readonly stretches: readonly Stretch[];
  readonly today: string;
  /** What is left of today, and what of it is over: as rows, once they are unfolded. */
  readonly items: readonly AgendaItem[];
  readonly earlier: number;
  readonly unfolded: readonly AgendaItem[] | null;
  /** Listed even if there is nothing on it. */
  readonly chosen: string;
  readonly now: number;
  readonly format: TimeFormat;
}

/** The list as it is drawn. */
export function linesOf(parts: Parts): Line[] {
  const { stretches, today, chosen } = parts;
  const [first, last] = [stretches[0], stretches.at(-1)];
  const before: Line[] = first ? [edgeLine("before", first.first, first.before !== null)] : [];
  const after: Line[] = last ? [edgeLine("after", last.last, last.after !== null)] : [];
  return [
    ...before,
    ...stretches.flatMap((stretch) =>
      stretch.first === today ? todayLines(parts) : dayLines(stretch, chosen, parts),
    ),
    ...after,
  ];
}

/** Its key is another one once more is loaded, so that it comes into view anew. */
const edgeLine = (edge: "before" | "after", date: string, more: boolean): Line => ({
  kind: "edge",
  key: `${edge} ${date}`,
  date,
  edge,
  more,
});

function todayLines({ today, items, earlier, unfolded, now, format }: Parts): Line[] {
  const left = items.filter(({ off }) => !off).length;
  const lines: Line[] = [{ kind: "head", key: `head ${today}`, date: today, count: left + earlier }];
  if (earlier > 0) lines.push({ kind: "earlier", key: "earlier", date: today, count: earlier });
  lines.push(...rowsOf(unfolded ?? [], today, now, format));
  if (left === 0) lines.push({ kind: "rest", key: "rest", date: today });
  return [...lines, ...rowsOf(items, today, now, format)];
}

function dayLines({ days, first, last }: Stretch, chosen: string, { now, format }: Parts): Line[] {
  const isEmpty = first <= chosen && chosen <= last && !days.some(({ date }) => date === chosen);
  const all = isEmpty ? [...days, { date: chosen, items: [] }].sort(byDate) : days;
  return all.flatMap(({ date, items }): Line[] => [
    { kind: "head", key: `head ${date}`, date, count: items.filter(({ off }) => !off).length },
    ...(items.length === 0 ? [{ kind: "none", key: `none ${date}`, date } as const] : []),
    ...rowsOf(items, date, now, format),
  ]);
}

const byDate = (a: { readonly date: string }, b: { readonly date: string }) => (a.date < b.date ? -1 : 1);

function rowsOf(items: readonly AgendaItem[], date: string, now: number, format: TimeFormat): Line[] {
  const begin = items.map(({ booking }) => firstDay(booking, date, format));
  const free = freeBefore(items, now, (index) => begin[index] === date);
  return items.flatMap((item, index): Line[] => {
    // A booking of several days has a row on each: the first is called as it is.
    const id = begin[index] === date ? item.booking.id : `${item.booking.id} ${date}`;
    const before = free[index];
    const row: Line = { kind: "row", key: `row ${id}`, date, item, id };
    return before ? [{ kind: "free", key: `free ${id}`, date, free: before }, row] : [row];
  });
}

const firstDay = ({ start, allDay }: AgendaItem["booking"], date: string, { zone }: TimeFormat) =>
  allDay ? allDay.first : start === null ? date : dayKey(start, zone);
