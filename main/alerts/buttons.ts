import type { Booking } from "../../common/booking.ts";
import type { Change, ChangeKind } from "../../common/change.ts";
import type { BookingAction } from "../../common/host-actions.ts";
import { isSoon, joinHostOf, joinLinkOf } from "../../common/join-link.ts";
import type { L10n } from "../../common/l10n.ts";
import type { Reminder } from "./reminders/plan.ts";

/** What the buttons of a notification do. */
export type Button = "join" | "confirm" | "decline" | "snooze" | "snooze-to-start";

/** What a button of that booking's says: whoever joins sees where to. */
export function labelOf(button: Button, booking: Booking, { words }: L10n): string {
  const { joinHidden, ...buttons } = words.notifications.buttons;
  if (button !== "join") return buttons[button];
  const host = joinHostOf(booking);
  // While names are hidden a booking has no place.
  return host ? buttons.join({ host }) : joinHidden;
}

/** What a snooze is long. */
const snoozeMs = 5 * 60_000;

const joinable: ReadonlySet<ChangeKind> = new Set(["new", "confirmed", "moved"]);

/** What can be done about a change at once, by what the booking is now. */
export function buttonsOf(
  change: Change,
  booking: Booking,
  { now, actions }: { now: number; actions: readonly BookingAction[] },
): readonly Button[] {
  if (booking.status === "asked") return actions.filter((action) => action !== "cancel");
  const canJoin = booking.status === "confirmed" && isSoon(booking, now) && joinLinkOf(booking) !== null;
  return canJoin && joinable.has(change.kind) ? ["join"] : [];
}

/** What can be done about a reminder. */
export function reminderButtonsOf({ booking }: Reminder, now: number): readonly Button[] {
  const { start, end } = booking;
  return [
    ...(joinLinkOf(booking) ? (["join"] as const) : []),
    ...(now + snoozeMs < end ? (["snooze"] as const) : []),
    ...(now + snoozeMs < start ? (["snooze-to-start"] as const) : []),
  ];
}
