import type { Notified } from "../support/desktop/notified.ts";
import type { Evidence } from "./evidence.ts";
import { bookingId } from "./traffic.ts";

const expired = 1;

/** How what the notification daemon was sent compares with what the database says was told. */
export interface Toasts {
  readonly told: number;
  readonly received: number;
  /** Told by the database, and never on the bus. */
  readonly lost: string[];
  /** On the bus more often than told: the kill fell between showing and writing that down. */
  readonly again: string[];
  /** Of those, the ones that stood beside the first on the screen instead of replacing it. */
  readonly doubled: string[];
  /** On the bus without a change in the database. */
  readonly unfounded: string[];
}

/** Counts by what changed and whose booking it is, such as "moved crash-17". */
export function compareToasts(received: readonly Notified[], { alerts }: Evidence): Toasts {
  const told = new Map<string, number>();
  const shown = alerts.filter(({ outcome }) => outcome === "shown");
  for (const alert of shown) count(told, alertKey(alert));
  const sent = new Map<string, number>();
  const beside = new Map<string, string[]>();
  const latest = new Map<string, Notified>();
  for (const notified of received.filter(({ summary }) => !digestTitle.test(summary))) {
    const key = keyOf(notified);
    count(sent, key);
    // Bookings move more than once; what is told again says the same times.
    const said = `${key} ${notified.body}`;
    const before = latest.get(said);
    if (before && standsBeside(before, notified))
      beside.set(key, [
        ...(beside.get(key) ?? []),
        `${key}: ${lifeOf(before)}, and again ${lifeOf(notified)}`,
      ]);
    latest.set(said, notified);
  }
  const more = (a: Map<string, number>, b: Map<string, number>) =>
    [...a].flatMap(([key, times]) => Array<string>(Math.max(0, times - (b.get(key) ?? 0))).fill(key));
  const beyond = more(sent, told);
  return {
    told: shown.length,
    received: received.length,
    lost: uncounted(more(told, sent), digested(received)),
    again: beyond.filter((key) => told.has(key)),
    doubled: [...new Set(beyond)].flatMap((key) => (told.has(key) ? (beside.get(key) ?? []) : [])),
    unfounded: beyond.filter((key) => !told.has(key)),
  };
}

/** How many changes of each kind were told in digests, which count on from each other in one run of Bookbell. */
function digested(received: readonly Notified[]): Map<string, number> {
  const counts = new Map<string, number>();
  const last = new Map<string, Map<string, number>>();
  for (const { sender, summary, body } of received) {
    if (!digestTitle.test(summary)) continue;
    const said = new Map([...body.matchAll(/(\d+) (\w+)/g)].map(([, n, kind = ""]) => [kind, Number(n)]));
    const before = last.get(sender);
    // A burst goes on as long as no count is smaller than before.
    const goesOn = before && [...before].every(([kind, n]) => (said.get(kind) ?? 0) >= n);
    for (const [kind, n] of said) count(counts, kind, n - (goesOn ? (before.get(kind) ?? 0) : 0));
    last.set(sender, said);
  }
  return counts;
}

/** Those of the keys that no digest can have counted. */
function uncounted(keys: readonly string[], counts: Map<string, number>): string[] {
  return keys.filter((key) => {
    const kind = key.split(" ")[0] ?? "";
    const left = counts.get(kind) ?? 0;
    counts.set(kind, left - 1);
    return left <= 0;
  });
}

/** Such as "moved crash-17". */
export const alertKey = ({ booking_id, change }: Evidence["alerts"][number]): string =>
  `${JSON.parse(change).kind} ${booking_id}`;

/** What a notification tells of, as its alert is counted; its own words where that is no booking of the traffic. */
export function keyOf({ summary }: Notified): string {
  const [, kind = "", booking] = /^(\w+).*: Guest (\d+)$/.exec(summary) ?? [];
  return booking ? `${kind.toLowerCase()} ${bookingId(Number(booking))}` : summary;
}

/**
 * The first was on the screen when the second came, and that did not take its place. A daemon that hung or was ended has
 * not drawn what it was sent last, and what it drew went with it; what a round closes may be told again in a later one.
 */
function standsBeside(first: Notified, second: Notified): boolean {
  const wasShown = first.id !== undefined;
  const wasClosed = first.closedAt !== undefined && first.closedAt <= second.at;
  // Here nothing expires: dunst says so of what another with the same tag takes the place of.
  const wasReplaced = first.state === "replaced" || first.closeReason === expired;
  return wasShown && !wasClosed && !wasReplaced;
}

/** When it came and went, and by whom it was sent, for whoever looks for the cause. */
const lifeOf = ({ sender, id, state, at, closedAt }: Notified) =>
  `from ${sender} as ${id} at ${at} (${state}${closedAt === undefined ? "" : ` at ${closedAt}`})`;

const digestTitle = /^\d+ booking updates$/;

/** Counts one more of them. */
export const count = (counts: Map<string, number>, key: string, by = 1) =>
  counts.set(key, (counts.get(key) ?? 0) + by);
