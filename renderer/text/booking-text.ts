import type { AgendaItem } from "../../common/agenda.ts";
import { type Booking, whoOf } from "../../common/booking.ts";
import { datesText, daysLater } from "../../common/dates.ts";
import { serviceOf } from "../../common/sources.ts";
import { unpaused, visible } from "../../common/text.ts";
import { theirTimeOf } from "../../common/their-time.ts";
import { dayKey, dayOf, daysAway, type TimeFormat, timeOf } from "../../common/time.ts";
import { moments } from "../../common/words/moments.ts";
import { words } from "../../common/words/page.ts";
import { nativeName } from "./native-name.ts";

/** Who is coming, else what it is about. */
export const titleOf = (booking: Booking): string => whoOf(booking) || words.agenda.untitled;

/** The same within a spoken sentence. */
export const titleSaid = (booking: Booking): string => unpaused(titleOf(booking));

/** What it is about, where the title does not say so already. */
export function subjectOf(booking: Booking): string {
  const subject = visible(booking.subject);
  return subject === titleOf(booking) ? "" : subject;
}

/** Why it will not take place. */
export function offReason({ status, by }: Booking): string {
  if (status === "expired") return words.agenda.off.expired;
  if (status !== "cancelled" && status !== "declined" && status !== "moved") return words.agenda.off.other;
  return words.agenda.off[status][by ?? "none"];
}

/** Whether its host has marked, afterwards, that nobody came: of a class that is told of each seat alone. */
export const isNoShow = ({ status, native, seats, ownerId }: Booking): boolean =>
  status === "confirmed" && native.state === "no-show" && (seats === null || ownerId !== null);

/** A state the user must tell from a plain, confirmed booking. */
export interface Tag {
  readonly kind: "now" | "next" | "clash" | "asked" | "held" | "state" | "source";
  readonly text: string;
}

/** `marked` = also whose booking it is, as there are others. */
export function tagsOf({ booking, phase, off, clash }: AgendaItem, marked = false): Tag[] {
  const mark: Tag = { kind: "source", text: words.sources[serviceOf(booking)] };
  if (off) return marked ? [mark] : [];
  const tags: Tag[] = [];
  // "Now" on a whole day tells nobody anything.
  if (phase === "now" && !booking.allDay) tags.push({ kind: "now", text: words.agenda.now });
  if (clash !== null && phase !== "over") tags.push({ kind: "clash", text: words.agenda.tags.clash });
  if (booking.status === "asked") tags.push({ kind: "asked", text: words.agenda.tags.asked });
  if (booking.status === "held") tags.push({ kind: "held", text: words.agenda.tags.held });
  if (booking.status === "unknown")
    tags.push({ kind: "state", text: words.agenda.tags.state({ state: nativeName(booking.native.state) }) });
  if (isNoShow(booking)) tags.push({ kind: "state", text: words.agenda.tags.noShow });
  return marked ? [...tags, mark] : tags;
}

/**
 * The days that the two clock times of a row leave out, for a booking that began before the day it is listed in, or ends
 * after it.
 * @param day "2026-11-23"
 */
export function daysBeyond(booking: Booking, day: string, now: number, format: TimeFormat): string {
  const { start, end, allDay } = booking;
  if (start === null || end === null) return "";
  const { first, last } = allDay || {
    first: dayKey(start, format.zone),
    last: dayKey(Math.max(start, end - 1), format.zone),
  };
  const today = dayKey(now, format.zone);
  const dated = (date: string) => datesText({ first: date, last: date }, format, today);
  const until = allDay
    ? dated(last)
    : moments.dayAt({ day: dayOf(end, format, now), time: timeOf(end, format) });
  return [
    first < day && words.agenda.since({ when: dated(first) }),
    last > day && words.agenda.until({ when: until }),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** "Tomorrow, 09:00", "Wed 25 Nov, 09:00", "Tue 8 Dec" */
export function dayAndTime({ start, allDay }: Booking, now: number, format: TimeFormat): string {
  if (start === null) return words.agenda.noTime;
  if (allDay) {
    const today = dayKey(now, format.zone);
    const isTomorrow = allDay.first === daysLater(today, 1) && allDay.last === allDay.first;
    return isTomorrow ? words.agenda.tomorrow : datesText(allDay, format, today);
  }
  const day = daysAway(start, now, format.zone) === 1 ? words.agenda.tomorrow : dayOf(start, format, now);
  return moments.dayAt({ day, time: timeOf(start, format) });
}

/** The customer's own clock at the start; empty where it shows the same as ours or is not known. */
export function theirTime(booking: Booking, format: TimeFormat): string {
  const theirs = theirTimeOf(booking, format);
  return theirs ? words.agenda.theirTime(theirs) : "";
}

/** One row of a day ("2026-11-23") as a sentence, for who hears it instead of seeing it. */
export function spoken(
  item: AgendaItem,
  day: string,
  { now, format, marked = false }: { now: number; format: TimeFormat; marked?: boolean },
): string {
  const { booking } = item;
  const { start, end, allDay } = booking;
  const clock = allDay
    ? words.agenda.allDay
    : start === null
      ? words.agenda.noTime
      : end === null || end <= start
        ? timeOf(start, format)
        : words.agenda.fromTo({ from: timeOf(start, format), to: timeOf(end, format) });
  const tags = tagsOf(item, marked).map((tag) => tag.text);
  const reason = item.off ? offReason(booking) : "";
  const seats = booking.seats ? words.agenda.seats(booking.seats) : "";
  // What Bookbell says comes first, and nothing that the customer wrote after it sounds like more of that.
  return [clock, reason, ...tags, titleSaid(booking), unpaused(subjectOf(booking)), unpaused(booking.place)]
    .concat(seats, daysBeyond(booking, day, now, format))
    .filter(Boolean)
    .join(", ");
}
