import type { Agenda, AgendaItem } from "../../common/agenda.ts";
import type { Booking } from "../../common/booking.ts";
import type { TimeFormat } from "../../common/time.ts";
import { dayKey, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { titleSaid } from "../text/booking-text.ts";

export interface Moment {
  readonly agenda: Agenda;
  readonly now: number;
  readonly format: TimeFormat;
}

/** More at once than anybody can listen to. */
const most = 3;

/**
 * What to speak when today's list has changed. That time passes (a meeting begins or ends, a new day comes) is
 * no news.
 */
export function spokenChanges(before: Moment, after: Moment): string {
  if (dayKey(before.now, before.format.zone) !== dayKey(after.now, after.format.zone)) return "";
  const old = new Map(before.agenda.items.map((item) => [item.booking.id, item]));
  const kept = new Set(after.agenda.items.map((item) => item.booking.id));
  const changes = [
    ...after.agenda.items.map((item) => tell(item, changeOf(old.get(item.booking.id), item), after.format)),
    ...before.agenda.items
      .filter((item) => !kept.has(item.booking.id) && !item.off && !hasEnded(item.booking, after.now))
      .map((item) => tell(item, words.agenda.changes.gone, after.format)),
  ].filter(Boolean);
  return changes.length > most ? words.agenda.changes.many({ count: changes.length }) : changes.join(". ");
}

function changeOf(before: AgendaItem | undefined, after: AgendaItem): string {
  if (!before) return after.off ? words.agenda.changes.to[after.booking.status] : words.agenda.changes.added;
  if (before.booking.status !== after.booking.status) return words.agenda.changes.to[after.booking.status];
  return timeIn(before) === timeIn(after) ? "" : words.agenda.changes.timed;
}

const timeIn = ({ booking: { start, allDay } }: AgendaItem) => JSON.stringify(allDay || start);

/** Whole days of today's list are on until it is another day. */
const hasEnded = ({ end, allDay }: Booking, now: number) => !allDay && (end ?? 0) <= now;

function tell(item: AgendaItem, what: string, format: TimeFormat): string {
  if (!what) return "";
  const { start, allDay } = item.booking;
  const time = allDay ? words.agenda.allDay : start === null ? "" : timeOf(start, format);
  return words.agenda.changes.one({ who: titleSaid(item.booking), time, what });
}
