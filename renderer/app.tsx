import { useErrorBoundary, useLayoutEffect } from "preact/hooks";
import { words } from "../common/words/page.ts";
import { LiveRegion } from "./chrome/live-region.tsx";
import { Loading } from "./chrome/loading.tsx";
import { Palette } from "./palette/palette.tsx";
import { Screens } from "./screens/screens.tsx";
import type { PageState } from "./state/page-state.ts";
import { ProjectRules } from "./text/hue.ts";
import { useKeys } from "./use-keys.ts";

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
      <LiveRegion said={state.said} />
    </>
  );
}

function Current({ state }: { state: PageState }) {
  const view = state.view.value;
  const hints = view?.settings.value.keyHints ?? true;
  useLayoutEffect(() => void document.documentElement.classList.toggle("no-key-hints", !hints), [hints]);
  if (!view) return <Loading state={state} />;
  return (
    <ProjectRules.Provider value={view.settings.value.projects}>
      <Screens state={state} view={view} />
      {state.palette.value && <Palette state={state} view={view} shown={state.palette.value} />}
    </ProjectRules.Provider>
  );
}

function Broken({ again }: { again: () => void }) {
  return (
    <main class="content">
      <section class="empty">
        <h1 class="empty-title">{words.app.broken.title}</h1>
        <p class="soft">{words.app.broken.text}</p>
        <button type="button" class="button button-main" onClick={again}>
          {words.status.retry}
        </button>
      </section>
    </main>
  );
}
