import { useLayoutEffect } from "preact/hooks";
import { daysLater } from "../common/dates.ts";
import { dayKey } from "../common/time.ts";
import { backOf } from "./screens/screen-table.tsx";
import type { PageState } from "./state/page-state.ts";
import type { Screen } from "./state/screen.ts";

/** The keys that work wherever the focus is. */
export function useKeys(state: PageState): void {
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const screen = state.screen.peek();
      const back = backOf(screen);
      const days = daysOn(event, screen);
      const inSettings = screen.name === "settings";
      if (event.key === "Escape" && !back) void state.attempt(state.ask.window.hide());
      else if (event.key === "Escape" && back) state.go(back);
      else if (event.key === "," && (event.ctrlKey || event.metaKey))
        state.go(inSettings ? { name: "today" } : { name: "settings", field: null });
      else if (days !== 0) state.go(turned(state, days));
      else if (event.key === "?" && !isField(event.target)) state.go({ name: "keys", from: "today" });
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

/** A slash in a field is a slash. */
const isFindKey = ({ key, ctrlKey, metaKey, target }: KeyboardEvent) =>
  (key.toLowerCase() === "f" && (ctrlKey || metaKey)) || (key === "/" && !isField(target));

const isField = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** How many days on a key leads from a screen that shows one; 0 = it is no such key or screen. */
function daysOn(
  { key, target, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
  { name }: Screen,
): number {
  const held = altKey || ctrlKey || metaKey || shiftKey;
  if (held || isField(target) || (name !== "today" && name !== "day")) return 0;
  return key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
}

function turned(state: PageState, days: number): Screen {
  const view = state.view.peek();
  const screen = state.screen.peek();
  // A first run shows no day yet.
  if (view?.setup.peek() !== "done") return screen;
  const today = dayKey(view.now.peek(), view.format.peek().zone);
  const day = daysLater(screen.name === "day" ? screen.day : today, days);
  return day === today ? { name: "today" } : { name: "day", day };
}
