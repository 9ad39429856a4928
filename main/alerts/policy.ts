import type { Booking } from "../../common/booking.ts";
import type { Change } from "../../common/change.ts";
import {
  type AlertKind,
  alertKindOf,
  type ProjectRule,
  ruleOf,
  type Treatment,
} from "../../common/policy.ts";
import type { SilenceReason } from "../../common/silence.ts";
import { widestOf } from "../bookings/whole-days.ts";
import type { Silenced } from "../store/tables/alerts.ts";

/** So little time is left that a host would rather be woken. */
export const shortNoticeMs = 60 * 60_000;

/** What the user wants to be told. */
export interface Wishes {
  readonly alerts: Readonly<Record<AlertKind, Treatment>>;
  /** By the project's id. */
  readonly projects: Readonly<Record<string, ProjectRule>>;
}

/** What holds alerts back at a moment. */
export interface AlertConditions {
  readonly now: number;
  /** Notifications are, until then if that is known; null = they are not. */
  readonly paused: { readonly until: number | null } | null;
  /** Quiet hours are, until a clock's time. */
  readonly quiet: { readonly until: string } | null;
  /** What starts within the hour is told in quiet hours, too. */
  readonly shortNotice: boolean;
}

/** Whether a change is told, or why it is not. */
export function decide(
  change: Change,
  booking: Booking,
  wishes: Wishes,
  { now, paused, quiet, shortNotice }: AlertConditions,
): "show" | Silenced {
  const { treatment, why } = ruled(change, booking, wishes);
  if (treatment === "ignore") return { outcome: "ignored", why };
  if (treatment === "list") return { outcome: "quiet", why };
  const latest = Math.max(
    ...[booking, change.from, change.to].map((one) => (one ? (widestOf(one).end ?? Infinity) : 0)),
  );
  if (latest <= now) return { outcome: "past", why: null };
  if (paused) return { outcome: "paused", why: { code: "paused", ...paused } };
  if (!quiet || (shortNotice && isSoon(change, booking, now))) return "show";
  return { outcome: "quiet", why: { code: "quiet-hours", ...quiet } };
}

/** The user wants to be told of it, and to hear nothing. */
export const isSoundless = (change: Change, booking: Booking, wishes: Wishes): boolean =>
  ruled(change, booking, wishes).treatment === "no-sound";

/** How it is to be told, and which rule says so. */
function ruled(
  change: Change,
  booking: Booking,
  wishes: Wishes,
): { readonly treatment: Treatment; readonly why: SilenceReason } {
  const noRule = { code: "no-rule" } as const;
  // Timekit says so an hour after the end.
  if (change.kind === "done") return { treatment: "ignore", why: noRule };
  const own = ruleOf(wishes.projects, booking.project)?.alerts ?? null;
  const kind = alertKindOf(change, booking);
  const general = kind ? wishes.alerts[kind] : "list";
  if (own !== null && general !== "ignore") return { treatment: own, why: { code: "project" } };
  return { treatment: general, why: kind ? { code: "kind", kind } : noRule };
}

/** It was, or is to be, on within the hour. */
const isSoon = ({ from, to }: Change, { start }: Booking, now: number) =>
  [start, from?.start, to?.start].some((at) => at != null && at > now && at - now <= shortNoticeMs);
