import type { ActivityLine, HowTold } from "../../common/activity.ts";
import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

/** The one thing to do about a line: beside it, or, where it takes more words, below. */
export interface Fix {
  readonly label: string;
  readonly below?: true;
  /** What is said once it is done; it leads elsewhere where there is none. */
  readonly done?: string;
  readonly act: (state: PageState) => Promise<Answer<unknown>> | undefined;
}

/** What led to it is changed there. */
const change = (label: string, lead: (state: PageState) => void): Fix => ({
  label,
  act(state) {
    lead(state);
    return undefined;
  },
});

/** Null where there is nothing to do, or no more. */
export function fixOf(line: ActivityLine, view: ViewSignals): Fix | null {
  if (line.kind === "change") return fixOfSilence(line.told, view);
  if (line.kind === "outage") return line.gap.to === null ? null : fixOfOutage(line.gap.fetched, view);
  const code = line.reason?.code;
  if (code === "signature" || code === "unsigned")
    return change(words.failures.fix, ({ go }) => go({ name: "timekit", from: "activity", focus: "secret" }));
  if (line.kind === "unreadable" && line.count === 1)
    return change(words.failures.show, ({ go }) => go({ name: "delivery", line: { seq: line.seq, top: 0 } }));
  return change(words.failures.show, ({ go, log }) => {
    log.only.value = "problems";
    go({ name: "log", back: null });
  });
}

function fixOfSilence(told: HowTold, { paused }: ViewSignals): Fix | null {
  if (told.how !== "silent") return null;
  switch (told.why?.code) {
    case "kind":
      return change(words.told.change, ({ go }) => go({ name: "notifications", from: "activity" }));
    case "project":
      return change(words.told.change, ({ go }) => go({ name: "projects", from: "activity" }));
    case "resource":
      return change(words.told.change, ({ go }) => go({ name: "timekit", from: "activity" }));
    case "quiet-hours":
      return change(words.told.change, ({ go }) =>
        go({ name: "reminders", from: "activity", focus: "quietHours" }),
      );
    case "paused":
      if (!paused.value) return null;
      return {
        label: words.told.resume,
        act: ({ attempt, ask }) => attempt(ask.settings.setPaused("off")),
      };
    default:
      return null;
  }
}

function fixOfOutage(fetched: number | null, { timekit }: ViewSignals): Fix | null {
  if (fetched !== null) return null;
  if (timekit.value.state !== "on")
    return {
      ...change(words.outages.connect, ({ go }) => go({ name: "timekit", from: "activity" })),
      below: true,
    };
  return {
    label: words.outages.check,
    below: true,
    done: words.outages.checked,
    act: ({ attempt, ask }) => attempt(ask.timekit.catchUp()),
  };
}
