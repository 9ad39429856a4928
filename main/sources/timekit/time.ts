import { Temporal } from "temporal-polyfill";
import type { Dates } from "../../../common/booking.ts";
import { dateFormat } from "../../../common/formatters.ts";
import { dateAfter, dateAt, datesFrom } from "../../bookings/whole-days.ts";

const shape =
  /^(?<date>\d{4}-\d\d-\d\d)(?:[T ](?<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s?(?<offset>Z|[+-]\d\d:?\d\d)?$/;

/**
 * Timekit's times: "2017-12-05T10:13:18+0000" in webhooks, "+01:00" in REST, and, in old bookings, none at all;
 * one without an offset is read in `zone`.
 * @returns epoch milliseconds, or null for what is not a time.
 */
export function instantOf(text: unknown, zone: string): number | null {
  const parts = typeof text === "string" ? shape.exec(text.trim())?.groups : undefined;
  if (!parts?.date) return null;
  const local = `${parts.date}T${parts.time ?? "00:00"}`;
  try {
    if (!parts.offset) return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
    const offset = parts.offset.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2");
    return Temporal.Instant.from(`${local}${offset}`).epochMilliseconds;
  } catch {
    return null;
  }
}

/**
 * The dates of whole days. No example of Timekit's is known, so all is read that calendars write: dates alone, midnights
 * of any zone, and instants; the end is the day after, unless it is the same day or late on the last.
 * @returns null where `start` is no time
 */
export function wholeDaysOf(start: unknown, end: unknown, zone: string): Dates | null {
  const first = dateOf(start, zone, dateAt);
  return first === null ? null : datesFrom(first, dateOf(end, zone, dateAfter) ?? first);
}

/** A midnight is a date, as written; anything else is for `inZone` to say. */
function dateOf(text: unknown, zone: string, inZone: typeof dateAt): string | null {
  const at = instantOf(text, zone);
  if (at === null) return null;
  const { date, time = "00:00" } = shape.exec(String(text).trim())?.groups ?? {};
  return date !== undefined && /^[0:.]+$/.test(time) ? date : inZone(at, zone);
}

/** `name` when this system knows it as a time zone, else an empty text. */
export function knownZone(name: unknown): string {
  if (typeof name !== "string" || name === "") return "";
  try {
    return dateFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return "";
  }
}
