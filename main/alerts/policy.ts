import type { Booking } from "../../common/booking.ts";
import type { Change } from "../../common/change.ts";
import {
  type AlertKind,
  alertKindOf,
  type ProjectRule,
  ruleOf,
  type Treatment,
} from "../../common/policy.ts";
import { widestOf } from "../bookings/whole-days.ts";
import type { Outcome } from "../store/tables/alerts.ts";

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
  readonly paused: boolean;
  /** Quiet hours. */
  readonly quiet: boolean;
  /** What starts within the hour is told in quiet hours, too. */
  readonly shortNotice: boolean;
}

/** Whether a change is told, or why it is not. */
export function decide(
  change: Change,
  booking: Booking,
  wishes: Wishes,
  { now, paused, quiet, shortNotice }: AlertConditions,
): "show" | Extract<Outcome, "ignored" | "quiet" | "past" | "paused"> {
  const treatment = treatmentOf(change, booking, wishes);
  if (treatment === "ignore") return "ignored";
  if (treatment === "list") return "quiet";
  const latest = Math.max(
    ...[booking, change.from, change.to].map((one) => (one ? (widestOf(one).end ?? Infinity) : 0)),
  );
  if (latest <= now) return "past";
  if (paused) return "paused";
  return quiet && !(shortNotice && isSoon(change, booking, now)) ? "quiet" : "show";
}

function treatmentOf(change: Change, booking: Booking, wishes: Wishes): Treatment {
  // Timekit says so an hour after the end.
  if (change.kind === "done") return "ignore";
  const own = ruleOf(wishes.projects, booking.project);
  const kind = alertKindOf(change, booking);
  if (!kind) return own?.alerts ?? "list";
  const general = wishes.alerts[kind];
  return general === "ignore" ? general : (own?.alerts ?? general);
}

/** It was, or is to be, on within the hour. */
const isSoon = ({ from, to }: Change, { start }: Booking, now: number) =>
  [start, from?.start, to?.start].some((at) => at != null && at > now && at - now <= shortNoticeMs);
