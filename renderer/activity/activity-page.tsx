import { X } from "lucide-preact";
import { words } from "../../common/words/page.ts";
import { Failure } from "../chrome/status.tsx";
import { StatusLines } from "../chrome/status-lines.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { Proof } from "../proof/proof.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { ActivityFooter } from "./activity-footer.tsx";
import { ActivityTabs } from "./activity-tabs.tsx";
import { Happened } from "./happened.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
}

/** What happened, and of each change how the user was told, or why not. */
export function ActivityPage({ state, view }: Props) {
  const shown = state.activity.value;
  const { tab, bookingId, tests } = shown;
  const problems = tab === "problems" && bookingId === null ? state.status.value : [];
  return (
    <>
      {bookingId === null && <ActivityTabs state={state} />}
      <main class="content activity">
        <Failure state={state} />
        {tests > 0 && (
          <div class="activity-test">
            <Proof key={tests} state={state} view={view} atOnce />
            <IconButton
              icon={X}
              label={words.proof.close}
              onClick={() => {
                state.activity.value = { ...shown, tests: 0 };
              }}
            />
          </div>
        )}
        {problems.length > 0 && <StatusLines state={state} lines={problems} label={words.activity.now} />}
        <Happened key={`${tab} ${bookingId}`} state={state} view={view} known={problems.length > 0} />
      </main>
      <ActivityFooter state={state} view={view} />
    </>
  );
}
