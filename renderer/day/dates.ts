import { longDayOf, type TimeFormat } from "../../common/time.ts";

const day = 86_400_000;
/** A date has no zone: it is reckoned with at noon in one without clock changes. */
const noon = (date: string) => Date.parse(`${date}T12:00Z`);

/** "2026-11-23" as so many days later, whatever their length in hours. */
export const daysLater = (date: string, days: number): string =>
  new Date(noon(date) + days * day).toISOString().slice(0, 10);

/** "Monday 23 November" */
export const nameOfDate = (date: string, format: TimeFormat): string =>
  longDayOf(noon(date), { ...format, zone: "UTC" });
