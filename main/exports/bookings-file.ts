import { stringify } from "csv-stringify/sync";
import ical, { type ICalEventData, ICalEventStatus } from "ical-generator";
import { appName } from "../../common/app-name.ts";
import type { Booking } from "../../common/booking.ts";
import { daysLater } from "../../common/dates.ts";
import { plainText } from "../../common/plain-text.ts";
import type { Status } from "../../common/status.ts";
import type { MainWords } from "../../common/words/main.ts";

/** The text of a calendar file; bookings without a time are left out. */
export function icsOf(bookings: readonly Booking[], words: MainWords): string {
  const calendar = ical({ prodId: appName });
  for (const booking of bookings) {
    const event = eventOf(booking, words);
    if (event) calendar.createEvent(event);
  }
  return `${calendar.toString()}\r\n`;
}

const { TENTATIVE, CONFIRMED, CANCELLED } = ICalEventStatus;
const statuses: Partial<Record<Status, ICalEventStatus>> = {
  asked: TENTATIVE,
  held: TENTATIVE,
  confirmed: CONFIRMED,
  done: CONFIRMED,
  declined: CANCELLED,
  cancelled: CANCELLED,
  moved: CANCELLED,
  expired: CANCELLED,
};

function eventOf(booking: Booking, words: MainWords): ICalEventData | null {
  const { id, start, end, allDay, subject, place, description, customer, status } = booking;
  if (start === null || end === null) return null;
  const name = customer?.name ?? "";
  const known = statuses[status];
  // Whole days are written by their date in UTC.
  const times = allDay
    ? {
        start: new Date(allDay.first),
        end: new Date(daysLater(allDay.last, 1)),
        allDay: true,
        timezone: "UTC",
      }
    : { start: new Date(start), end: new Date(Math.max(end, start + 60_000)) };
  return {
    ...times,
    // Written as it is.
    id: id.replace(/\p{Cc}/gu, " "),
    summary: inLines(subject || name || words.exports.untitled),
    ...(known && { status: known }),
    ...(place && { location: inLines(place) }),
    description: inLines(
      [name, customer?.email, customer?.phone, plainText(description)].filter(Boolean).join("\n"),
    ),
  };
}

/** The library escapes CR and LF only; some readers take any other control character for the end of a line. */
const inLines = (text: string) => text.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}/gu, " ");

/** The text of a table; a cell that a spreadsheet would take for a formula is made harmless. */
export function csvOf(bookings: readonly Booking[], words: MainWords): string {
  return stringify(bookings.map(rowOf), {
    header: true,
    columns: Object.values(words.exports.columns),
    escape_formulas: true,
    bom: true,
    record_delimiter: "windows",
  });
}

function rowOf(booking: Booking): (string | null)[] {
  const { id, status, start, end, allDay, customer, subject, place, host, project } = booking;
  const time = (at: number | null) => (at === null ? "" : new Date(at).toISOString());
  return [
    id,
    status,
    allDay ? allDay.first : time(start),
    allDay ? allDay.last : time(end),
    String(allDay !== false),
    customer?.name ?? "",
    customer?.email ?? "",
    customer?.phone ?? "",
    subject,
    place,
    host?.name ?? "",
    project?.name ?? "",
  ];
}
