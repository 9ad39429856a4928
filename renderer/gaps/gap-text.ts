import { dayOf, daysAway, hoursAndMinutes, type TimeFormat, timeOf } from "../../common/time.ts";
import type { Gap } from "../../common/tunnel.ts";
import { moments } from "../../common/words/moments.ts";
import { words } from "../../common/words/page.ts";
import { spans } from "../../common/words/spans.ts";
import { momentOf } from "../text/moment.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** "Today 09:12–09:40", "Sun 22 Nov, 22:05 – today 07:30", "Since 09:12" */
export function spanOf({ from, to }: Gap, now: number, format: TimeFormat): string {
  if (to === null) return words.gaps.since({ from: momentOf(from, now, format) });
  const isToday = (at: number) => daysAway(at, now, format.zone) === 0;
  if (daysAway(from, to, format.zone) === 0) {
    const time = `${timeOf(from, format)}–${timeOf(to, format)}`;
    return isToday(from) ? moments.todayAt({ time }) : moments.dayAt({ day: dayOf(from, format, now), time });
  }
  const end = isToday(to) ? words.gaps.today({ time: timeOf(to, format) }) : momentOf(to, now, format);
  return `${momentOf(from, now, format)} – ${end}`;
}

/** "28 min", "2 h 5 min", "3 days": whole minutes, rounded to the nearest. */
export function lengthOf({ from, to }: Gap, now: number): string {
  const length = Math.round(((to ?? now) - from) / minute) * minute;
  if (length < minute) return words.gaps.underMinute;
  if (length < 2 * day) return hoursAndMinutes(length / minute);
  return spans.days({ count: Math.floor(length / day) });
}

/** What asking Timekit brought once it was over: empty while it lasts. */
export function afterwardsOf({ to, fetched, whole }: Gap): string {
  const { notFetched, fetched: all, fetchedInPart } = words.gaps;
  if (to === null) return "";
  if (fetched === null) return notFetched;
  return whole ? all({ count: fetched }) : fetchedInPart({ count: fetched });
}
