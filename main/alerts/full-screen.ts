import { type Booking, subjectBeside, whoOf } from "../../common/booking.ts";
import type { FullScreen, FullScreenAct } from "../../common/full-screen.ts";
import { joinHostOf } from "../../common/join-link.ts";
import type { L10n } from "../../common/l10n.ts";
import type { Timed } from "../../common/reminders.ts";
import { oneLine } from "../../common/text.ts";
import { timeRange } from "../../common/time.ts";
import { whereOf } from "../../common/where.ts";
import { labelOf } from "./buttons.ts";
import type { Reminder } from "./reminders/plan.ts";

const longest = 120;

/** What fills the screen. */
export interface FullScreenWindow {
  /** For so many milliseconds, or until something is done there. */
  show(view: FullScreen, forMs: number, onAct: (act: FullScreenAct) => void): void;
  /** Null = whichever it is of. */
  close(bookingId: string | null): void;
}

/** What filling it needs of the rest of Bookbell. */
interface FillParts {
  readonly fullScreen: FullScreenWindow;
  wants(project: Booking["project"]): boolean;
  onAct(booking: Booking, act: FullScreenAct): void;
  /** Others see the screen. */
  presenting(): boolean;
  now(): number;
  l10n(): L10n;
}

/** Fills the screen with what begins, where its project wants that; beside a notification, which stays. */
export const createFill =
  (parts: FillParts) =>
  ({ booking, due }: Reminder): void => {
    if (due !== booking.start || !parts.wants(booking.project) || parts.presenting()) return;
    const view = fullScreenOf(booking, parts.l10n());
    parts.fullScreen.show(view, booking.end - parts.now(), (act) => parts.onAct(booking, act));
  };

/** What is said of a booking that begins, for somebody across the room. */
function fullScreenOf(booking: Timed, l10n: L10n): FullScreen {
  const who = whoOf(booking) || l10n.words.notifications.somebody;
  const host = joinHostOf(booking);
  return {
    bookingId: booking.id,
    start: booking.start,
    end: booking.end,
    time: timeRange(booking.start, booking.end, l10n.format),
    who: oneLine(who, longest),
    subject: oneLine(subjectBeside(who, booking.subject), longest),
    where: oneLine(whereOf(booking.place, host), longest),
    join: host && labelOf("join", booking, l10n),
  };
}
