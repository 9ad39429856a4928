import fc from "fast-check";
import { expect, test } from "vitest";
import type { AgendaItem } from "../../../common/agenda.ts";
import { betweenRows } from "../../../renderer/agenda/between.ts";
import { aBooking, anItem } from "../../support/bookings.ts";

const minute = 60_000;
const midnight = Date.parse("2026-11-23T00:00Z");
const clock = (text: string) => Date.parse(`2026-11-23T${text}Z`);

function item(start: string, end: string, more: Parameters<typeof aBooking>[0] = {}): AgendaItem {
  const booking = aBooking({ id: start, start: clock(start), end: clock(end), ...more });
  return anItem(booking, { off: booking.status === "cancelled" });
}

/** As a reader sees it: rows by their start, lines between them. */
function seen(items: readonly AgendaItem[], now: string | null): string[] {
  const between = betweenRows(items, now === null ? null : clock(now));
  const told = (index: number) =>
    (between[index] ?? []).map((one) => (one.kind === "now" ? "now" : `${one.minutes} free`));
  return [...items.flatMap(({ booking }, index) => [...told(index), booking.id]), ...told(items.length)];
}

const day = [item("09:00", "10:00"), item("11:00", "12:00"), item("12:15", "13:00")];

test.each([
  ["08:10", ["now", "09:00", "60 free", "11:00", "12:15"]],
  ["09:30", ["09:00", "now", "60 free", "11:00", "12:15"]],
  ["10:20", ["09:00", "now", "40 free", "11:00", "12:15"]],
  ["10:40", ["09:00", "now", "11:00", "12:15"]],
  ["11:00", ["09:00", "60 free", "11:00", "now", "12:15"]],
  ["12:30", ["09:00", "60 free", "11:00", "12:15", "now"]],
  [null, ["09:00", "60 free", "11:00", "12:15"]],
])("at %s", (now, lines) => expect(seen(day, now)).toEqual(lines));

test("a whole day and what is called off leave the time free; what overlaps does not", () => {
  const whole = item("00:00", "23:59", { allDay: { first: "2026-11-23", last: "2026-11-23" } });
  const off = item("10:15", "10:45", { status: "cancelled" });
  const long = item("08:00", "10:30");
  expect(seen([whole, long, item("09:00", "09:15"), off, item("12:00", "13:00")], null)).toEqual([
    "00:00",
    "08:00",
    "09:00",
    "10:15",
    "90 free",
    "12:00",
  ]);
  expect(seen([whole], "10:00")).toEqual(["00:00"]);
});

test("today has the clock once, between what has begun and what has not; free time never reaches into a meeting", () => {
  const meeting = fc.tuple(fc.nat(1_300), fc.integer({ min: 1, max: 120 }));
  fc.assert(
    fc.property(fc.array(meeting, { minLength: 1 }), fc.nat(1_439), (meetings, at) => {
      const now = midnight + at * minute;
      const items = meetings
        .sort(([a], [b]) => a - b)
        .map(([start, length]) => {
          const begin = midnight + start * minute;
          return {
            ...item("00:00", "00:00"),
            booking: aBooking({ start: begin, end: begin + length * minute }),
          };
        });
      const between = betweenRows(items, now);
      const place = between.findIndex((lines) => lines.some(({ kind }) => kind === "now"));
      expect(between.flat().filter(({ kind }) => kind === "now")).toHaveLength(1);
      expect(items.every(({ booking }, i) => (booking.start ?? 0) > now === i >= place)).toBe(true);
      items.forEach(({ booking }, i) => {
        const free = between[i]?.find((one) => one.kind === "free");
        if (!free) return;
        const from = (booking.start ?? 0) - free.minutes * minute;
        expect(items.slice(0, i).every((earlier) => (earlier.booking.end ?? 0) <= from)).toBe(true);
      });
    }),
  );
});
