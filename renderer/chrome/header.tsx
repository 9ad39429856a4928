import { Bell, BellOff, Inbox, Search, Settings } from "lucide-preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { longDayOf } from "../../common/time.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { Mark } from "../parts/mark.tsx";
import type { PageState, ViewSignals } from "../state/create-state.ts";
import { words } from "../words.ts";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
}

const settingsKeys = "Control+, Meta+,";

/** `back`: another screen was left for this one. */
export function TodayHeader({ state, view, back }: Props & { back: boolean }) {
  const settings = useRef<HTMLButtonElement>(null);
  const paused = view.paused.value;
  const unseen = view.unseen.value;
  // What had the focus is gone with the other screen.
  useLayoutEffect(() => {
    if (back) settings.current?.focus();
  }, []);
  return (
    <header class="header">
      <Mark class="mark" />
      <h1 class="header-title" lang={view.format.value.locale} dir="auto">
        {longDayOf(view.now.value, view.format.value)}
      </h1>
      <IconButton
        icon={Search}
        label={words.search.open}
        keys="Control+F Meta+F"
        onClick={() => {
          state.screen.value = { name: "search" };
        }}
      />
      <span class="badged">
        <IconButton
          icon={Inbox}
          label={words.news.open(unseen)}
          onClick={() => {
            state.screen.value = { name: "news", from: "today" };
          }}
        />
        {unseen > 0 && (
          <span class="badge" aria-hidden="true">
            {words.news.badge(unseen)}
          </span>
        )}
      </span>
      <IconButton
        icon={paused ? BellOff : Bell}
        label={words.header.pause}
        pressed={paused}
        onClick={() => void state.attempt(state.ask.settings.setPaused(!paused))}
      />
      <IconButton
        icon={Settings}
        label={words.header.settings}
        keys={settingsKeys}
        buttonRef={settings}
        onClick={() => {
          state.screen.value = { name: "settings", field: null };
        }}
      />
    </header>
  );
}
