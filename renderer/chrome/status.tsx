import { BellOff, CircleArrowUp, EyeOff, LockOpen, OctagonAlert, TriangleAlert, X } from "lucide-preact";
import type { Problem } from "../../common/problems.ts";
import type { Dismissal } from "../../common/trouble.ts";
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
  const view = state.view.value;
  const failed = failure ? [failureLine(failure, view !== null)] : [];
  const lines = [...failed, ...state.status.value.filter(({ key }) => key !== except)];
  if (lines.length === 0) return null;
  return (
    <section aria-label={words.status.label}>
      <ul class="status">
        {lines.map((line) => (
          <Line
            key={line.key}
            line={line}
            since={
              line.since === null || !view ? "" : momentOf(line.since, view.now.value, view.format.value)
            }
            follow={(leads) => follow(state, leads)}
            dismiss={(which) => void state.attempt(state.ask.window.dismiss(which))}
            openGaps={() => state.go({ name: "gaps", from: "today" })}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly line: StatusLine;
  /** Since when nothing arrives; empty where it is something else. */
  readonly since: string;
  readonly follow: (leads: Remedy) => void;
  readonly dismiss: (which: Dismissal) => void;
  readonly openGaps: () => void;
}

function Line({ line, since, follow, dismiss, openGaps }: LineProps) {
  const Icon = icons[line.tone];
  const { action, dismissal } = line;
  return (
    <li class={`status-line status-${line.tone}`}>
      <Icon class="icon" aria-hidden="true" />
      <div class="status-text">
        <p class="status-what">{line.message}</p>
        <p class="status-remedy">{line.remedy}</p>
        {since && (
          <p class="status-since">
            {words.agenda.since({ when: since })}
            {" · "}
            <button type="button" class="link" onClick={openGaps}>
              {words.reach.gaps}
            </button>
          </p>
        )}
      </div>
      {action && (
        <button type="button" class="button" onClick={() => follow(action.leads)}>
          {action.label}
        </button>
      )}
      {dismissal && (
        <IconButton
          icon={X}
          label={words.status.dismissThis({ what: line.message })}
          onClick={() => dismiss(dismissal)}
        />
      )}
    </li>
  );
}

/** What could not be done is dismissed; a page that has nothing to show asks again. */
function failureLine(failure: Problem, loaded: boolean): StatusLine {
  const action = loaded
    ? ({ label: words.status.dismiss, leads: "dismiss" } as const)
    : ({ label: words.status.retry, leads: "load" } as const);
  return { ...problemLine("failure", "caution", problemWords(failure)), action };
}

/** What follows where a line's button leads. */
const ways: Readonly<Record<Remedy, (state: PageState) => unknown>> = {
  resume: ({ attempt, ask }) => attempt(ask.settings.setPaused(false)),
  unhide: ({ attempt, ask }) => attempt(ask.settings.setPresenting("off")),
  load: ({ load }) => load(),
  recovered: ({ attempt, ask }) => attempt(ask.window.dismiss("recovered")),
  tray: ({ attempt, ask }) => attempt(ask.window.dismiss("tray")),
  dismiss: ({ failure }) => {
    failure.value = null;
  },
  releases: ({ attempt, ask }) => attempt(ask.updates.openReleases()),
  copy: copyAddress,
  reconnect: ({ attempt, ask }) => attempt(ask.tunnel.reconnect()),
  "set-up": ({ attempt, ask }) => attempt(ask.settings.setSetup("open")),
  "hand-out": ({ attempt, ask }) => attempt(ask.settings.setSetup("open")),
  log: ({ go }) => go({ name: "log", back: null }),
  tunnel: ({ go }) => go({ name: "tunnel", from: "today" }),
  timekit: ({ go }) => go({ name: "timekit", from: "today" }),
  zapier: ({ go }) => go({ name: "zapier", from: "today" }),
  calcom: ({ go }) => go({ name: "calcom", from: "today" }),
  calendly: ({ go }) => go({ name: "calendly", from: "today" }),
  destinations: ({ go }) => go({ name: "destinations", from: "today", back: null }),
  port: ({ go }) => go({ name: "receiving", from: "today", focus: "port" }),
  secret: ({ go }) => go({ name: "timekit", from: "today", focus: "secret" }),
};

/** Goes where a line's button leads, or has done what it says. */
export const follow = (state: PageState, leads: Remedy): void => void ways[leads](state);
