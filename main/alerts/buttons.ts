import type { Booking } from "../../common/booking.ts";
import type { Change, ChangeKind } from "../../common/change.ts";
import { isSoon, joinLinkOf } from "../../common/join-link.ts";

/** What the buttons of a notification do. */
export type Button = "join" | "confirm" | "decline";

/** The buttons' English words, for a translator to take over whole. */
export const labels: Record<Button, string> = { join: "Join", confirm: "Confirm", decline: "Decline" };

const joinable: ReadonlySet<ChangeKind> = new Set(["new", "confirmed", "moved"]);

/** What can be done about a change at once, by what the booking is now. */
export function buttonsOf(
  change: Change,
  booking: Booking,
  { now, canAnswer }: { now: number; canAnswer: boolean },
): readonly Button[] {
  if (booking.status === "asked") return canAnswer ? ["confirm", "decline"] : [];
  const canJoin = booking.status === "confirmed" && isSoon(booking, now) && joinLinkOf(booking) !== null;
  return canJoin && joinable.has(change.kind) ? ["join"] : [];
}
