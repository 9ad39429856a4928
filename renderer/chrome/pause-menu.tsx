import { BellOff } from "lucide-preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { pauseSpans } from "../../common/setting-choices.ts";
import { timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { MenuItems } from "../parts/menu-items.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

/** Pauses notifications, for as long as its menu says; while they are, it says until when. */
export function PauseMenu({ state, view }: { state: PageState; view: ViewSignals }) {
  const button = useRef<HTMLButtonElement>(null);
  const open = state.pausing.value;
  const paused = view.paused.value;
  const until = view.pausedUntil.value;
  const items = pauseSpans
    .filter((span) => paused || span !== "off")
    .map((span) => ({
      label: words.pause.spans[span],
      choose: () => void state.attempt(state.ask.settings.setPaused(span)),
    }));
  // Left open, it would stand there when the list is shown again.
  useLayoutEffect(() => () => void close(false), []);

  function close(back = true) {
    state.pausing.value = false;
    if (back) button.current?.focus();
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
          <MenuItems items={items} label={words.pause.name} close={close} />
        </>
      )}
      <button
        type="button"
        class={paused ? "button chip" : "button"}
        ref={button}
        title={words.pause.name}
        aria-haspopup="menu"
        aria-expanded={open}
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
