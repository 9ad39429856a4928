import { useLayoutEffect, useRef } from "preact/hooks";

/** A button that leaves with the focus on it hands it to what takes its place: the choice made, or the first button. Goes on what holds them. */
export function useFocusKept<T extends HTMLElement>() {
  const holder = useRef<T>(null);
  // Read while rendering: once the button is gone, so is the trace of its focus.
  const focused = holder.current?.contains(document.activeElement) ? document.activeElement : null;
  useLayoutEffect(() => {
    if (focused && !focused.isConnected)
      holder.current?.querySelector<HTMLElement>("input:checked, button")?.focus();
  });
  return holder;
}
