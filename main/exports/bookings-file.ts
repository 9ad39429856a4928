import { stringify } from "csv-stringify/sync";
import { createEvents, type DateArray, type EventAttributes } from "ics";
import { Temporal } from "temporal-polyfill";
import type { Booking, Status } from "../../common/booking.ts";

/** The text of a calendar file; bookings without a time are left out. All-day ones are days of `zone`. */
export function icsOf(bookings: readonly Booking[], zone: string): string {
  const events = bookings.flatMap((booking) => eventOf(booking, zone) ?? []);
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

function eventOf(booking: Booking, zone: string): EventAttributes | null {
  const { id, start, end, allDay, subject, place, description, customer, status } = booking;
  if (start === null || end === null) return null;
  const name = customer?.name ?? "";
  const known = statuses[status];
  const times = allDay
    ? { start: dateOf(start, zone), end: dateOf(end, zone) }
    : ({ start, end: Math.max(end, start + 60_000), startInputType: "utc", endInputType: "utc" } as const);
  return {
    ...times,
    uid: id,
    title: subject || name || "Booking",
    ...(known && { status: known }),
    ...(place && { location: place }),
    description: [name, customer?.email, customer?.phone, description].filter(Boolean).join("\n"),
  };
}

function dateOf(at: number, zone: string): DateArray {
  const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return [year, month, day];
}

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
    time(start),
    time(end),
    String(allDay),
    customer?.name ?? "",
    customer?.email ?? "",
    customer?.phone ?? "",
    subject,
    place,
    host?.name ?? "",
    project?.name ?? "",
  ];
}
