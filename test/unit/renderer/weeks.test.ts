import { expect, test } from "vitest";
import {
  datesIn,
  daysBetween,
  firstWeekday,
  monthOf,
  monthsLater,
  weekOf,
} from "../../../renderer/state/weeks.ts";

test("a week begins as its locale has it", () => {
  expect(["en-GB", "de-DE", "en-US", "ar-EG", "no such locale"].map(firstWeekday)).toEqual([1, 1, 0, 6, 1]);
  expect(weekOf("2026-11-23", 1)).toEqual({ first: "2026-11-23", last: "2026-11-29" });
  expect(weekOf("2026-11-22", 1)).toEqual({ first: "2026-11-16", last: "2026-11-22" });
  expect(weekOf("2026-11-23", 0)).toEqual({ first: "2026-11-22", last: "2026-11-28" });
  expect(weekOf("2026-03-29", 6)).toEqual({ first: "2026-03-28", last: "2026-04-03" });
});

test("a month is six weeks that hold it", () => {
  expect(monthOf("2026-11-23", 1)).toEqual({ first: "2026-10-26", last: "2026-12-06" });
  expect(datesIn(monthOf("2026-02-11", 0))).toHaveLength(42);
});

test("a month later is the same day, or the last of a shorter month", () => {
  expect(monthsLater("2026-11-23", 1)).toBe("2026-12-23");
  expect(monthsLater("2026-12-23", 1)).toBe("2027-01-23");
  expect(monthsLater("2026-01-31", 1)).toBe("2026-02-28");
  expect(monthsLater("2028-03-31", -1)).toBe("2028-02-29");
  expect(monthsLater("2026-01-15", -1)).toBe("2025-12-15");
});

test("days are counted whatever their length", () => {
  expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  expect(daysBetween("2026-03-01", "2026-02-28")).toBe(-1);
});
