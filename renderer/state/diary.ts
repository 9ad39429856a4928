import { batch, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { AgendaDays, AgendaItem, DateRange } from "../../common/agenda.ts";
import { daysLater } from "../../common/dates.ts";
import type { Requests } from "../../common/ipc.ts";
import type { Problem } from "../../common/problems.ts";
import { daysBetween, weekOf } from "./weeks.ts";

/** A part of the list that is loaded; today's own part is told with the view. */
export interface Stretch extends DateRange, AgendaDays {}

type Edge = "before" | "after";

/** Where the list is, and had the focus, when it was left. */
export interface ListPlace {
  readonly key: string;
  readonly top: number;
  /** The row that was opened; null = something else was. */
  readonly row: string | null;
}

/** A day to go to; `focus` = and to its first row. */
export interface Goal {
  readonly date: string;
  readonly focus: boolean;
}

/** The days of the endless list, as far as they are loaded. */
export interface Diary {
  readonly today: ReadonlySignal<string>;
  /** Without a gap, in order. */
  readonly stretches: ReadonlySignal<readonly Stretch[]>;
  /** Why no more is there, at that end. */
  readonly failed: ReadonlySignal<Readonly<Record<Edge, Problem | null>>>;
  /** The day that the window is on: the one at the top of the list. */
  readonly shown: ReadonlySignal<string>;
  /** The day that was chosen last: it is listed even if there is nothing on it. */
  readonly chosen: ReadonlySignal<string>;
  /** Where the list is to be scrolled to, until that is done. */
  readonly goal: Signal<Goal | null>;
  /** What of today is over, once it is unfolded. */
  readonly earlier: ReadonlySignal<readonly AgendaItem[] | null>;
  readonly place: Signal<ListPlace | null>;
  readonly goTo: (date: string, focus?: boolean) => void;
  /** Has today in the list. */
  readonly home: () => void;
  /** The list was scrolled to that day. */
  readonly follow: (date: string) => void;
  readonly more: (edge: Edge) => void;
  readonly unfold: (open: boolean) => void;
  /** Begins anew at today: another day has begun, or what was loaded may be shown no more. */
  readonly reset: (today: string, firstDay: number) => void;
  /** Bookings have changed. */
  readonly refresh: () => void;
}

/** As many as a list that is scrolled on and on keeps, about four months. */
const mostStretches = 18;
/** Nearer days are added to what is loaded; to others the list jumps. */
const nearDays = 35;
/** Between two rounds of asking anew, so that a burst of bookings does not keep the store busy with this. */
const pauseMs = 400;

export function createDiary(ask: Requests["bookings"]["days"]): Diary {
  const today = signal("");
  const stretches = signal<readonly Stretch[]>([]);
  const failed = signal<Readonly<Record<Edge, Problem | null>>>(noneFailed);
  const shown = signal("");
  const chosen = signal("");
  const goal = signal<Goal | null>(null);
  const earlier = signal<readonly AgendaItem[] | null>(null);
  const place = signal<ListPlace | null>(null);
  let firstDay = 1;
  const loading = new Map<Edge, Promise<void>>();
  /** What was asked for before the list began anew is not wanted any more. */
  let turn = 0;

  async function load(range: DateRange, edge: Edge = "after"): Promise<Stretch[] | null> {
    const asked = turn;
    const loaded: Stretch[] = [];
    for (const part of partsOf(range, today.peek())) {
      const answer = part.first === today.peek() ? null : await ask(part);
      if (asked !== turn) return null;
      const problem = answer && !answer.ok ? answer.error : null;
      if (problem !== failed.peek()[edge]) failed.value = { ...failed.peek(), [edge]: problem };
      if (answer && !answer.ok) return null;
      loaded.push({ ...part, ...(answer ? answer.value : aroundToday(part.first)) });
    }
    return loaded;
  }

  function add(edge: Edge, some: readonly Stretch[]): void {
    const all = edge === "before" ? [...some, ...stretches.peek()] : [...stretches.peek(), ...some];
    stretches.value = edge === "before" ? all.slice(0, mostStretches) : all.slice(-mostStretches);
  }

  function more(edge: Edge, upTo: string | null = null): Promise<void> {
    const range = beyond(edge, upTo);
    const running = loading.get(edge);
    if (running || !range) return running ?? Promise.resolve();
    const asked = load(range, edge).then((loaded) => {
      if (loading.get(edge) === asked) loading.delete(edge);
      if (loaded) add(edge, loaded);
    });
    loading.set(edge, asked);
    return asked;
  }

  /** What comes next at that end, to the end of its week; null = there is nothing more. */
  function beyond(edge: Edge, upTo: string | null): DateRange | null {
    const at = edge === "before" ? stretches.peek()[0] : stretches.peek().at(-1);
    const nearest = upTo ?? at?.[edge];
    if (!at || !nearest) return null;
    return edge === "before"
      ? { first: weekOf(nearest, firstDay).first, last: daysLater(at.first, -1) }
      : { first: daysLater(at.last, 1), last: weekOf(nearest, firstDay).last };
  }

  async function bring(date: string, focus: boolean): Promise<void> {
    await Promise.all(loading.values());
    const edge = isWithin(date) ? null : date < shownFirst() ? "before" : "after";
    const far = daysBetween(date, shownFirst()) > nearDays || daysBetween(shownLast(), date) > nearDays;
    if (edge && !far) await more(edge, date);
    if (edge && far) {
      turn += 1;
      const loaded = await load(weekOf(date, firstDay));
      if (loaded) stretches.value = loaded;
    }
    if (chosen.peek() === date && isWithin(date)) goal.value = { date, focus };
  }

  const shownFirst = () => stretches.peek()[0]?.first ?? today.peek();
  const shownLast = () => stretches.peek().at(-1)?.last ?? today.peek();
  const isWithin = (date: string) => shownFirst() <= date && date <= shownLast();

  async function unfold(): Promise<void> {
    const date = today.peek();
    const answer = await ask({ first: date, last: date });
    if (!answer.ok || date !== today.peek() || earlier.peek() === null) return;
    const items = answer.value.days.flatMap((day) => day.items);
    earlier.value = items.filter(({ phase }) => phase === "over");
  }

  /** What is there of it now; null = it is told with the view, or cannot be read. */
  async function anew(old: Stretch): Promise<Stretch | null> {
    if (old.first === today.peek()) return null;
    const answer = await ask({ first: old.first, last: old.last });
    return answer.ok ? { ...old, ...answer.value } : null;
  }

  /** All at once: each change of the list draws all of it that is in view. */
  async function reload(): Promise<void> {
    const fresh = new Map<Stretch, Stretch>();
    for (const old of stretches.peek()) {
      const now = await anew(old);
      if (now) fresh.set(old, now);
    }
    if (fresh.size > 0) stretches.value = stretches.peek().map((one) => fresh.get(one) ?? one);
  }

  function reset(date: string, first: number): void {
    turn += 1;
    loading.clear();
    firstDay = first;
    batch(() => {
      today.value = date;
      stretches.value = [{ first: date, last: date, ...aroundToday(date) }];
      shown.value = date;
      chosen.value = date;
      goal.value = { date, focus: false };
      earlier.value = null;
      place.value = null;
      failed.value = noneFailed;
    });
  }

  let running = false;
  let again = false;
  async function rounds(): Promise<void> {
    running = true;
    do {
      again = false;
      // What is on its way may have been read before that.
      await Promise.all(loading.values());
      if (earlier.peek()) await unfold();
      await reload();
      await new Promise((done) => setTimeout(done, pauseMs));
    } while (again);
    running = false;
  }

  return {
    today,
    stretches,
    failed,
    shown,
    chosen,
    goal,
    earlier,
    place,
    goTo(date, focus = false) {
      batch(() => {
        shown.value = date;
        chosen.value = date;
        goal.value = null;
      });
      void bring(date, focus);
    },
    home() {
      if (!isWithin(today.peek())) reset(today.peek(), firstDay);
    },
    follow(date) {
      // On its way to another day it passes by many.
      if (goal.peek() === null) shown.value = date;
    },
    more: (edge) => void more(edge),
    unfold(open) {
      earlier.value = open ? [] : null;
      if (open) void unfold();
    },
    reset,
    refresh() {
      again = true;
      if (!running) void rounds();
    },
  };
}

const noneFailed = { before: null, after: null };

/** What is beside today is always looked at. */
const aroundToday = (date: string): AgendaDays => ({
  days: [],
  before: daysLater(date, -1),
  after: daysLater(date, 1),
});

/** A range cut at today, which is a part of its own. */
function partsOf({ first, last }: DateRange, today: string): DateRange[] {
  if (today < first || today > last) return [{ first, last }];
  const parts = [
    { first, last: daysLater(today, -1) },
    { first: today, last: today },
    { first: daysLater(today, 1), last },
  ];
  return parts.filter((part) => part.first <= part.last);
}
