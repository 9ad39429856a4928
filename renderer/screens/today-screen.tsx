import { Footer } from "../chrome/footer.tsx";
import { TodayHeader } from "../chrome/header.tsx";
import { Status } from "../chrome/status.tsx";
import { UnannouncedLine } from "../chrome/unannounced-line.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { nothingCame, Today } from "../today/today.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  /** Another screen was left for this one. */
  readonly back: boolean;
}

/** Where the page begins, and where all ways back end. */
export function TodayScreen({ state, view, back }: Props) {
  return (
    <>
      <TodayHeader
        view={view}
        back={back}
        go={state.go}
        setPaused={(paused) => state.attempt(state.ask.settings.setPaused(paused))}
      />
      <main class="content">
        <Status state={state} except={nothingCame(view) ? keyOfNotSetUp(state) : ""} />
        <Today state={state} view={view} />
      </main>
      <UnannouncedLine
        latest={state.unannounced}
        view={view}
        open={(id) => state.go({ name: "booking", id, from: { name: "today" } })}
      />
      <Footer state={state} view={view} />
    </>
  );
}

/** What an empty page says itself. */
function keyOfNotSetUp({ health }: PageState): string {
  const now = health.value;
  return now?.level === "not-set-up" ? now.trouble.key : "";
}
