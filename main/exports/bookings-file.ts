import { stringify } from "csv-stringify/sync";
import { createEvents, type DateArray, type EventAttributes } from "ics";
import type { Booking, Status } from "../../common/booking.ts";
import { daysLater } from "../../common/dates.ts";
import { plainText } from "../../common/plain-text.ts";

/** The text of a calendar file; bookings without a time are left out. */
export function icsOf(bookings: readonly Booking[]): string {
  const events = bookings.flatMap((booking) => eventOf(booking) ?? []);
  if (events.length === 0) return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:Bookbell\r\nEND:VCALENDAR\r\n";
  const { error, value } = createEvents(events, { productId: "Bookbell" });
  if (error || !value) throw error ?? new Error("The calendar file came out empty.");
  return value;
}

const statuses: Partial<Record<Status, "TENTATIVE" | "CONFIRMED" | "CANCELLED">> = {
  asked: "TENTATIVE",
  held: "TENTATIVE",
  confirmed: "CONFIRMED",
  done: "CONFIRMED",
  declined: "CANCELLED",
  cancelled: "CANCELLED",
  moved: "CANCELLED",
  expired: "CANCELLED",
};

function eventOf(booking: Booking): EventAttributes | null {
  const { id, start, end, allDay, subject, place, description, customer, status } = booking;
  if (start === null || end === null) return null;
  const name = customer?.name ?? "";
  const known = statuses[status];
  const times = allDay
    ? { start: inParts(allDay.first), end: inParts(daysLater(allDay.last, 1)) }
    : ({ start, end: Math.max(end, start + 60_000), startInputType: "utc", endInputType: "utc" } as const);
  return {
    ...times,
    uid: inLines(id),
    title: inLines(subject || name || "Booking"),
    ...(known && { status: known }),
    ...(place && { location: inLines(place) }),
    description: inLines(
      [name, customer?.email, customer?.phone, plainText(description)].filter(Boolean).join("\n"),
    ),
  };
}

/** The library escapes line feeds only; some readers take any other control character for the end of a line. */
const inLines = (text: string) => text.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}/gu, " ");

const inParts = (date: string) => date.split("-").map(Number) as DateArray;

/** The text of a table; a cell that a spreadsheet would take for a formula is made harmless. */
export function csvOf(bookings: readonly Booking[]): string {
  return stringify(bookings.map(rowOf), {
    header: true,
    columns,
    escape_formulas: true,
    bom: true,
    record_delimiter: "windows",
  });
}

const columns = [
  "id",
  "status",
  "start",
  "end",
  "all_day",
  "customer",
  "email",
  "phone",
  "subject",
  "place",
  "host",
  "project",
];

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
