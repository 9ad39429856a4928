import { daysAway, type TimeFormat, timeOf } from "../../common/time.ts";
import type { Gap } from "../../common/tunnel.ts";
import { words } from "../../common/words/page.ts";
import { momentOf } from "../text/moment.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "28 min", "2 h 5 min", "2 days 15 h": rounded to the nearest of what is said. */
export function lengthOf({ from, to }: Gap, now: number): string {
  const length = Math.round(((to ?? now) - from) / minute) * minute;
  if (length < minute) return words.outages.underMinute;
  if (length < 2 * day) return words.spans.hoursAndMinutes(length / minute);
  const hours = Math.round(length / hour);
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  return rest === 0 ? words.spans.days({ count: days }) : words.spans.daysAndHours({ days, hours: rest });
}

/** "Until 07:30", with its day where that is another one than that of its beginning. */
function untilOf({ from, to }: Gap, now: number, format: TimeFormat): string {
  if (to === null) return "";
  const sameDay = daysAway(from, to, format.zone) === 0;
  return words.outages.until({ to: sameDay ? timeOf(to, format) : momentOf(to, now, format) });
}

/** What asking Timekit brought once it was over: empty while it lasts. */
function afterwardsOf({ to, fetched, whole }: Gap): string {
  const { notChecked, recovered, recoveredInPart } = words.outages;
  if (to === null) return "";
  if (fetched === null) return notChecked;
  return whole ? recovered({ count: fetched }) : recoveredInPart({ count: fetched });
}

/** Until when it lasted, why, and what was missed. */
export const outageText = (gap: Gap, now: number, format: TimeFormat): string =>
  words.dotJoined([untilOf(gap, now, format), words.outages.reasons[gap.reason], afterwardsOf(gap)]);
