import { CircleCheck, CircleDashed } from "lucide-preact";
import { Secret } from "../form/secret.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { connectionOf } from "../text/connection.ts";

/** The App API key, and whether Timekit took it. */
export function Key({ state, view }: { state: PageState; view: ViewSignals }) {
  const timekit = view.timekit.value;
  const Icon = timekit.state === "on" ? CircleCheck : CircleDashed;
  return (
    <>
      <Secret name="timekit" secret={view.secrets.value.timekit} set={state.setSecret} say={state.say} />
      {timekit.state !== "off" && (
        <div class="setting">
          {timekit.state === "failed" ? (
            <ProblemText problem={timekit.problem} />
          ) : (
            <p class={timekit.state === "on" ? "receiver receiver-well" : "receiver"}>
              <Icon class="icon" aria-hidden="true" />
              <bdi>{connectionOf(timekit)}</bdi>
            </p>
          )}
        </div>
      )}
    </>
  );
}
