import { BellOff, OctagonAlert, TriangleAlert } from "lucide-preact";
import type { Problem } from "../../common/view.ts";
import type { PageState } from "../state/create-state.ts";
import { problemLine, type Remedy, type StatusLine } from "../state/status.ts";
import { words } from "../words.ts";

const icons = { trouble: OctagonAlert, caution: TriangleAlert, quiet: BellOff };

/** What is wrong, if anything: one line each. */
export function Status({ state }: { state: PageState }) {
  const failure = state.failure.value;
  const failed = failure ? [failureLine(failure, state.view.value !== null)] : [];
  const lines = [...failed, ...state.status.value];
  if (lines.length === 0) return null;
  return (
    <section aria-label={words.status.label}>
      <ul class="status">
        {lines.map((line) => (
          <Line key={line.key} line={line} follow={(leads) => follow(state, leads)} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, follow: go }: { line: StatusLine; follow: (leads: Remedy) => void }) {
  const Icon = icons[line.tone];
  const { action } = line;
  return (
    <li class={`status-line status-${line.tone}`}>
      <Icon class="icon" aria-hidden="true" />
      <div class="status-text">
        <p class="status-what">{line.message}</p>
        <p class="status-remedy">{line.remedy}</p>
      </div>
      {action && (
        <button type="button" class="button" onClick={() => go(action.leads)}>
          {action.label}
        </button>
      )}
    </li>
  );
}

/** What could not be done is dismissed; a page that has nothing to show asks again. */
function failureLine(failure: Problem, loaded: boolean): StatusLine {
  const action = loaded
    ? ({ label: words.status.dismiss, leads: "dismiss" } as const)
    : ({ label: words.status.retry, leads: "load" } as const);
  return { ...problemLine("failure", "caution", failure), action };
}

function follow(state: PageState, leads: Remedy): void {
  if (leads === "resume") void state.setPaused(false);
  else if (leads === "load") void state.load();
  else if (leads === "recovered") void state.dismissRecovered();
  else if (leads === "dismiss") state.failure.value = null;
  else state.screen.value = { name: "settings", field: leads };
}
