import { dateFormat } from "./formatters.ts";

/** How times are written: all three follow the system unless the user chose otherwise. */
export interface TimeFormat {
  /** BCP 47. */
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
  /** null = as the locale has it. */
  readonly hourCycle: "h12" | "h23" | null;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function formatter(format: TimeFormat, parts: Intl.DateTimeFormatOptions) {
  return dateFormat(format.locale, { timeZone: format.zone, ...parts });
}

/** Each cycle in the form that writes neither 03:00 pm nor, at midnight, 24:00. */
function clock({ hourCycle }: TimeFormat): Intl.DateTimeFormatOptions {
  if (hourCycle === "h12") return { hour: "numeric", minute: "2-digit", hour12: true };
  return hourCycle ? { timeStyle: "short", hourCycle } : { timeStyle: "short" };
}

/** "15:00" */
export function timeOf(at: number, format: TimeFormat): string {
  return formatter(format, clock(format)).format(at);
}

/** The time of day that needs most room: in digits of one width, ten in the evening. */
export const widestTime = (format: TimeFormat): string => timeOf(22 * hour, { ...format, zone: "UTC" });

/**
 * "15:00–16:00"; an end on another day carries its day: "23:30 – Wed 25 Nov, 00:30". In the hour that comes twice when
 * clocks are set back, each end says which one it is in: "02:30 CEST–02:30 CET".
 */
export function timeRange(start: number, end: number, format: TimeFormat): string {
  if (end <= start) return timeOf(start, format);
  if (comesTwice(start, format.zone) || comesTwice(end, format.zone)) {
    const named = (at: number) => `${timeOf(at, format)} ${zoneName(at, format)}`;
    return `${named(start)}–${named(end)}`;
  }
  const sameDay = (at: number) => dayKey(at, format.zone) === dayKey(start, format.zone);
  if (!sameDay(end - 1)) return `${timeOf(start, format)} – ${dayOf(end, format)}, ${timeOf(end, format)}`;
  const both = `${timeOf(start, format)}–${timeOf(end, format)}`;
  const clocks = formatter(format, clock(format));
  // Only morning and afternoon are worth saying once for both; languages add words such as "Uhr" to a span.
  if (!sameDay(end) || !clocks.resolvedOptions().hour12) return both;
  // Thin spaces around the dash (CLDR 42 and later) read as a gap in a narrow column.
  const range = clocks.formatRange(start, end).replace(/[\u2009\u202f ]?–[\u2009\u202f ]?/, "–");
  // Japanese writes spans in another form than times.
  return range.includes("–") ? range : both;
}

/** "Tue 24 Nov", with the year when it is not `yearOf`'s. */
export function dayOf(at: number, format: TimeFormat, yearOf = at): string {
  const sameYear = dayKey(at, format.zone).slice(0, 4) === dayKey(yearOf, format.zone).slice(0, 4);
  return formatter(format, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(at);
}

/** "Monday 23 November" */
export function longDayOf(at: number, format: TimeFormat): string {
  return formatter(format, { weekday: "long", day: "numeric", month: "long" }).format(at);
}

/** The calendar day in that zone, "2026-11-23": equal for two instants exactly when they share a day. */
export function dayKey(at: number, zone: string): string {
  return dateFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(at);
}

/** -1 yesterday, 0 today, 1 tomorrow: calendar days from `now` to `at`, whatever their length in hours. */
export function daysAway(at: number, now: number, zone: string): number {
  return Math.round((Date.parse(dayKey(at, zone)) - Date.parse(dayKey(now, zone))) / day);
}

/** "GMT+01:00", what that zone's clocks are off by at that instant; null when there is no zone of that name. */
export function offsetOf(at: number, zone: string): string | null {
  try {
    const format = dateFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
    return format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? null;
  } catch {
    return null;
  }
}

/** Whether clocks show the same time once more, an hour or so before or after. */
function comesTwice(at: number, zone: string): boolean {
  const [before, after] = [minutesOff(at - 3 * hour, zone), minutesOff(at + 3 * hour, zone)];
  const setBack = (before - after) * minute;
  if (setBack <= 0) return false;
  return minutesOff(at, zone) === before
    ? minutesOff(at + setBack, zone) === after
    : minutesOff(at - setBack, zone) === before;
}

function minutesOff(at: number, zone: string): number {
  const [, sign, hours = "0", minutes = "0"] = /([+-])(\d\d):(\d\d)/.exec(offsetOf(at, zone) ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** "CET": what clocks there are called at that instant. */
export function zoneName(at: number, format: TimeFormat): string {
  const parts = formatter(format, { timeZoneName: "short" }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

/** What is further off is not counted down to: nobody waits for it yet. */
const countedMs = 12 * hour;
export const isCounted = (at: number, now: number): boolean => at - now <= countedMs;
