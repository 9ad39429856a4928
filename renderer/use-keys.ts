import { useLayoutEffect } from "preact/hooks";
import { daysLater } from "../common/dates.ts";
import { textSizes } from "../common/setting-choices.ts";
import { joinable } from "./agenda/joinable.ts";
import { backOf } from "./screens/screen-table.tsx";
import type { PageState } from "./state/page-state.ts";
import type { ViewSignals } from "./state/view-signals.ts";

/** The keys that work wherever the focus is. */
export function useKeys(state: PageState): void {
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const screen = state.screen.peek();
      const back = backOf(screen);
      const inSettings = screen.name === "settings";
      if (event.key === "Escape" && !back) void state.attempt(state.ask.window.hide());
      else if (event.key === "Escape" && back) state.go(back);
      else if (event.key === "," && (event.ctrlKey || event.metaKey))
        state.go(inSettings ? { name: "today" } : { name: "settings", field: null });
      else if (listKey(state, event)) void 0;
      else if (event.key === "?" && !isField(event.target)) state.go({ name: "keys", from: "today" });
      else if (resizeKey(state, event)) void 0;
      else if (isFindKey(event)) state.go({ name: "search" });
      else if (isHideKey(event))
        void state.attempt(
          state.ask.settings.setPresenting(state.view.peek()?.presenting.peek() ? "off" : "on"),
        );
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [state]);
}

/** Control or Command with Shift and P; the shifted letter comes as "P". */
const isHideKey = ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent) =>
  key.toLowerCase() === "p" && shiftKey && (ctrlKey || metaKey);

/** Control or Command with plus, minus or zero, as in a browser. @returns whether it was one */
function resizeKey(state: PageState, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const step = { "+": 1, "=": 1, "-": -1, _: -1, "0": 0 }[key];
  const now = state.view.peek()?.settings.peek().textSize;
  if (step === undefined || now === undefined || altKey || !(ctrlKey || metaKey)) return false;
  const textSize = step === 0 ? 100 : textSizes[textSizes.indexOf(now) + step];
  if (textSize !== undefined && textSize !== now) void state.attempt(state.changeSettings({ textSize }));
  return true;
}

/** A slash in a field is a slash. */
const isFindKey = ({ key, ctrlKey, metaKey, target }: KeyboardEvent) =>
  (key.toLowerCase() === "f" && (ctrlKey || metaKey)) || (key === "/" && !isField(target));

const isField = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** How many days on a key leads from today's screen; 0 = it is no such key. */
const daysOn = ({ key }: KeyboardEvent) => (key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0);

/** A key of the list's own. @returns whether it was one */
function listKey(state: PageState, event: KeyboardEvent): boolean {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
  const view = state.view.peek();
  // A first run shows no day yet.
  const isListed = state.screen.peek().name === "today" && view?.setup.peek() === "done";
  if (altKey || ctrlKey || metaKey || shiftKey || isField(target) || !isListed) return false;
  const { diary } = state;
  // Who is in the week goes on in it; else the first booking of the day is next to be pressed.
  const focus = !(target as Element).closest(".week");
  const days = daysOn(event);
  if (days !== 0) diary.goTo(daysLater(diary.shown.peek(), days), focus);
  else if (key === "t") diary.goTo(diary.today.peek(), focus);
  else if (key === "j") joinNow(state, view);
  else return false;
  return true;
}

function joinNow(state: PageState, { agenda, now }: ViewSignals): void {
  const id = joinable(agenda.peek().items, now.peek())?.booking.id;
  if (id === undefined) return;
  const { diary } = state;
  if (diary.shown.peek() !== diary.today.peek()) diary.goTo(diary.today.peek());
  state.wanted.value = { id, act: "join" };
}
