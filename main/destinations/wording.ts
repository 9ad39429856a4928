import { datesText } from "../../common/dates.ts";
import type { Message, Moment } from "../../common/destinations.ts";
import type { L10n } from "../../common/l10n.ts";
import { dayKey, dayOf, timeOf, zoneName } from "../../common/time.ts";
import { foreign } from "./foreign-text.ts";

const minute = 60_000;

/** What happened, in our own words, around those of others: to whom, which may be empty. */
export interface Heading {
  readonly before: string;
  readonly who: string;
  readonly after: string;
}

/** Stands for whom it happened to: no text has it. */
const place = "\ufffc";

export function headingOf(message: Message, l10n: L10n): Heading {
  const { kind, by, names } = message;
  const { outgoing: words } = l10n.words;
  const who = whoOf(names?.customer ?? "", names?.others.length ?? 0, l10n);
  const around = (named: (of: { who: string }) => string, bare: string): Heading => {
    const [before = "", after = ""] = (who ? named({ who: place }) : bare).split(place);
    return { before, who, after };
  };
  if (isMovedAway(message)) return around(words.movedAway, words.movedAwayBare);
  if (kind === "cancelled" && by === "customer") return around(words.cancelledBy, words.cancelledByCustomer);
  return around(words.named[kind], words.bare[kind]);
}

function whoOf(customer: string, others: number, { words }: L10n): string {
  const who = foreign(customer);
  return who && others > 0 ? words.outgoing.and({ who, count: others }) : who;
}

/** Whether its time was given up, and nobody knows for which. */
export const isMovedAway = ({ time, previous }: Message): boolean => time === null && previous !== null;

/** "Wed 9 Dec, 11:00 GMT" */
export function momentText({ start, allDay }: Moment, { at }: Message, { words, format }: L10n): string {
  if (allDay) return datesText(allDay, format, dayKey(at, format.zone));
  const time = `${timeOf(start, format)} ${zoneName(start, format)}`;
  return words.moments.dayAt({ day: dayOf(start, format, at), time });
}

/** " (30 min)"; empty for whole days. */
export function lengthText({ start, end, allDay }: Moment, { words }: L10n): string {
  const minutes = Math.round((end - start) / minute);
  return allDay || minutes <= 0 ? "" : words.outgoing.lasting({ span: words.spans.hoursAndMinutes(minutes) });
}

/** The whole in one line: the time that counts, or what is known of it. */
export function timeText(message: Message, l10n: L10n): string {
  const { outgoing: words } = l10n.words;
  const { time } = message;
  if (time) return momentText(time, message, l10n) + lengthText(time, l10n);
  return isMovedAway(message) ? words.newTimeUnknown : words.timeUnknown;
}

/** "Changed: location"; empty where nothing with a name did. */
export function changedText({ changed }: Message, { words }: L10n): string {
  const details = words.listed(changed.map((detail) => words.details.names[detail]));
  return details && words.outgoing.changed({ details });
}

/** "12 bookings changed", and how many of each kind. */
export function countsOf(
  messages: readonly Message[],
  { words }: L10n,
): { readonly many: string; readonly counts: string } {
  const { count, many } = words.outgoing;
  const kinds = Object.keys(count) as Message["kind"][];
  const of = (kind: Message["kind"]) => messages.filter((message) => message.kind === kind).length;
  const parts = kinds.filter((kind) => of(kind) > 0).map((kind) => count[kind]({ count: of(kind) }));
  return {
    many: many({ count: messages.length }),
    counts: words.unitsListed(parts),
  };
}
