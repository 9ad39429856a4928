import { BellOff } from "lucide-preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { type PauseSpan, pauseSpans } from "../../common/setting-choices.ts";
import { timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

/** So far each key leads through the menu. */
const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Pauses notifications, for as long as its menu says; while they are, it says until when. */
export function PauseMenu({ state, view }: { state: PageState; view: ViewSignals }) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = state.pausing.value;
  const paused = view.paused.value;
  const until = view.pausedUntil.value;
  const spans = paused ? pauseSpans : pauseSpans.filter((span) => span !== "off");
  const items = () => [...(menu.current?.querySelectorAll("button") ?? [])];
  useLayoutEffect(() => {
    if (open) items()[0]?.focus();
  }, [open]);
  // Left open, it would stand there when the list is shown again.
  useLayoutEffect(() => () => void close(false), []);

  function close(back = true) {
    state.pausing.value = false;
    if (back) button.current?.focus();
  }
  function keyed(event: KeyboardEvent) {
    const all = items();
    const step = steps[event.key];
    if (event.key === "Escape") close();
    else if (step) all[step(all.indexOf(event.target as HTMLButtonElement), all.length)]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function choose(span: PauseSpan) {
    close();
    void state.attempt(state.ask.settings.setPaused(span));
  }
  const text = !paused
    ? words.pause.action
    : until === null
      ? words.pause.paused
      : words.pause.until({ time: timeOf(until, view.format.value) });
  return (
    <div
      class="pause"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget as Node)) close(false);
      }}
    >
      {open && (
        <>
          {/* A press beside the menu closes it, and does nothing else. */}
          <div class="menu-behind" onPointerDown={() => close()} />
          <div class="menu" role="menu" id={id} aria-label={words.pause.name} ref={menu} onKeyDown={keyed}>
            {spans.map((span) => (
              <button
                key={span}
                type="button"
                role="menuitem"
                class="menu-item"
                tabIndex={-1}
                onClick={() => choose(span)}
              >
                {words.pause.spans[span]}
              </button>
            ))}
          </div>
        </>
      )}
      <button
        type="button"
        class={paused ? "button chip" : "button"}
        ref={button}
        title={words.pause.name}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => {
          state.pausing.value = !open;
        }}
      >
        <BellOff class="icon" aria-hidden="true" />
        <span class="chip-text">{text}</span>
      </button>
    </div>
  );
}
