import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * A button that leaves with the focus on it hands it to what takes its place: the choice made, the first button, else
 * the first field, or without any what it all stands in. Goes on what holds them.
 */
export function useFocusKept<T extends HTMLElement>() {
  const holder = useRef<T>(null);
  // Read while rendering: once the button is gone, so is the trace of its focus.
  const focused = holder.current?.contains(document.activeElement) ? document.activeElement : null;
  useLayoutEffect(() => {
    // What holds a part of this has done so already, as its effects come first.
    const isKept = holder.current?.contains(document.activeElement);
    if (!focused || focused.isConnected || isKept) return;
    const first = (what: string) => holder.current?.querySelector<HTMLElement>(what);
    const next = first("input:checked, button") ?? first("input");
    (next ?? holder.current?.closest<HTMLElement>("[tabindex]"))?.focus();
  });
  return holder;
}
