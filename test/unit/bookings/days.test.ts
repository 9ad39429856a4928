import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { daysLater } from "../../../common/dates.ts";
import { dayOf, dayOfDate, localDay } from "../../../main/bookings/agenda.ts";
import { daysOf, dotsOf } from "../../../main/bookings/days.ts";
import type { Known } from "../../../main/bookings/facts.ts";
import { aKnown, at } from "../../support/bookings.ts";

const hour = 3_600_000;
const week = { first: "2026-11-23", last: "2026-11-29" };
const london = { now: at("2026-11-24T12:00Z"), zone: "Europe/London" };

function from(start: string, end: string, changes: Partial<Booking> = {}): Known {
  return aKnown({ id: start, start: at(`2026-11-${start}Z`), end: at(`2026-11-${end}Z`), ...changes });
}
const project = (id: string) => ({ project: { id, name: id } });

test("days without anything are left out, and what lasts is on each of its days", () => {
  const list = [
    from("26T09:00", "26T10:00"),
    from("22T09:00", "22T10:00"),
    from("24T09:00", "27T10:00"),
    from("28T23:30", "29T00:30"),
    from("29T23:00", "30T00:00"),
    from("30T00:00", "30T01:00"),
  ];
  const told = daysOf(list, week, london).map(({ date, items }) => [
    date.slice(8),
    ...items.map(({ booking, phase }) => `${booking.id} ${phase}`),
  ]);
  expect(told).toEqual([
    ["24", "24T09:00 now"],
    ["25", "24T09:00 now"],
    ["26", "24T09:00 now", "26T09:00 later"],
    ["27", "24T09:00 now"],
    ["28", "28T23:30 later"],
    ["29", "28T23:30 later", "29T23:00 later"],
  ]);
});

test("only of today is one next", () => {
  const list = ["23", "24", "25"].map((day) => from(`${day}T15:00`, `${day}T16:00`));
  const phases = daysOf(list, week, london).flatMap(({ items }) => items.map(({ phase }) => phase));
  expect(phases).toEqual(["over", "next", "later"]);
});

test("a row has the other half of its move", () => {
  const move = { way: "from", id: "old", start: 5, allDay: false, by: null } as const;
  const moves = ({ id }: Booking) => (id === "24T15:00" ? move : null);
  const list = [from("24T15:00", "24T16:00"), from("24T17:00", "24T18:00")];
  const [day] = daysOf(list, week, { ...london, moves });
  expect(day?.items.map((item) => item.move)).toEqual([move, null]);
});

test("from afar a day is what takes place on it, in time order, of its first few by project", () => {
  const list = [
    from("23T15:00", "23T16:00", project("c")),
    from("23T09:00", "23T10:00", { ...project("a"), status: "done" }),
    from("23T11:00", "23T12:00"),
    from("23T10:00", "23T11:00", { ...project("off"), status: "cancelled" }),
    from("23T17:00", "23T18:00", project("d")),
    from("23T18:00", "23T19:00", project("e")),
    from("25T18:00", "25T19:00", { status: "moved" }),
  ];
  expect(dotsOf(list, week, "Europe/London")).toEqual([
    { date: "2026-11-23", count: 5, projects: ["a", null, "c", "d"] },
  ]);
});

describe.each([
  ["Europe/Copenhagen", "2026-03-26"],
  ["Europe/Copenhagen", "2026-10-22"],
  ["America/New_York", "2026-03-05"],
  ["America/Sao_Paulo", "2018-11-01"],
  ["Australia/Lord_Howe", "2026-04-02"],
  ["Africa/Cairo", "2026-04-21"],
  ["Asia/Kathmandu", "2026-11-20"],
])("in %s around %s", (zone, first) => {
  const range = { first, last: daysLater(first, 7) };
  const start = dayOfDate(first, zone).start;

  test("each day has what the day itself would, in the same order", () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: -48, max: 220 }), fc.integer({ min: 0, max: 60 })), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 190 }), (some, passed) => {
        const now = start + passed * hour;
        const list = some.map(([from, lasts], i) =>
          aKnown({ id: `${i}`, start: start + from * hour, end: start + (from + lasts) * hour }),
        );
        const found = new Map(daysOf(list, range, { now, zone }).map(({ date, items }) => [date, items]));
        for (let i = 0; i < 8; i++) {
          const date = daysLater(first, i);
          const day = dayOfDate(date, zone);
          const alone = dayOf(list, day, now, localDay(now, zone).date);
          const ids = (items: readonly (typeof alone)[number][] = []) =>
            items.map(({ booking }) => booking.id);
          expect(ids(found.get(date)), date).toEqual(ids(alone));
        }
      }),
      { numRuns: 30 },
    );
  });

  test("whole days are on their dates", () => {
    const allDay = { first: daysLater(first, 2), last: daysLater(first, 4) };
    const known = aKnown({ start, end: start + hour, allDay });
    const dates = [2, 3, 4].map((days) => daysLater(first, days));
    expect(daysOf([known], range, { now: start, zone }).map(({ date }) => date)).toEqual(dates);
    expect(dotsOf([known], range, zone).map(({ date }) => date)).toEqual(dates);
  });
});
