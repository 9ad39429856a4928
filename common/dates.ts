import type { Dates } from "./booking.ts";
import { dateFormat } from "./formatters.ts";
import type { TimeFormat } from "./time.ts";

const day = 86_400_000;
/** A date has no zone: it is reckoned with at noon in one without clock changes. */
const noon = (date: string) => Date.parse(`${date}T12:00Z`);

/** "2026-11-23" as so many days later, whatever their length in hours. */
export const daysLater = (date: string, days: number): string =>
  new Date(noon(date) + days * day).toISOString().slice(0, 10);

/** "Tue 8 Dec", "Tue 8 – Thu 10 Dec"; with the year when one of them is not in today's. */
export function datesText({ first, last }: Dates, { locale }: TimeFormat, today: string): string {
  const sameYear = [first, last].every((date) => date.slice(0, 4) === today.slice(0, 4));
  const range = dateFormat(locale, {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
  }).formatRange(noon(first), noon(last));
  return range.replaceAll("\u2009", " ");
}
