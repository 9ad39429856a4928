import { LockOpen, OctagonAlert, TriangleAlert, X } from "lucide-preact";
import { words } from "../../common/words/page.ts";
import { IconButton } from "../parts/icon-button.tsx";
import type { PageState } from "../state/page-state.ts";
import type { StatusLine } from "../state/status.ts";
import { momentOf } from "../text/moment.ts";
import { follow } from "./follow.ts";

const icons = {
  trouble: OctagonAlert,
  caution: TriangleAlert,
  open: LockOpen,
};

interface Props {
  readonly state: PageState;
  readonly lines: readonly StatusLine[];
  readonly label: string;
  /** So many more there are, elsewhere. */
  readonly more?: number;
  /** It stands above the list: what nothing can be done about can be hidden there. */
  readonly hushable?: boolean;
}

/** What is wrong, each with what to do about it. */
export function StatusLines({ state, lines, label, more = 0, hushable = false }: Props) {
  const view = state.view.value;
  return (
    <section aria-label={label}>
      <ul class="status">
        {lines.map((line) => (
          <Line
            key={line.key}
            line={line}
            since={
              line.since === null || !view ? "" : momentOf(line.since, view.now.value, view.format.value)
            }
            more={more}
            state={state}
            hushable={hushable}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineProps extends Required<Pick<Props, "state" | "more" | "hushable">> {
  readonly line: StatusLine;
  /** Since when nothing arrives; empty where it is something else. */
  readonly since: string;
}

function Line({ line, since, more, state, hushable }: LineProps) {
  const Icon = icons[line.tone];
  const { key, action, dismissal } = line;
  const history = since !== "" && hushable;
  const open = () => state.goToActivity("problems");
  return (
    <li class={`status-line status-${line.tone}`}>
      <Icon class="icon" aria-hidden="true" />
      <div class="status-text">
        <p class="status-what">{line.message}</p>
        <p class="status-remedy">{line.remedy}</p>
        {(since || more > 0) && (
          <p class="status-since">
            {since && words.agenda.since({ when: since })}
            {history && (
              <>
                {" · "}
                <button type="button" class="link" onClick={open}>
                  {words.status.history}
                </button>
              </>
            )}
            {more > 0 && (
              <>
                {since && " · "}
                <button type="button" class="link" onClick={open}>
                  {words.status.more({ count: more })}
                </button>
              </>
            )}
          </p>
        )}
      </div>
      {action && (
        <button type="button" class="button" onClick={() => follow(state, action.leads)}>
          {action.label}
        </button>
      )}
      {(dismissal || (hushable && !action)) && (
        <IconButton
          icon={X}
          label={words.status.dismissThis({ what: line.message })}
          onClick={() => {
            if (dismissal) void state.attempt(state.ask.window.dismiss(dismissal));
            else state.banner.hush(key);
          }}
        />
      )}
    </li>
  );
}
