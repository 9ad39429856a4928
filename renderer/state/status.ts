import { troublesOf, type Watched as Well } from "../../common/health.ts";
import { problem } from "../../common/problems.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import type { Dismissal, Remedy as Mending, Trouble } from "../../common/trouble.ts";
import type { View } from "../../common/view.ts";
import { words } from "../../common/words/page.ts";
import { type ProblemWords, problemWords } from "../../common/words/problems/problems.ts";

/** Where a status line's button leads. */
export type Remedy = Mending | "resume" | "unhide" | "load" | "dismiss" | "tray" | "releases";

/** One thing that is wrong, or that the user switched on: what, the remedy, and at most one button. */
export interface StatusLine {
  readonly key: string;
  readonly tone: "trouble" | "caution" | "quiet" | "hidden" | "open" | "news";
  readonly message: string;
  readonly remedy: string;
  /** Since when nothing arrives, epoch milliseconds; null for any other trouble. */
  readonly since: number | null;
  readonly action: { readonly label: string; readonly leads: Remedy } | null;
  readonly dismissal: Dismissal | null;
}

export type Watched = Well &
  Pick<
    View,
    | "trayMissing"
    | "uncheckedKnown"
    | "electron"
    | "updates"
    | "paused"
    | "pausedUntil"
    | "presenting"
    | "presentingUntil"
    | "format"
  >;

/** All that is wrong now, the gravest first, then what the user switched on, then what is new. Empty when all is as usual. */
export function statusLines(view: Watched): StatusLine[] {
  const { format } = view;
  const lines: (StatusLine | null)[] = [
    ...troublesOf(view).map(troubleLine),
    view.trayMissing
      ? line("tray", "caution", problemWords(problem("tray-missing")), "tray", words.status.dismiss)
      : null,
    view.electron.outdated && !view.electron.known ? electronLine(view.electron.version) : null,
    view.presenting
      ? switchLine(
          "presenting",
          "hidden",
          "unhide",
          { until: view.presentingUntil, format },
          words.presenting.status,
        )
      : null,
    view.paused
      ? switchLine("paused", "quiet", "resume", { until: view.pausedUntil, format }, words.status.paused)
      : null,
    uncheckedLine(view),
    view.updates.state === "available" && !view.updates.known ? newsLine(view.updates.version) : null,
  ];
  return lines.filter((each) => each !== null);
}

function troubleLine({ key, level, problem: said, remedy, since, dismissal }: Trouble): StatusLine {
  const tone = level === "degraded" || level === "not-set-up" ? "caution" : "trouble";
  const shown = problemLine(key, tone, problemWords(said));
  return {
    ...shown,
    since,
    dismissal,
    action: remedy && { label: words.health.actions[remedy], leads: remedy },
  };
}

/** Something the user has switched on, and may have until a time. */
function switchLine(
  key: string,
  tone: StatusLine["tone"],
  leads: Remedy,
  { until, format }: { until: number | null; format: TimeFormat },
  said: typeof words.status.paused | typeof words.presenting.status,
): StatusLine {
  const message = until === null ? said.message : said.until({ time: timeOf(until, format) });
  return line(key, tone, { message, remedy: said.remedy }, leads, said.action);
}

function electronLine(version: string): StatusLine {
  const { message, remedy } = words.electron;
  return {
    ...problemLine("electron", "caution", { message: message({ version }), remedy }),
    dismissal: "electron",
  };
}

/** No fault, and so no trouble: many plans of Timekit's sign nothing. */
function uncheckedLine({ secrets, reach, uncheckedKnown }: Watched): StatusLine | null {
  if (secrets.signing.state !== "off" || reach.state !== "receiving" || uncheckedKnown) return null;
  const { message, remedy, action } = words.unchecked;
  return { ...line("unchecked", "open", { message, remedy }, "secret", action), dismissal: "unchecked" };
}

function newsLine(version: string): StatusLine {
  const { message, remedy, action } = words.updates.status;
  const shown = line("update", "news", { message: message({ version }), remedy }, "releases", action);
  return { ...shown, dismissal: "update" };
}

/** Something that is worded already; the page has no button for it. */
export function problemLine(key: string, tone: StatusLine["tone"], said: ProblemWords): StatusLine {
  return {
    key,
    tone,
    message: said.message,
    remedy: said.remedy,
    since: null,
    action: null,
    dismissal: null,
  };
}

function line(
  key: string,
  tone: StatusLine["tone"],
  said: ProblemWords,
  leads: Remedy,
  label: string,
): StatusLine {
  return { ...problemLine(key, tone, said), action: { label, leads } };
}
