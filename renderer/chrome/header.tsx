import { Bell, BellOff, Inbox, Search, Settings } from "lucide-preact";
import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../../common/words/page.ts";
import { IconButton } from "../parts/icon-button.tsx";
import type { Screen } from "../state/screen.ts";
import type { ViewSignals } from "../state/view-signals.ts";

interface Props {
  /** Where the window is. */
  readonly title: VNode;
  readonly view: ViewSignals;
  /** Another screen was left for this one. */
  readonly back: boolean;
  readonly go: (screen: Screen) => void;
  readonly setPaused: (paused: boolean) => Promise<unknown>;
}

const settingsKeys = "Control+, Meta+,";

export function TodayHeader({ title, view, back, go, setPaused }: Props) {
  const settings = useRef<HTMLButtonElement>(null);
  const paused = view.paused.value;
  const unseen = view.unseen.value.length;
  // What had the focus is gone with the other screen.
  useLayoutEffect(() => {
    if (back) settings.current?.focus();
  }, []);
  return (
    <header class="header">
      {title}
      <IconButton
        icon={Search}
        label={words.search.open}
        keys="Control+F Meta+F"
        onClick={() => go({ name: "search" })}
      />
      <span class="badged">
        <IconButton
          icon={Inbox}
          label={words.news.open({ unseen })}
          onClick={() => go({ name: "news", from: "today" })}
        />
        {unseen > 0 && (
          <span class="badge" aria-hidden="true">
            {words.news.badge({ unseen })}
          </span>
        )}
      </span>
      <IconButton
        icon={paused ? BellOff : Bell}
        label={words.header.pause}
        pressed={paused}
        onClick={() => void setPaused(!paused)}
      />
      <IconButton
        icon={Settings}
        label={words.header.settings}
        keys={settingsKeys}
        buttonRef={settings}
        onClick={() => go({ name: "settings", field: null })}
      />
    </header>
  );
}
