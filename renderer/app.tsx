import { Fragment } from "preact";
import { useErrorBoundary } from "preact/hooks";
import { Today } from "./agenda/today.tsx";
import { useUnknownReveal } from "./agenda/use-reveal.ts";
import { BackHeader } from "./chrome/back-header.tsx";
import { Footer } from "./chrome/footer.tsx";
import { TodayHeader } from "./chrome/header.tsx";
import { LiveRegion } from "./chrome/live-region.tsx";
import { Loading } from "./chrome/loading.tsx";
import { Status } from "./chrome/status.tsx";
import { DeliveryPage } from "./log/delivery-page.tsx";
import { LogPage } from "./log/log-page.tsx";
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
      <Fragment key="settings">
        <BackHeader state={state} title={words.settings.title} focused={screen.field === null} />
        <main class="content">
          <SettingsPage state={state} view={view} field={screen.field} />
        </main>
      </Fragment>
    );
  }
  if (screen.name === "log") {
    return (
      <Fragment key="log">
        <BackHeader state={state} title={words.log.title} focused={screen.back === null} />
        <main class="content">
          <LogPage state={state} view={view} back={screen.back} />
        </main>
      </Fragment>
    );
  }
  if (screen.name === "delivery") {
    return (
      <Fragment key="delivery">
        <BackHeader state={state} title={words.delivery.title} focused />
        <DeliveryPage state={state} view={view} seq={screen.line.seq} />
      </Fragment>
    );
  }
  return (
    <Fragment key="today">
      <TodayHeader state={state} view={view} fromSettings={before === "settings"} />
      <main class="content">
        <Status state={state} />
        <Today state={state} view={view} />
      </main>
      <Footer state={state} view={view} />
    </Fragment>
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
