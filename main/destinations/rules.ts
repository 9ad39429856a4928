import { type DetailLevel, detailLevels, type Happened, type Rule } from "../../common/destinations.ts";
import { type AlertKind, alertKindOf, type Project } from "../../common/policy.ts";
import { widestOf } from "../bookings/whole-days.ts";

const hour = 60 * 60_000;
/** So far the clocks of a service and of this computer may differ without a change that comes now being taken for history. */
const clockSlackMs = 10 * 60_000;
/** What its service changed longer ago was caught up with: whoever reads the channel has long known. */
const newsWithinMs = 24 * hour;
/** How long after its end a booking is still worth a message. */
export const afterEndMs = hour;

/** That one destination gets one message for a change. */
export interface Wanted {
  readonly destination: string;
  readonly kind: AlertKind;
  readonly detail: DetailLevel;
}

/**
 * Which destinations a change is owed to, with the fullest detail that one of its rules allows: at most one message each,
 * the same in whatever order the rules are.
 */
export function wantedBy(happened: Happened, rules: readonly Rule[], now: number): readonly Wanted[] {
  const kind = alertKindOf(happened.change, happened.booking);
  if (!kind) return [];
  const details = new Map<string, DetailLevel>();
  for (const { destination, detail } of rules.filter((rule) => wants(rule, happened, now)))
    details.set(destination, fuller(detail, details.get(destination) ?? detail));
  return [...details]
    .map(([destination, detail]) => ({ destination, kind, detail }))
    .sort((a, b) => (a.destination < b.destination ? -1 : 1));
}

/** When the last of the times that a change is about is over, wherever its user is; null where one is not told. */
export function endOf({ change, booking }: Happened): number | null {
  const ends = [booking, change.from, change.to].flatMap((span) => (span ? [widestOf(span).end] : []));
  return ends.some((end) => end === null) ? null : Math.max(...ends.map(Number));
}

/** Why a rule does not send a change, for its user to understand a rule by; null where it does. */
export type Unwanted = "off" | "kind" | "project" | "host" | "before" | "old" | "over";

export function unwantedBy(rule: Rule, happened: Happened, now: number): Unwanted | null {
  const { change, booking, changedAt } = happened;
  const kind = alertKindOf(change, booking);
  const end = endOf(happened);
  if (!rule.on) return "off";
  if (!kind || !rule.kinds.includes(kind)) return "kind";
  if (!isAmong(booking.project, rule.projects)) return "project";
  if (!isAmong(booking.host, rule.hosts)) return "host";
  if (changedAt !== null && changedAt < rule.since - clockSlackMs) return "before";
  if (changedAt !== null && changedAt < now - newsWithinMs) return "old";
  return end !== null && end + afterEndMs <= now ? "over" : null;
}

const wants = (rule: Rule, happened: Happened, now: number) => unwantedBy(rule, happened, now) === null;

/** By its id; a Zap may forward no more than a name. */
const isAmong = (one: Project | null, chosen: readonly Project[] | null): boolean =>
  chosen === null ||
  (one !== null &&
    chosen.some(({ id, name }) => (one.id && id ? id === one.id : name !== "" && name === one.name)));

const fuller = (a: DetailLevel, b: DetailLevel): DetailLevel =>
  detailLevels.indexOf(a) > detailLevels.indexOf(b) ? a : b;
