import { type ProblemCode, problem } from "../../common/problems.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import type { ReachView } from "../../common/tunnel.ts";
import type { Problem, SecretView, View } from "../../common/view.ts";
import { words } from "../words.ts";

/** Where a status line's button leads. */
export type Remedy =
  | "resume"
  | "unhide"
  | "port"
  | "secret"
  | "load"
  | "dismiss"
  | "recovered"
  | "tray"
  | "reconnect"
  | "tunnel"
  | "copy";

/** One thing that is wrong: what, the remedy, and at most one button. */
export interface StatusLine {
  readonly key: string;
  readonly tone: "trouble" | "caution" | "quiet" | "hidden";
  readonly message: string;
  readonly remedy: string;
  /** Since when nothing arrives, epoch milliseconds; null for any other trouble. */
  readonly since: number | null;
  readonly action: { readonly label: string; readonly leads: Remedy } | null;
}

export interface Watched
  extends Pick<
    View,
    | "receiver"
    | "reach"
    | "store"
    | "recovered"
    | "settingsDamaged"
    | "notifications"
    | "trayMissing"
    | "paused"
    | "pausedUntil"
    | "presenting"
    | "presentingUntil"
    | "format"
  > {
  readonly signing: SecretView;
}

/** The line that tells that nothing arrives. */
export const reachKey = "reach";

/** What trying again cannot mend. */
const mendedInSettings: readonly string[] = [
  "cloudflared-missing",
  "cloudflared-broken",
  "tunnel-unfinished",
  "tunnel-refused",
  "tunnel-address-not-yours",
  "ssh-key-unreadable",
  "ssh-passphrase",
  "ssh-refused",
  "ssh-host-unknown",
  "ssh-host-changed",
] satisfies ProblemCode[];

/** All that is wrong now, the gravest first. Empty when Bookbell works as it should. */
export function statusLines(view: Watched): StatusLine[] {
  const lines: (StatusLine | null)[] = [
    receiverLine(view.receiver),
    view.store && problemLine("store", "trouble", view.store),
    view.signing.state === "unreadable"
      ? line("signing", "trouble", words.status.unreadable, "secret", words.status.unreadable.action)
      : null,
    reachLine(view.reach),
    view.reach.moved ? line("moved", "caution", problem("address-changed"), "copy", words.copy.action) : null,
    view.recovered && line("recovered", "caution", view.recovered, "recovered", words.status.dismiss),
    view.settingsDamaged && problemLine("settings", "caution", view.settingsDamaged),
    view.notifications && problemLine("notifications", "caution", view.notifications),
    view.trayMissing ? line("tray", "caution", problem("tray-missing"), "tray", words.status.dismiss) : null,
    view.presenting
      ? switchLine(
          "presenting",
          "hidden",
          "unhide",
          { until: view.presentingUntil, format: view.format },
          words.presenting.status,
        )
      : null,
    view.paused
      ? switchLine(
          "paused",
          "quiet",
          "resume",
          { until: view.pausedUntil, format: view.format },
          words.status.paused,
        )
      : null,
  ];
  return lines.filter((each) => each !== null);
}

function receiverLine(receiver: View["receiver"]): StatusLine | null {
  if (receiver.state === "failed")
    return line("receiver", "trouble", receiver.problem, "port", words.status.changePort);
  if (receiver.state !== "listening" || receiver.port === receiver.wanted) return null;
  const { message, remedy } = words.status.otherPort;
  const said = { message: message(receiver.port), remedy: remedy(receiver.port, receiver.wanted) };
  return line("port", "caution", said, "port", words.status.changePort);
}

/** Something the user has switched on, and may have until a time. */
function switchLine(
  key: string,
  tone: StatusLine["tone"],
  leads: Remedy,
  { until, format }: { until: number | null; format: TimeFormat },
  said: typeof words.status.paused | typeof words.presenting.status,
): StatusLine {
  const message = until === null ? said.message : said.until(timeOf(until, format));
  return line(key, tone, { message, remedy: said.remedy }, leads, said.action);
}

function reachLine({ state, problem: why, since }: ReachView): StatusLine | null {
  if (state !== "not-receiving") return null;
  const said = why ?? words.reach.silent;
  const shown =
    why && mendedInSettings.includes(why.code)
      ? line(reachKey, "trouble", said, "tunnel", words.reach.settings)
      : line(reachKey, "trouble", said, "reconnect", words.reach.retry);
  return { ...shown, since };
}

/** A problem that main has worded; the page has no button for it. */
export function problemLine(key: string, tone: StatusLine["tone"], said: Problem): StatusLine {
  return { key, tone, message: said.message, remedy: said.remedy, since: null, action: null };
}

function line(
  key: string,
  tone: StatusLine["tone"],
  said: Pick<Problem, "message" | "remedy">,
  leads: Remedy,
  label: string,
): StatusLine {
  return { key, tone, message: said.message, remedy: said.remedy, since: null, action: { label, leads } };
}
