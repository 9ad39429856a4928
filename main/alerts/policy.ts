import type { Booking } from "../../common/booking.ts";
import type { Change, ChangeKind } from "../../common/change.ts";
import type { Outcome } from "../bookings/store/schedule-queries.ts";

/** Changes that a host acts on or must know at once; all others are listed without a sound. */
const loud: ReadonlySet<ChangeKind> = new Set([
  "new",
  "asked",
  "confirmed",
  "moved",
  "declined",
  "cancelled",
]);

/** So little time is left that a host would rather be woken. */
const shortNoticeMs = 60 * 60_000;

/** What holds alerts back at a moment. */
export interface Silence {
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
  { now, paused, quiet, shortNotice }: Silence,
): "show" | Exclude<Outcome, "shown" | "failed"> {
  // Timekit says so an hour after the end.
  if (change.kind === "done") return "ignored";
  if (!loud.has(change.kind) && booking.state !== "unpaid") return "quiet";
  const latest = Math.max(
    booking.end ?? Number.POSITIVE_INFINITY,
    change.from?.end ?? 0,
    change.to?.end ?? 0,
  );
  if (latest <= now) return "past";
  if (paused) return "paused";
  return quiet && !(shortNotice && isSoon(change, booking, now)) ? "quiet" : "show";
}

/** It was, or is to be, on within the hour. */
const isSoon = ({ from, to }: Change, { start }: Booking, now: number) =>
  [start, from?.start, to?.start].some((at) => at != null && at > now && at - now <= shortNoticeMs);
