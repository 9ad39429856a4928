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

/** Whether a change is told, or why it is not. */
export function decide(
  change: Change,
  booking: Booking,
  { now, paused }: { now: number; paused: boolean },
): "show" | Exclude<Outcome, "shown" | "failed"> {
  if (!loud.has(change.kind)) return "quiet";
  const latest = Math.max(
    booking.end ?? Number.POSITIVE_INFINITY,
    change.from?.end ?? 0,
    change.to?.end ?? 0,
  );
  if (latest <= now) return "past";
  return paused ? "paused" : "show";
}
