import { Bell, Search, Settings } from "lucide-preact";
import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../../common/words/page.ts";
import { IconButton } from "../parts/icon-button.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

interface Props {
  /** Where the window is. */
  readonly title: VNode;
  readonly state: PageState;
  readonly view: ViewSignals;
  /** Another screen was left for this one. */
  readonly back: boolean;
}

const settingsKeys = "Control+, Meta+,";

export function TodayHeader({ title, state, view, back }: Props) {
  const settings = useRef<HTMLButtonElement>(null);
  const unread = view.unseen.value.length;
  const isReady = view.updates.value.state === "ready";
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
        onClick={() => state.go({ name: "search" })}
      />
      <span class="badged">
        <IconButton
          icon={Bell}
          label={words.activity.open({ unread })}
          onClick={() => state.goToActivity("everything")}
        />
        {unread > 0 && (
          <span class="badge" aria-hidden="true">
            {words.activity.badge({ unread })}
          </span>
        )}
      </span>
      <span class="badged">
        <IconButton
          icon={Settings}
          label={isReady ? words.header.settingsReady : words.header.settings}
          keys={settingsKeys}
          buttonRef={settings}
          onClick={() => state.go({ name: "settings", field: null })}
        />
        {isReady && <span class="badge-dot" aria-hidden="true" />}
      </span>
    </header>
  );
}
