import type { AgendaItem } from "../../common/agenda.ts";
import { type Booking, whoOf } from "../../common/booking.ts";
import { datesText, daysLater } from "../../common/dates.ts";
import { serviceOf } from "../../common/sources.ts";
import { unpaused, visible } from "../../common/text.ts";
import { theirTimeOf } from "../../common/their-time.ts";
import { dayKey, dayOf, daysAway, type TimeFormat, timeOf } from "../../common/time.ts";
import { whereOf } from "../../common/where.ts";
import { words } from "../../common/words/page.ts";
import { nativeName } from "./native-name.ts";
import { clockSaid, partOfDays } from "./row-clock.ts";

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
export function offReason({ status, by, payment }: Booking): string {
  if (status === "expired") return words.agenda.off[payment === "unpaid" ? "unpaid" : "expired"];
  if (status !== "cancelled" && status !== "declined" && status !== "moved") return words.agenda.off.other;
  return words.agenda.off[status][by ?? "none"];
}

/** Whether its host has marked, afterwards, that nobody came: of a class that is told of each seat alone. */
export const isNoShow = ({ status, native, seats, ownerId }: Booking): boolean =>
  status === "confirmed" && native.state === "no-show" && (seats === null || ownerId !== null);

/** A state the user must tell from a plain, confirmed booking. */
export interface Tag {
  readonly kind: "clash" | "asked" | "held" | "full" | "state" | "source";
  readonly text: string;
}

/** `marked` = also whose booking it is, as there are others. */
export function tagsOf(
  { booking, phase, off, clash }: AgendaItem,
  format: TimeFormat,
  marked = false,
): Tag[] {
  const mark: Tag = { kind: "source", text: words.sources[serviceOf(booking)] };
  if (off) return marked ? [mark] : [];
  const { tags: said } = words.agenda;
  const { status, seats } = booking;
  const tags: Tag[] = [];
  if (clash !== null && phase !== "over")
    tags.push({ kind: "clash", text: said.clash({ time: timeOf(clash, format) }) });
  if (status === "asked") tags.push({ kind: "asked", text: said.asked });
  if (status === "held") tags.push({ kind: "held", text: said.held });
  if (status === "unknown")
    tags.push({ kind: "state", text: said.state({ state: nativeName(booking.native.state) }) });
  if (isNoShow(booking)) tags.push({ kind: "state", text: said.noShow });
  if (booking.start === null) tags.push({ kind: "state", text: words.agenda.noTime });
  if (seats?.max && seats.taken >= seats.max && phase !== "over")
    tags.push({ kind: "full", text: said.full });
  return marked ? [...tags, mark] : tags;
}

/** Where it has moved to, or from, if that is known; of a time on another day than `day`, with its day. */
export function moveText(
  { move, booking }: Pick<AgendaItem, "move" | "booking">,
  day: string | null,
  now: number,
  format: TimeFormat,
): string {
  if (!move || (move.way === "from" && booking.status === "done")) return "";
  const { start, allDay, way, by } = move;
  const when =
    dayKey(start, format.zone) === day && !allDay
      ? timeOf(start, format)
      : allDay
        ? datesText(allDay, format, dayKey(now, format.zone))
        : words.moments.dayAt({ day: dayOf(start, format, now), time: timeOf(start, format) });
  return words.agenda[way === "to" ? "movedTo" : "movedFrom"]({ when, by });
}

/** Why it is not to be come to, in the line that is left of it. */
export const offText = (item: AgendaItem, day: string, now: number, format: TimeFormat): string =>
  moveText(item, day, now, format) || offReason(item.booking);

/** "Tomorrow, 09:00", "Wed 25 Nov, 09:00", "Tue 8 Dec" */
export function dayAndTime({ start, allDay }: Booking, now: number, format: TimeFormat): string {
  if (start === null) return words.agenda.noTime;
  if (allDay) {
    const today = dayKey(now, format.zone);
    const isTomorrow = allDay.first === daysLater(today, 1) && allDay.last === allDay.first;
    return isTomorrow ? words.agenda.tomorrow : datesText(allDay, format, today);
  }
  const day = daysAway(start, now, format.zone) === 1 ? words.agenda.tomorrow : dayOf(start, format, now);
  return words.moments.dayAt({ day, time: timeOf(start, format) });
}

/** The customer's own clock at the start; empty where it shows the same as ours or is not known. */
export function theirTime(booking: Booking, format: TimeFormat): string {
  const theirs = theirTimeOf(booking, format, words);
  return theirs ? words.agenda.theirTime(theirs) : "";
}

/** What the second line of a row says, in parts; hostile are those that are the customer's. */
export function secondLine(
  item: AgendaItem,
  day: string,
  now: number,
  format: TimeFormat,
): readonly LinePart[] {
  const { booking } = item;
  const own = (text: string): LinePart => ({ text, own: true, opens: null });
  const theirs = (text: string): LinePart => ({ text, own: false, opens: null });
  return [
    theirs(subjectOf(booking)),
    theirs(item.off ? "" : whereOf(item.booking.place, item.join)),
    own(booking.seats ? words.agenda.seats(booking.seats) : ""),
    own(partOfDays(booking, day, format)),
    { text: moveText(item, day, now, format), own: true, opens: otherHalf(item) },
  ].filter(({ text }) => text !== "");
}

export interface LinePart {
  readonly text: string;
  /** Bookbell says so, no customer. */
  readonly own: boolean;
  /** The booking that it is about, where that is another one. */
  readonly opens: string | null;
}

const otherHalf = ({ move, booking }: AgendaItem) => (move && move.id !== booking.id ? move.id : null);

interface Hearing {
  readonly now: number;
  readonly format: TimeFormat;
  readonly marked?: boolean;
  readonly fresh?: boolean;
}

/** One row of a day ("2026-11-23") as a sentence, for who hears it instead of seeing it. */
export function spoken(item: AgendaItem, day: string, { now, format, marked, fresh }: Hearing): string {
  const { booking, phase, off } = item;
  const isToday = day === dayKey(now, format.zone);
  const on = phase === "now" && isToday && !booking.allDay && !off ? words.agenda.now : "";
  const tags = tagsOf(item, format, marked)
    .map((tag) => tag.text)
    .filter((text) => text !== words.agenda.noTime);
  const parts = secondLine(item, day, now, format).filter(({ own }) => !off || !own);
  // What Bookbell says comes first, and nothing that the customer wrote after it sounds like more of that.
  return words.commaJoined([
    clockSaid(booking, day, format),
    off ? offText(item, day, now, format) : "",
    on,
    fresh ? words.agenda.fresh : "",
    ...tags,
    titleSaid(booking),
    ...parts.map(({ text, own }) => (own ? text : unpaused(text))),
  ]);
}
