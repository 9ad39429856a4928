import { daysLater } from "../../common/dates.ts";
import { dateFormat } from "../../common/formatters.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";

/** A date has no zone: it is written at noon in one without clock changes. */
const written = (date: string, { locale }: TimeFormat, options: Intl.DateTimeFormatOptions) =>
  dateFormat(locale, { timeZone: "UTC", ...options }).format(Date.parse(`${date}T12:00Z`));

const year = (date: string, today: string) =>
  date.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);

/** "Today", "Tomorrow", "Yesterday"; null for other days. */
export function dayName(date: string, today: string): string | null {
  if (date === today) return words.day.today;
  if (date === daysLater(today, 1)) return words.day.tomorrow;
  return date === daysLater(today, -1) ? words.day.yesterday : null;
}

/** "Thursday"; "Thu" where there is less room. */
export const weekdayOf = (date: string, format: TimeFormat, length: "long" | "short"): string =>
  written(date, format, { weekday: length });

/** "26 November", with the year where it is another one. */
export const dayAndMonth = (
  date: string,
  today: string,
  format: TimeFormat,
  month: "long" | "short" = "long",
) => written(date, format, { day: "numeric", month, ...year(date, today) });

/** "Tue 24 November" */
export const dayInList = (date: string, today: string, format: TimeFormat): string =>
  written(date, format, { weekday: "short", day: "numeric", month: "long", ...year(date, today) });

/** "Monday 23 November 2026", for who hears it. */
export const fullDate = (date: string, format: TimeFormat): string =>
  written(date, format, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** "November 2026" */
export const monthName = (date: string, format: TimeFormat): string =>
  written(date, format, { month: "long", year: "numeric" });
