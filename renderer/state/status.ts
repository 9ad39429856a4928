import { troublesOf, type Watched as Well } from "../../common/health.ts";
import { problem } from "../../common/problems.ts";
import type { Dismissal, Remedy as Mending, Trouble } from "../../common/trouble.ts";
import type { View } from "../../common/view.ts";
import { words } from "../../common/words/page.ts";
import type { ProblemWords } from "../../common/words/problems.ts";

/** Where a status line's button leads. */
export type Remedy = Mending | "load" | "dismiss" | "tray";

/** One thing that is wrong: what, the remedy, and at most one button. */
export interface StatusLine {
  readonly key: string;
  readonly tone: "trouble" | "caution" | "open";
  readonly message: string;
  readonly remedy: string;
  /** Since when nothing arrives, epoch milliseconds; null for any other trouble. */
  readonly since: number | null;
  readonly action: { readonly label: string; readonly leads: Remedy } | null;
  readonly dismissal: Dismissal | null;
}

export type Watched = Well & Pick<View, "trayMissing" | "uncheckedKnown" | "electron">;

/** All that is wrong now, the gravest first. Empty when all is as usual. */
export function statusLines(view: Watched): StatusLine[] {
  const lines: (StatusLine | null)[] = [
    ...troublesOf(view).map(troubleLine),
    view.trayMissing
      ? line("tray", "caution", words.problemWords(problem("tray-missing")), "tray", words.status.dismiss)
      : null,
    view.electron.outdated && !view.electron.known ? electronLine(view.electron.version) : null,
    uncheckedLine(view),
  ];
  return lines.filter((each) => each !== null);
}

function troubleLine({ key, level, problem: said, remedy, since, dismissal }: Trouble): StatusLine {
  const tone = level === "degraded" || level === "not-set-up" ? "caution" : "trouble";
  const shown = problemLine(key, tone, words.problemWords(said));
  return {
    ...shown,
    since,
    dismissal,
    action: remedy && { label: words.health.actions[remedy], leads: remedy },
  };
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
