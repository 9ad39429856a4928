import { dayOf, daysAway, type TimeFormat, timeOf } from "../../common/time.ts";

/** "09:12", with its day when that is not today: "Sun 22 Nov, 09:12". */
export function momentOf(at: number, now: number, format: TimeFormat): string {
  if (daysAway(at, now, format.zone) === 0) return timeOf(at, format);
  return `${dayOf(at, format, now)}, ${timeOf(at, format)}`;
}
