import { describe, expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { freeBefore } from "../../../renderer/agenda/between.ts";
import { aBooking, anItem, at } from "../../support/bookings.ts";

const clock = (time: string) => at(`2026-11-23T${time}Z`);
const row = (start: string, end: string, changes: Partial<Booking> = {}, off = false) =>
  anItem(aBooking({ start: clock(start), end: clock(end), ...changes }), { off });
const time = (instant: number) => new Date(instant).toISOString().slice(11, 16);

/** What is free before each row, as "15:00-16:00". */
const free = (items: readonly ReturnType<typeof row>[], now = "08:00") =>
  freeBefore(items, clock(now), (index) => (items[index]?.booking.start ?? 0) >= clock("00:00")).map(
    (span) => (span ? `${time(span.from)}-${time(span.to)}` : ""),
  );

describe("free time", () => {
  test("is told between what takes place, by its clock times", () => {
    expect(free([row("09:00", "10:00"), row("11:15", "12:00"), row("12:30", "13:00")])).toEqual([
      "",
      "10:00-11:15",
      "12:00-12:30",
    ]);
  });

  test("stands where it begins, before what was cancelled within it", () => {
    const off = (start: string, end: string) => row(start, end, {}, true);
    const items = [
      row("09:00", "10:00"),
      off("09:30", "10:00"),
      off("10:00", "10:30"),
      off("11:00", "12:00"),
      row("12:00", "13:00"),
      off("13:30", "14:00"),
    ];
    expect(free(items)).toEqual(["", "", "10:00-12:00", "", "", ""]);
  });

  test("of less than half an hour is a break", () => {
    expect(free([row("09:00", "10:00"), row("10:29", "11:00"), row("11:30", "12:00")])).toEqual([
      "",
      "",
      "11:00-11:30",
    ]);
  });

  test("is none while something longer goes on, nor beside whole days", () => {
    const day = { allDay: { first: "2026-11-23", last: "2026-11-23" } };
    const items = [
      row("00:00", "23:59", day),
      row("09:00", "12:00"),
      row("09:30", "10:00"),
      row("11:00", "13:00"),
    ];
    expect(free([...items, row("14:00", "15:00")])).toEqual(["", "", "", "", "13:00-14:00"]);
  });

  test("is over once it has begun", () => {
    const items = [row("09:00", "10:00"), row("12:00", "13:00"), row("14:00", "15:00")];
    expect(free(items, "10:00")).toEqual(["", "10:00-12:00", "13:00-14:00"]);
    expect(free(items, "10:01")).toEqual(["", "", "13:00-14:00"]);
  });

  test("is not the night after what began the day before", () => {
    const night = row("00:00", "00:30", { start: at("2026-11-22T23:30Z") });
    expect(free([night, row("09:00", "10:00"), row("11:00", "12:00")], "00:00")).toEqual([
      "",
      "",
      "10:00-11:00",
    ]);
  });

  test("of what has no time there is none", () => {
    expect(
      free([row("09:00", "10:00"), row("12:00", "13:00", { start: null }), row("14:00", "15:00")]),
    ).toEqual(["", "", "10:00-14:00"]);
  });
});
