import { useEffect } from "preact/hooks";
import { dayOf, type TimeFormat, timeOf } from "../../common/time.ts";
import type { UpdatesView } from "../../common/updates.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { usePrevious } from "../parts/use-previous.ts";
import type { PageState, ViewSignals } from "../state/create-state.ts";
import { words } from "../words.ts";
import { OnOff } from "./on-off.tsx";

/** How far the next version is, and whether Bookbell looks for it by itself. */
export function Updates({ state, view }: { state: PageState; view: ViewSignals }) {
  const updates = view.updates.value;
  const { problem, act } = useAct();
  const text = textOf(updates, view.format.value);
  // Each percent would be too much to hear.
  const { state: stage } = updates;
  const before = usePrevious(stage);
  useEffect(() => {
    if (before !== undefined && stage !== "downloading") state.say(text);
  }, [stage]);

  const button = (label: string, name: string, run: () => Promise<unknown>) => (
    <button type="button" class="button" aria-label={name} onClick={() => void run()}>
      {label}
    </button>
  );
  const named = words.updates;
  return (
    <>
      <div class="setting">
        <div class="setting-words">
          <p class="setting-name">{named.title}</p>
          {text && <p class="help">{text}</p>}
          <ProblemText problem={problem ?? (updates.state === "failed" ? updates.problem : null)} />
        </div>
        {stage === "newest" && button(named.check, named.checkAs, () => act(() => state.checkForUpdates()))}
        {stage === "failed" && button(named.again, named.againAs, () => act(() => state.checkForUpdates()))}
        {stage === "ready" && button(named.restart, named.restart, () => act(() => state.restartToUpdate()))}
      </div>
      {stage !== "elsewhere" && (
        <OnOff
          name={named.auto}
          help={named.autoHelp}
          value={view.settings.value.updates}
          choose={(on) => state.changeSettings({ updates: on })}
        />
      )}
    </>
  );
}

function textOf(updates: UpdatesView, format: TimeFormat): string {
  const named = words.updates;
  switch (updates.state) {
    case "elsewhere":
      return named.elsewhere[updates.by];
    case "newest": {
      const at = updates.checkedAt;
      return at === null ? named.never : named.newest(`${dayOf(at, format)}, ${timeOf(at, format)}`);
    }
    case "checking":
      return named.checking;
    case "downloading":
      return named.downloading(updates.version, updates.percent);
    case "ready":
      return named.ready(updates.version);
    case "failed":
      return "";
  }
}
