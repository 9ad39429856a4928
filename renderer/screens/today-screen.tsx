import { Footer } from "../chrome/footer.tsx";
import { TodayHeader } from "../chrome/header.tsx";
import { Status } from "../chrome/status.tsx";
import { UnannouncedLine } from "../chrome/unannounced-line.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { dayAndMonth } from "../text/date-text.ts";
import { DayTitle } from "../today/day-title.tsx";
import { RequestsLine } from "../today/requests-line.tsx";
import { nothingCame, nothingKnown, Today } from "../today/today.tsx";
import { WeekStrip } from "../today/week-strip.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  /** Another screen was left for this one. */
  readonly back: boolean;
}

/** Where the page begins, and where all ways back end. */
export function TodayScreen({ state, view, back }: Props) {
  const listed = !nothingCame(view) && !nothingKnown(view);
  const today = state.diary.today.value;
  // The row that was opened takes the focus again.
  const opened = (state.diary.place.peek()?.row ?? null) !== null;
  return (
    <>
      <TodayHeader
        title={
          listed ? (
            <DayTitle state={state} view={view} />
          ) : (
            <h1 class="header-title">{dayAndMonth(today, today, view.format.value)}</h1>
          )
        }
        state={state}
        view={view}
        back={back && !opened}
      />
      {listed && <WeekStrip state={state} view={view} />}
      <div class="notices">
        <Status state={state} except={nothingCame(view) ? keyOfNotSetUp(state) : ""} />
      </div>
      {listed && <RequestsLine state={state} />}
      <main class="content days">
        <Today state={state} view={view} />
      </main>
      <UnannouncedLine
        latest={state.unannounced}
        view={view}
        open={(bookingId) => state.goToActivity("silent", bookingId)}
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
