import type { DeliveryLine } from "../../common/delivery.ts";
import { oneLine } from "../../common/text.ts";
import { words } from "../../common/words/page.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** What it changed, in words; for one that was not taken in, why. */
export function effectOf({ verdict, change, reason }: DeliveryLine): string {
  if (reason && (verdict === "unreadable" || verdict === "refused")) return words.reasonWords(reason);
  if (change) return words.log.changes[change];
  return verdict === "first" || verdict === "newer" ? words.log.nothingVisible : words.log.nothingNew;
}

/** What to mend at whoever sent it, though it was taken in; null = nothing. */
export const adviceOf = ({ verdict, reason }: DeliveryLine): string | null =>
  reason && verdict !== "unreadable" && verdict !== "refused" ? words.reasonWords(reason) : null;

export interface Lateness {
  readonly text: string;
  /** Long enough that somebody may have acted without knowing. */
  readonly matters: boolean;
}

/** How long after the change it came. Null where that says nothing: a replay comes when the user likes. */
export function latenessOf({ lateBy, via }: DeliveryLine): Lateness | null {
  if (lateBy === null || via === "replay") return null;
  const { atOnce, late } = words.log.lateness;
  // Clocks differ: what seems to come before its change came at once.
  if (lateBy < second) return { text: atOnce, matters: false };
  if (lateBy < minute)
    return { text: words.spans.seconds({ count: Math.floor(lateBy / second) }), matters: false };
  const span =
    lateBy < hour
      ? words.spans.minutes({ count: Math.floor(lateBy / minute) })
      : lateBy < 2 * day
        ? words.spans.hours({ count: Math.floor(lateBy / hour) })
        : words.spans.days({ count: Math.floor(lateBy / day) });
  return { text: late({ span }), matters: true };
}

/** More of a name than a line shows. */
export const mostOfName = 200;

/** Whose booking it is, without what would turn the reading order of the rest. */
export const whoOf = ({ who }: DeliveryLine) => oneLine(who, mostOfName) || words.log.nobody;
