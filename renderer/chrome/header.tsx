import { Bell, BellOff, Settings } from "lucide-preact";
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

export function TodayHeader({ state, view, fromSettings }: Props & { fromSettings: boolean }) {
  const settings = useRef<HTMLButtonElement>(null);
  const paused = view.paused.value;
  // Coming back from the settings, the focus is where it left from.
  useLayoutEffect(() => {
    if (fromSettings) settings.current?.focus();
  }, []);
  return (
    <header class="header">
      <Mark class="mark" />
      <h1 class="header-title" lang={view.format.value.locale} dir="auto">
        {longDayOf(view.now.value, view.format.value)}
      </h1>
      <IconButton
        icon={paused ? BellOff : Bell}
        label={words.header.pause}
        pressed={paused}
        onClick={() => void state.setPaused(!paused)}
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
