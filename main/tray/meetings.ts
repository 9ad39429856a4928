import type { AgendaItem } from "../../common/agenda.ts";
import { type Booking, whoOf } from "../../common/booking.ts";
import { isSoon } from "../../common/join-link.ts";
import { oneLine } from "../../common/text.ts";
import { dayOf, daysAway, timeOf } from "../../common/time.ts";
import type { View } from "../../common/view.ts";
import type { MainWords } from "../../common/words/main.ts";

/** Of a name in a menu. */
const longestName = 50;

const named = (booking: Booking, { tray }: MainWords) =>
  oneLine(whoOf(booking) || tray.untitled, longestName);

/** What is on first, then what follows today. */
export const meetings = ({ agenda: { items } }: View): AgendaItem[] =>
  items.filter(({ booking, off }) => !off && !booking.allDay);

/** Those that can be joined: they are on, or begin within a quarter of an hour. */
export const joinableOf = (view: View): AgendaItem[] =>
  meetings(view).filter(({ booking, join }) => join !== null && isSoon(booking, view.now));

/** "Join Clara Clayton (now)" */
export function joinText({ booking, phase }: AgendaItem, { format }: View, words: MainWords): string {
  const who = named(booking, words);
  return phase === "now"
    ? words.tray.joinNow({ who })
    : words.tray.join({ who, time: timeOf(booking.start ?? 0, format) });
}

/** "Now Clara Clayton", "15:00 Marty McFly", "Tomorrow 09:00 Doc Brown" */
export function meetingText(booking: Booking, { now, format }: View, words: MainWords): string {
  const { tray } = words;
  const who = named(booking, words);
  const start = booking.start ?? now;
  if (start <= now) return tray.meetingNow({ who });
  const time = timeOf(start, format);
  const away = daysAway(start, now, format.zone);
  if (away === 0) return tray.meetingAt({ time, who });
  const day = away === 1 ? tray.tomorrow : dayOf(start, format, now);
  return tray.meetingOn({ day, time, who });
}

/** The next two that begin; where none is left of today, what is on, and the first of another day. */
export function nextTwo(view: View): Booking[] {
  const all = meetings(view);
  const coming = all.filter(({ phase }) => phase !== "now");
  const today = (coming.length > 0 ? coming : all).slice(0, 2).map(({ booking }) => booking);
  const { afterToday } = view.agenda;
  return today.length < 2 && afterToday && !afterToday.allDay ? [...today, afterToday] : today;
}

const titleFromMs = 60 * 60_000;
/** Of the name in the title, which has about twenty signs in all. */
const longestTitleName = 12;

/** "Marty in 8m", from an hour before; empty = nothing is near enough. */
export function soonTitle(view: View, words: MainWords): string {
  const next = meetings(view).find(({ booking }) => (booking.end ?? 0) > view.now)?.booking;
  const start = next?.start ?? Number.POSITIVE_INFINITY;
  if (!next || start - view.now > titleFromMs) return "";
  const [first = ""] = named(next, words).split(" ");
  const who = oneLine(first, longestTitleName);
  const minutes = Math.ceil((start - view.now) / 60_000);
  return minutes > 0 ? words.tray.titleSoon({ who, minutes }) : words.tray.titleNow({ who });
}

const ringFromMs = 10 * 60_000;

/** How much of the last ten minutes before the next meeting is left, in tenths: 10 to 1; 0 = none is that near. */
export function ringOf(view: View): number {
  const next = meetings(view).find(({ booking }) => (booking.start ?? 0) > view.now)?.booking;
  const left = (next?.start ?? Number.POSITIVE_INFINITY) - view.now;
  return left > ringFromMs ? 0 : Math.ceil((left * 10) / ringFromMs);
}
