import { type Booking, subjectBeside, whoOf } from "../../common/booking.ts";
import type { Change, ChangeKind } from "../../common/change.ts";
import { datesText } from "../../common/dates.ts";
import { joinHostOf } from "../../common/join-link.ts";
import type { L10n } from "../../common/l10n.ts";
import { isOff } from "../../common/status.ts";
import { oneLine, visible } from "../../common/text.ts";
import { theirTimeOf } from "../../common/their-time.ts";
import { dayKey, dayOf, daysAway, timeOf, timeRange } from "../../common/time.ts";
import { whereOf } from "../../common/where.ts";
import type { Clash } from "../bookings/clash.ts";
import { hasNewTime, isHalf } from "../bookings/reschedule.ts";
import type { Reminder } from "./reminders/plan.ts";

/** What a notification says: plain text, not yet escaped for any daemon. */
export interface Wording {
  readonly title: string;
  readonly body: string;
}

const titleLength = 80;
const lineLength = 100;

/** Says a change, and what to do about it, in absolute times: a notification is still there when "in 5 min" is false. */
export function wordingOf(
  change: Change,
  booking: Booking,
  now: number,
  l10n: L10n,
  clash: Clash | null = null,
): Wording {
  const { notifications } = l10n.words;
  const advice: Partial<Record<ChangeKind, string>> = notifications.advice;
  return wordedWith(booking, (who) => titleOf(change, booking, who, l10n), [
    when(change, booking, now, l10n),
    theirs(change, booking, l10n),
    isHalf(change) ? notifications.newTimeUnknown : (advice[change.kind] ?? ""),
    whichOf(change, booking, l10n),
    clash ? inTheWay(clash, l10n) : "",
  ]);
}

/** Says when a booking starts: in absolute times, too, and with its day where that is not today. */
export function reminderWordingOf({ booking, notJoined }: Reminder, now: number, l10n: L10n): Wording {
  const { format } = l10n;
  const { notifications: words } = l10n.words;
  const { start, end } = booking;
  const time = timeOf(start, format);
  const isToday = daysAway(start, now, format.zone) === 0;
  const starts = isToday ? words.reminder : words.reminderOn;
  const when = isToday ? time : onDay(start, time, now, l10n);
  const title = (who: string) => (notJoined ? words.notJoined({ who }) : starts({ when, who }));
  const worded = wordedWith(booking, (who) => title(who || words.somebody), []);
  // Its time again, rather than a notification of one line.
  const body = worded.body || onDay(start, timeRange(start, end, format), now, l10n);
  return { ...worded, body };
}

function wordedWith(booking: Booking, title: (who: string) => string, first: readonly string[]): Wording {
  const who = whoOf(booking);
  const subject = subjectBeside(who, booking.subject);
  return {
    title: oneLine(title(oneLine(who, titleLength / 2)), titleLength),
    body: [...first, aboutOf(subject, booking)]
      .map((line) => oneLine(line, lineLength))
      .filter((line) => line !== "")
      .join("\n"),
  };
}

/** As the second line of its row says it. */
function aboutOf(subject: string, booking: Booking): string {
  const where = isOff(booking) ? "" : whereOf(booking.place, joinHostOf(booking));
  return [subject, where].filter((part) => visible(part) !== "").join(" · ");
}

/** Says of many changes at once how many there are of each kind. */
export function digestOf(changes: readonly Change[], { words }: Pick<L10n, "words">): Wording {
  const { count, many } = words.notifications;
  const kinds = Object.keys(count) as ChangeKind[];
  const of = (kind: ChangeKind) => changes.filter((change) => change.kind === kind).length;
  const parts = kinds.filter((kind) => of(kind) > 0).map((kind) => count[kind]({ count: of(kind) }));
  return {
    title: many({ count: changes.length }),
    body: words.unitsListed(parts),
  };
}

function titleOf(change: Change, booking: Booking, who: string, l10n: L10n): string {
  const { notifications: words } = l10n.words;
  const { kind } = change;
  if (isHalf(change)) return who ? words.movedAway({ who }) : words.someoneMovedAway;
  if (!who) return words.bare[kind];
  const [detail, ...others] = change.details ?? [];
  if (detail && others.length === 0) return words.detail[detail]({ who });
  if (booking.payment === "paid" && (kind === "confirmed" || kind === "new")) return words.paid({ who });
  if (booking.payment === "unpaid" && kind === "expired") return words.notPaid({ who });
  if (kind === "cancelled" && booking.by === "customer") return words.cancelledBy({ who });
  return words.title[kind]({ who });
}

function whichOf({ details = [] }: Change, booking: Booking, { words }: L10n): string {
  // The title says it.
  if (details.length === 1 && whoOf(booking)) return "";
  const parts = details.map((detail) => words.details.names[detail]);
  return parts.length > 0 ? words.notifications.changed({ details: words.listed(parts) }) : "";
}

/** The customer's own clock, where it matters when they will be there. */
function theirs(change: Change, booking: Booking, { words, format }: L10n): string {
  const time = hasNewTime(change) ? theirTimeOf(booking, format, words) : null;
  return time ? words.notifications.theirTime(time) : "";
}

function inTheWay({ kind, other }: Clash, l10n: L10n): string {
  const { notifications: words } = l10n.words;
  const who = oneLine(whoOf(other) || words.somebody, titleLength / 2);
  return words.clash[kind]({ time: timeRange(other.start, other.end, l10n.format), who });
}

function when(change: Change, booking: Booking, now: number, l10n: L10n): string {
  const { notifications: words } = l10n.words;
  const { start, end, allDay } = booking;
  if (start === null || end === null) return words.timeUnknown;
  const own = { start, end, allDay };
  // The other half of a reschedule, under another id: this booking's own time is the old one.
  if (change.to) return words.fromTo({ from: beginning(own, now, l10n), to: whole(change.to, now, l10n) });
  const at = whole(own, now, l10n);
  if (isHalf(change)) return words.was({ time: at });
  if (!change.from || change.kind === "cancelled" || change.kind === "declined") return at;
  return words.fromTo({ from: beginning(change.from, now, l10n), to: at });
}

type Span = NonNullable<Change["from"]>;

function whole(span: Span, now: number, l10n: L10n): string {
  const { start, end, allDay } = span;
  if (allDay) return l10n.words.notifications.allDayOn({ day: beginning(span, now, l10n) });
  return onDay(start, timeRange(start, end, l10n.format), now, l10n);
}

function beginning({ start, allDay }: Span, now: number, l10n: L10n): string {
  const { format } = l10n;
  if (!allDay) return onDay(start, timeOf(start, format), now, l10n);
  const today = dayKey(now, format.zone);
  const isToday = allDay.first === today && allDay.last === today;
  return isToday ? l10n.words.notifications.today : datesText(allDay, format, today);
}

/** The time with the day of `at`. */
function onDay(at: number, time: string, now: number, { words, format }: L10n): string {
  const { moments } = words;
  if (daysAway(at, now, format.zone) === 0) return moments.todayAt({ time });
  return moments.dayAt({ day: dayOf(at, format, now), time });
}
