import { useErrorBoundary } from "preact/hooks";
import { Today } from "./agenda/today.tsx";
import { useUnknownReveal } from "./agenda/use-reveal.ts";
import { Footer } from "./chrome/footer.tsx";
import { SettingsHeader, TodayHeader } from "./chrome/header.tsx";
import { LiveRegion } from "./chrome/live-region.tsx";
import { Loading } from "./chrome/loading.tsx";
import { Status } from "./chrome/status.tsx";
import { usePrevious } from "./parts/use-previous.ts";
import { SettingsPage } from "./settings/settings-page.tsx";
import type { PageState, ViewSignals } from "./state/create-state.ts";
import { useKeys } from "./use-keys.ts";
import { words } from "./words.ts";

interface Props {
  readonly state: PageState;
  readonly report: (fault: unknown) => void;
}

export function App({ state, report }: Props) {
  const [fault, again] = useErrorBoundary(report);
  useKeys(state);
  return (
    <>
      {fault ? <Broken again={again} /> : <Current state={state} />}
      <LiveRegion state={state} />
    </>
  );
}

function Current({ state }: { state: PageState }) {
  const view = state.view.value;
  return view ? <Loaded state={state} view={view} /> : <Loading state={state} />;
}

function Loaded({ state, view }: { state: PageState; view: ViewSignals }) {
  const screen = state.screen.value;
  const before = usePrevious(screen.name);
  useUnknownReveal(state, view);
  if (screen.name === "settings") {
    return (
      <>
        <SettingsHeader state={state} focused={screen.field === null} />
        <main class="content" key="settings">
          <SettingsPage state={state} view={view} field={screen.field} />
        </main>
      </>
    );
  }
  return (
    <>
      <TodayHeader state={state} view={view} fromSettings={before === "settings"} />
      <main class="content" key="today">
        <Status state={state} />
        <Today state={state} view={view} />
      </main>
      <Footer state={state} view={view} />
    </>
  );
}

function Broken({ again }: { again: () => void }) {
  return (
    <main class="content">
      <section class="empty">
        <h1 class="empty-title">{words.problems.fault.title}</h1>
        <p class="soft">{words.problems.fault.text}</p>
        <button type="button" class="button button-main" onClick={again}>
          {words.status.retry}
        </button>
      </section>
    </main>
  );
}
