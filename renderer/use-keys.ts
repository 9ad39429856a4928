import { useLayoutEffect } from "preact/hooks";
import { daysLater } from "../common/dates.ts";
import { joinable } from "./agenda/joinable.ts";
import { joinIt, openSnooze, toToday } from "./palette/commands.ts";
import { answer, focusedId, toAnswer, toSnooze } from "./palette/target.ts";
import { backOf } from "./screens/screen-table.tsx";
import type { PageState } from "./state/page-state.ts";
import { resizeText } from "./state/resize-text.ts";
import type { ViewSignals } from "./state/view-signals.ts";
import { datesIn, firstWeekday, weekOf } from "./state/weeks.ts";
import { backKey, onKey } from "./text/line-keys.ts";

/** The keys that work wherever the focus is. */
export function useKeys(state: PageState): void {
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && (heldKey(state, event) || plainKey(state, event)))
        event.preventDefault();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [state]);
}

/** How far each resizes the text. */
const sizes: Readonly<Record<string, 1 | -1 | 0>> = { "+": 1, "=": 1, "-": -1, _: -1, "0": 0 };

/** A key with Control or Command. @returns whether it was one of ours */
function heldKey(state: PageState, { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (altKey || !(ctrlKey || metaKey)) return false;
  const inSettings = state.screen.peek().name === "settings";
  const step = sizes[key];
  if (key === ",") state.go(inSettings ? { name: "today" } : { name: "settings", field: null });
  else if (key.toLowerCase() === "k") state.palette.value = { list: "all", id: focusedId() };
  else if (key.toLowerCase() === "f") state.go({ name: "search" });
  // The shifted letter comes as "P".
  else if (key.toLowerCase() === "p" && shiftKey) toggleNames(state);
  else if (step !== undefined) resizeText(state, step);
  else return false;
  return true;
}

function toggleNames({ attempt, ask, view }: PageState): void {
  void attempt(ask.settings.setPresenting(view.peek()?.presenting.peek() ? "off" : "on"));
}

/** A key by itself, which a field keeps. @returns whether it was one of ours */
function plainKey(state: PageState, event: KeyboardEvent): boolean {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey) return false;
  const back = backOf(state.screen.peek());
  if (key === "Escape" && back) state.go(back);
  else if (key === "Escape") void state.attempt(state.ask.window.hide());
  else if (isField(target)) return false;
  else if (key === "?") state.go({ name: "keys", from: "today" });
  else if (key === "/") state.go({ name: "search" });
  else return !shiftKey && listKey(state, key, target as Element);
  return true;
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** How many days on a key leads; 0 = it is no such key. */
const daysOn = (key: string) => (key === onKey ? 1 : key === backKey ? -1 : 0);

/** What each of the list's own keys does. `focused` = the booking whose row has the focus. */
const listKeys: Readonly<
  Record<string, (state: PageState, view: ViewSignals, focused: string | null) => void>
> = {
  t: toToday,
  a: ({ goToActivity }) => goToActivity("everything"),
  p: ({ pausing }) => {
    pausing.value = true;
  },
  j(state, view) {
    const id = joinable(view.agenda.peek().items, view.now.peek())?.booking.id;
    if (id !== undefined) joinIt(state, id);
  },
  s(state, view, focused) {
    const id = toSnooze(state, view, focused)?.booking.id;
    if (id !== undefined) openSnooze(state, id);
  },
  c: (...parts) => answerIt("confirm", ...parts),
  d: (...parts) => answerIt("decline", ...parts),
};

function answerIt(
  act: "confirm" | "decline",
  state: PageState,
  view: ViewSignals,
  focused: string | null,
): void {
  const id = toAnswer(state, view, act, focused)?.booking.id;
  if (id !== undefined) answer(state, id, act, focused);
}

/** A key of the list's own. @returns whether it was one */
function listKey(state: PageState, key: string, target: Element): boolean {
  const view = state.view.peek();
  // A first run shows no day yet.
  if (state.screen.peek().name !== "today" || view?.setup.peek() !== "done") return false;
  const { diary } = state;
  const week = weekOf(diary.shown.peek(), firstWeekday(view.format.peek().locale));
  const weekday = /^[1-7]$/.test(key) ? datesIn(week)[Number(key) - 1] : undefined;
  const days = daysOn(key);
  const date = days === 0 ? weekday : daysLater(diary.shown.peek(), days);
  // Who is in the week goes on in it; else the first booking of the day is next to be pressed.
  if (date) diary.goTo(date, !target.closest(".week"));
  else if (Object.hasOwn(listKeys, key)) listKeys[key]?.(state, view, focusedId());
  else return false;
  return true;
}
