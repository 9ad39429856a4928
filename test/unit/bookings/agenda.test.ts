import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AgendaItem } from "../../../common/agenda.ts";
import type { Booking } from "../../../common/booking.ts";
import type { Status } from "../../../common/status.ts";
import { agendaOf, dayOf, dayOfDate, listed, localDay } from "../../../main/bookings/agenda.ts";
import type { Known } from "../../../main/bookings/facts.ts";
import { meetingIsOn } from "../../../main/bookings/in-meeting.ts";
import { aBooking, aKnown, anItem, at } from "../../support/bookings.ts";

const zone = "Europe/London";
const now = at("2026-11-23T12:00Z");

function from(start: string, end: string, changes: Partial<Booking> = {}): Known {
  return aKnown({ id: start, start: at(`2026-11-${start}Z`), end: at(`2026-11-${end}Z`), ...changes });
}
const shown = (...bookings: Known[]) =>
  agendaOf(bookings, { afterToday: null, everReceived: true }, now, zone).items.map(
    ({ booking, phase, off }) => `${booking.id} ${phase}${off ? " off" : ""}`,
  );

test("what is left of today, in time order, with what is on now and what is next", () => {
  expect(
    shown(
      from("23T17:00", "23T18:00"),
      from("23T15:00", "23T16:00"),
      from("23T11:30", "23T12:30"),
      from("23T10:00", "23T11:00"),
      from("24T10:00", "24T11:00"),
      from("22T10:00", "22T11:00"),
    ),
  ).toEqual(["23T11:30 now", "23T15:00 next", "23T17:00 later"]);
});

test("a booking is on from its first instant and over at its last", () => {
  expect(shown(from("23T12:00", "23T12:30"), from("23T11:00", "23T12:00"))).toEqual(["23T12:00 now"]);
});

test("what is off or expired stays, struck out, but is never next; what is over is gone", () => {
  const all: Status[] = ["cancelled", "declined", "moved", "done", "expired", "asked", "held", "unknown"];
  const list = all.map((status, i) => from(`23T1${i + 2}:30`, `23T1${i + 2}:45`, { status, id: status }));
  expect(shown(...list)).toEqual([
    "cancelled later off",
    "declined later off",
    "moved later off",
    "expired later off",
    "asked next",
    "held later",
    "unknown later",
  ]);
});

test("all-day bookings come first, and those over midnight are today's as well", () => {
  expect(
    shown(
      from("22T23:00", "23T13:00"),
      from("23T00:00", "24T00:00", { allDay: { first: "2026-11-23", last: "2026-11-23" } }),
      from("23T23:30", "24T00:30"),
    ),
  ).toEqual(["23T00:00 now", "22T23:00 now", "23T23:30 next"]);
});

test("a booking whose time nobody told is not in the schedule", () => {
  expect(shown(aKnown({ start: null, end: null }))).toEqual([]);
});

describe("a local day", () => {
  test.each([
    ["Europe/London", "2026-03-29T12:00Z", 23],
    ["Europe/London", "2026-10-25T12:00Z", 25],
    ["America/New_York", "2026-03-08T12:00Z", 23],
    ["America/New_York", "2026-11-01T12:00Z", 25],
    ["Australia/Lord_Howe", "2026-04-05T05:00Z", 24.5],
    ["America/Sao_Paulo", "2018-11-04T12:00Z", 23],
    ["Asia/Kathmandu", "2026-11-23T12:00Z", 24],
  ])("in %s around %s has %d hours", (zone, iso, hours) => {
    const day = localDay(at(iso), zone);
    expect((day.end - day.start) / 3_600_000).toBe(hours);
  });

  test("holds its own instants, and the next begins where it ends", () => {
    const zones = fc.constantFrom(
      "Europe/London",
      "America/New_York",
      "Asia/Kathmandu",
      "Pacific/Apia",
      "Africa/Cairo",
    );
    const instants = fc.integer({ min: at("2000-01-01T00:00Z"), max: at("2037-01-01T00:00Z") });
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const day = localDay(instant, zone);
        expect(day.start).toBeLessThanOrEqual(instant);
        expect(day.end).toBeGreaterThan(instant);
        expect(localDay(day.end, zone).start).toBe(day.end);
      }),
    );
  });
});

test("a whole day keeps what is over, and says what shares its time", () => {
  const day = dayOfDate("2026-11-23", zone);
  const list = [
    from("23T09:00", "23T10:00", { status: "done" }),
    from("23T10:00", "23T11:00"),
    from("23T13:00", "23T15:00"),
    from("23T14:00", "23T14:30"),
    from("23T14:10", "23T14:20", { status: "cancelled" }),
    from("23T15:00", "23T16:00"),
    from("23T17:00", "23T18:00", { status: "expired" }),
    from("24T09:00", "24T10:00"),
  ];
  const told = dayOf(list, day, now, day.date).map(
    ({ booking, phase, off, clash }) =>
      `${booking.id} ${phase}${off ? " off" : ""}${clash === null ? "" : ` with ${new Date(clash).getUTCHours()}`}`,
  );
  expect(told).toEqual([
    "23T09:00 over",
    "23T10:00 over",
    "23T13:00 next with 14",
    "23T14:00 later with 13",
    "23T14:10 later off",
    "23T15:00 later",
    "23T17:00 later off",
  ]);
  expect(agendaOf(list, { afterToday: null, everReceived: true }, now, zone).earlier).toBe(2);
});

test("no long text is in a list, and what stands at the end of one is joined all the same", () => {
  const long = "x".repeat(60_000);
  const person = { name: long, email: long, phone: "", timeZone: "" };
  const texts = { subject: long, place: long, comment: long, answers: [{ field: "a", text: long }] };
  const customers = {
    customer: person,
    others: Array.from({ length: 400 }, () => ({ ...person, name: "Marty", email: "" })),
  };
  const description = `${long}\nhttps://zoom.us/j/8840221907`;
  const day = localDay(now, zone);
  const items = (changes: Partial<Booking>) => dayOf([from("23T15:00", "23T16:00", changes)], day, now, "");
  const [full] = items({ description, ...texts, ...customers });
  expect(JSON.stringify(full).length).toBeLessThan(3_000);
  expect(full?.booking.subject).toBe(`${"x".repeat(299)}…`);
  expect(full?.others).toBe(400);
  expect(items({ description, place: "" })[0]?.join).toBe("zoom.us");
});

test("a booking that lost a text to a damaged disk takes no other with it", () => {
  const damaged = { ...from("23T15:00", "23T16:00"), id: "damaged" };
  const texts = { revision: "", value: { place: "", description: "" } } as unknown as Known["facts"]["texts"];
  const lost = { ...damaged, facts: { ...damaged.facts, texts } } as Known;
  const items = dayOf([lost, from("23T17:00", "23T18:00")], localDay(now, zone), now, "");
  expect(items.map(({ booking }) => booking.subject)).toEqual(["", "Time travel"]);
});

test("what clashes is what overlaps, compared pair by pair", () => {
  const minutes = fc.integer({ min: 0, max: 600 });
  fc.assert(
    fc.property(fc.array(fc.tuple(minutes, fc.integer({ min: 1, max: 120 })), { maxLength: 12 }), (spans) => {
      const day = dayOfDate("2026-11-23", zone);
      const list = spans.map(([start, length], i) =>
        aKnown({ id: `${i}`, start: day.start + start * 60_000, end: day.start + (start + length) * 60_000 }),
      );
      for (const { booking, clash } of dayOf(list, day, day.start, day.date)) {
        const [start = 0, length = 0] = spans[Number(booking.id)] ?? [];
        const shared = spans
          .filter(
            ([other, lasts], i) => `${i}` !== booking.id && other < start + length && start < other + lasts,
          )
          .map(([other]) => day.start + other * 60_000);
        expect(shared.length === 0 ? [null] : shared).toContain(clash);
      }
    }),
  );
});

test.each([
  ["Europe/London", "2026-03-29", 23],
  ["Europe/London", "2026-10-25", 25],
  ["America/New_York", "2026-03-08", 23],
  ["America/Sao_Paulo", "2018-11-04", 23],
  ["Australia/Lord_Howe", "2026-04-05", 24.5],
  ["Asia/Kolkata", "2026-03-29", 24],
])("in %s the day %s is %d hours long", (zone, date, hours) => {
  const { start, end } = dayOfDate(date, zone);
  expect((end - start) / 3_600_000).toBe(hours);
  expect(localDay(start, zone)).toEqual({ date, start, end });
  expect(() => dayOfDate("2026-02-30", zone)).toThrow(RangeError);
});

test.each<[string, Partial<Booking>]>([
  ["start", { start: null }],
  ["end", { end: null }],
])("a booking without a %s is on no day", (_what, time) => {
  const known = aKnown();
  const times = {
    revision: "1",
    value: { start: at("2026-11-23T15:00Z"), end: at("2026-11-23T16:00Z"), ...time },
  };
  const half = { ...known, facts: { ...known.facts, times } } as unknown as Known;
  expect(dayOf([half], localDay(now, zone), now, "2026-11-23")).toEqual([]);
});

test("what begins now is on, and the one after it next", () => {
  expect(shown(from("23T12:00", "23T12:30"), from("23T13:00", "23T14:00"))).toEqual([
    "23T12:00 now",
    "23T13:00 next",
  ]);
});

test("a day has neither what ended with its first instant nor what begins with the next day's", () => {
  const day = dayOfDate("2026-11-23", zone);
  const list = [
    from("22T23:00", "23T00:00"),
    from("23T00:00", "23T00:00"),
    from("23T23:59", "24T00:10"),
    from("24T00:00", "24T01:00"),
  ];
  expect(dayOf(list, day, now, day.date).map(({ booking }) => booking.id)).toEqual(["23T00:00", "23T23:59"]);
});

test("a booking without length is on for a minute, and in nobody's way", () => {
  expect(shown(from("23T12:00", "23T12:00"))).toEqual(["23T12:00 now"]);
  const day = dayOfDate("2026-11-23", zone);
  const list = [from("23T13:00", "23T15:00"), from("23T14:00", "23T14:00")];
  expect(dayOf(list, day, now, day.date).map(({ clash }) => clash)).toEqual([null, null]);
});

test("in one order: whole days by their date, then by start, by end, and by id", () => {
  const whole = (id: string, first: string) =>
    from("23T00:00", "24T00:00", { id, allDay: { first: `2026-11-${first}`, last: "2026-11-23" } });
  const timed = (id: string, start: string, end: string) => from(`23T${start}`, `23T${end}`, { id });
  const inOrder = [
    whole("f", "22"),
    whole("d", "23"),
    whole("e", "23"),
    timed("z", "13:00", "14:00"),
    timed("c", "14:00", "15:00"),
    timed("a", "14:00", "16:00"),
    timed("b", "14:00", "16:00"),
  ];
  const ids = (list: readonly Known[]) =>
    dayOf(list, dayOfDate("2026-11-23", zone), now, "2026-11-23").map(({ booking }) => booking.id);
  expect(ids(inOrder)).toEqual(["f", "d", "e", "z", "c", "a", "b"]);
  fc.assert(
    fc.property(fc.shuffledSubarray(inOrder, { minLength: 7 }), (list) => {
      expect(ids(list)).toEqual(ids(inOrder));
    }),
  );
});

test("a list has no more of a booking than a row shows", () => {
  const text = "x".repeat(300);
  const customer = { name: text, email: text, phone: "1", timeZone: "UTC" };
  const booking = aBooking({ subject: text, place: text, customer });
  const full = { description: "d", comment: "c", answers: [{ field: "a", text: "t" }], others: [customer] };
  expect(listed({ ...booking, ...full })).toEqual(booking);
  expect(listed(aBooking({ customer: null })).customer).toBeNull();
});

test.each<[string, Partial<AgendaItem>, Partial<Booking>, boolean]>([
  ["that is on", { phase: "now" }, {}, true],
  ["that is next", { phase: "next" }, {}, false],
  ["that is off", { phase: "now", off: true }, {}, false],
  ["of a whole day", { phase: "now" }, { allDay: { first: "2026-11-23", last: "2026-11-23" } }, false],
])("a booking %s is a meeting: %s", (_what, item, booking, on) => {
  const items = [anItem(aBooking()), anItem(aBooking(booking), item)];
  expect(meetingIsOn({ items })).toBe(on);
});
