import { useLayoutEffect } from "preact/hooks";
import { setPresenting } from "./chrome/status.tsx";
import type { PageState } from "./state/create-state.ts";
import { behind } from "./state/screen.ts";

/** The keys that work wherever the focus is. */
export function useKeys(state: PageState): void {
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const screen = state.screen.peek();
      const back = behind(screen);
      const inSettings = screen.name === "settings";
      if (event.key === "Escape" && !back) void state.hide();
      else if (event.key === "Escape" && back) state.screen.value = back;
      else if (event.key === "," && (event.ctrlKey || event.metaKey))
        state.screen.value = inSettings ? { name: "today" } : { name: "settings", field: null };
      else if (isFindKey(event)) state.screen.value = { name: "search" };
      else if (isHideKey(event))
        void setPresenting(state, state.view.peek()?.presenting.peek() ? "off" : "on");
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
  (key.toLowerCase() === "f" && (ctrlKey || metaKey)) ||
  (key === "/" && !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement));
