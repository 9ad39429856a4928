import { BellOff, CircleArrowUp, EyeOff, LockOpen, OctagonAlert, TriangleAlert, X } from "lucide-preact";
import type { Problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { problemWords } from "../../common/words/problems/problems.ts";
import { IconButton } from "../parts/icon-button.tsx";
import type { PageState } from "../state/page-state.ts";
import { problemLine, type Remedy, type StatusLine } from "../state/status.ts";
import { momentOf } from "../text/moment.ts";
import { copyAddress } from "./copy-address.tsx";

const icons = {
  trouble: OctagonAlert,
  caution: TriangleAlert,
  quiet: BellOff,
  hidden: EyeOff,
  open: LockOpen,
  news: CircleArrowUp,
};

/** What is wrong, if anything: one line each; `except` is said elsewhere on the screen. */
export function Status({ state, except = "" }: { state: PageState; except?: string }) {
  const failure = state.failure.value;
  const failed = failure ? [failureLine(failure, state.view.value !== null)] : [];
  const lines = [...failed, ...state.status.value.filter(({ key }) => key !== except)];
  if (lines.length === 0) return null;
  return (
    <section aria-label={words.status.label}>
      <ul class="status">
        {lines.map((line) => (
          <Line key={line.key} state={state} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Line({ state, line }: { state: PageState; line: StatusLine }) {
  const Icon = icons[line.tone];
  const { action, dismissal } = line;
  return (
    <li class={`status-line status-${line.tone}`}>
      <Icon class="icon" aria-hidden="true" />
      <div class="status-text">
        <p class="status-what">{line.message}</p>
        <p class="status-remedy">{line.remedy}</p>
        {line.since !== null && <Since state={state} since={line.since} />}
      </div>
      {action && (
        <button type="button" class="button" onClick={() => void follow(state, action.leads)}>
          {action.label}
        </button>
      )}
      {dismissal && (
        <IconButton
          icon={X}
          label={words.status.dismissThis({ what: line.message })}
          onClick={() => void state.attempt(state.ask.window.dismiss(dismissal))}
        />
      )}
    </li>
  );
}

/** Since when nothing arrives, and the way to all such spans. */
function Since({ state, since }: { state: PageState; since: number }) {
  const view = state.view.value;
  if (!view) return null;
  return (
    <p class="status-since">
      {words.agenda.since({ when: momentOf(since, view.now.value, view.format.value) })}
      {" · "}
      <button type="button" class="link" onClick={() => state.go({ name: "gaps", from: "today" })}>
        {words.reach.gaps}
      </button>
    </p>
  );
}

/** What could not be done is dismissed; a page that has nothing to show asks again. */
function failureLine(failure: Problem, loaded: boolean): StatusLine {
  const action = loaded
    ? ({ label: words.status.dismiss, leads: "dismiss" } as const)
    : ({ label: words.status.retry, leads: "load" } as const);
  return { ...problemLine("failure", "caution", problemWords(failure)), action };
}

/** Where a line's button leads. */
export async function follow(state: PageState, leads: Remedy): Promise<void> {
  if (leads === "resume") await state.attempt(state.ask.settings.setPaused(false));
  else if (leads === "unhide") await state.attempt(state.ask.settings.setPresenting("off"));
  else if (leads === "load") await state.load();
  else if (leads === "recovered" || leads === "tray") await state.attempt(state.ask.window.dismiss(leads));
  else if (leads === "dismiss") state.failure.value = null;
  else if (leads === "releases") await state.attempt(state.ask.updates.openReleases());
  else if (leads === "copy") await copyAddress(state);
  else if (leads === "reconnect") await state.attempt(state.ask.tunnel.reconnect());
  else if (leads === "set-up") await state.attempt(state.ask.settings.setSetup("reach"));
  else if (leads === "hand-out") await state.attempt(state.ask.settings.setSetup("timekit"));
  else if (leads === "log") state.go({ name: "log", back: null });
  else if (leads === "tunnel" || leads === "timekit") state.go({ name: leads, from: "today" });
  else state.go({ name: "settings", field: leads });
}
