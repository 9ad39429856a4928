import type { DateRange } from "../../common/agenda.ts";
import { daysLater } from "../../common/dates.ts";

/** What of Intl tells on which day a week begins, Monday being 1: called so since Chromium 130, as a property before. */
interface WithWeek {
  readonly getWeekInfo?: () => { readonly firstDay: number };
  readonly weekInfo?: { readonly firstDay: number };
}

/** The first day of the week in a locale: 0 = Sunday, 1 = Monday. */
export function firstWeekday(locale: string): number {
  try {
    const known = new Intl.Locale(locale) as Intl.Locale & WithWeek;
    return ((known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1) % 7;
  } catch {
    return 1;
  }
}

/** The week that a date such as "2026-11-23" is in. */
export function weekOf(date: string, firstDay: number): DateRange {
  const passed = (new Date(`${date}T12:00Z`).getUTCDay() - firstDay + 7) % 7;
  return { first: daysLater(date, -passed), last: daysLater(date, 6 - passed) };
}

/** The weeks that show all of a date's month: six, so that no month is higher than another. */
export function monthOf(date: string, firstDay: number): DateRange {
  const { first } = weekOf(`${date.slice(0, 8)}01`, firstDay);
  return { first, last: daysLater(first, 41) };
}

/** The same day of a month so many later; of a shorter one its last. */
export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Every date of a range. */
export function datesIn({ first, last }: DateRange): string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = daysLater(date, 1)) dates.push(date);
  return dates;
}

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
