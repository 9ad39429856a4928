import { datesText } from "../../common/dates.ts";
import type { Message, Moment } from "../../common/destinations.ts";
import { dayKey, dayOf, hoursAndMinutes, type TimeFormat, timeOf, zoneName } from "../../common/time.ts";
import { detailWords } from "../../common/words/details.ts";
import { moments } from "../../common/words/moments.ts";
import { outgoing as words } from "../../common/words/outgoing.ts";
import { foreign } from "./foreign-text.ts";

const minute = 60_000;

/** What happened, in our own words, and to whom, in those of others; the second may be empty. */
export interface Heading {
  readonly what: string;
  readonly who: string;
}

export function headingOf(message: Message): Heading {
  const { kind, by, names } = message;
  const who = whoOf(names?.customer ?? "", names?.others.length ?? 0);
  const cancelledByCustomer = kind === "cancelled" && by === "customer";
  if (isMovedAway(message)) return who ? { what: words.movedAway, who } : bare(words.movedAwayBare);
  if (cancelledByCustomer) return who ? { what: words.cancelledBy, who } : bare(words.cancelledByCustomer);
  return who ? { what: words.named[kind], who } : bare(words.bare[kind]);
}

const bare = (what: string): Heading => ({ what, who: "" });

function whoOf(customer: string, others: number): string {
  const who = foreign(customer);
  return who && others > 0 ? words.and({ who, count: others }) : who;
}

/** Whether its time was given up, and nobody knows for which. */
export const isMovedAway = ({ time, previous }: Message): boolean => time === null && previous !== null;

/** "Wed 9 Dec, 11:00 GMT" */
export function momentText({ start, allDay }: Moment, { at }: Message, format: TimeFormat): string {
  if (allDay) return datesText(allDay, format, dayKey(at, format.zone));
  const time = `${timeOf(start, format)} ${zoneName(start, format)}`;
  return moments.dayAt({ day: dayOf(start, format, at), time });
}

/** " (30 min)"; empty for whole days. */
export function lengthText({ start, end, allDay }: Moment): string {
  const minutes = Math.round((end - start) / minute);
  return allDay || minutes <= 0 ? "" : words.lasting({ span: hoursAndMinutes(minutes) });
}

/** The whole in one line: the time that counts, or what is known of it. */
export function timeText(message: Message, format: TimeFormat): string {
  const { time } = message;
  if (time) return momentText(time, message, format) + lengthText(time);
  return isMovedAway(message) ? words.newTimeUnknown : words.timeUnknown;
}

/** "Changed: location"; empty where nothing with a name did. */
export function changedText({ changed }: Message): string {
  const details = new Intl.ListFormat(words.language).format(changed.map((detail) => detailWords[detail]));
  return details && words.changed({ details });
}

/** "12 bookings changed", and how many of each kind. */
export function countsOf(messages: readonly Message[]): { readonly many: string; readonly counts: string } {
  const of = (kind: Message["kind"]) => messages.filter((message) => message.kind === kind).length;
  const parts = kinds.filter((kind) => of(kind) > 0).map((kind) => words.count[kind]({ count: of(kind) }));
  return {
    many: words.many({ count: messages.length }),
    counts: new Intl.ListFormat(words.language, { type: "unit" }).format(parts),
  };
}

const kinds = Object.keys(words.count) as Message["kind"][];
