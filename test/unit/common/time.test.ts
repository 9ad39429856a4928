import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, daysAway, longDayOf, timeOf, timeRange } from "../../../common/time.ts";
import { at, inLondon, inNewYork } from "../../support/bookings.ts";
import { english } from "../../support/english.ts";

describe("countdown rounds up, so that nobody is late by rounding", () => {
  test.each([
    [0, ""],
    [-5_000, ""],
    [1, "in 1 min"],
    [60_000, "in 1 min"],
    [60_001, "in 2 min"],
    [25 * 60_000, "in 25 min"],
    [60 * 60_000, "in 1 h"],
    [125 * 60_000, "in 2 h 5 min"],
  ])("%d ms: %j", (ms, text) => expect(english.spans.countdown(1_000_000 + ms, 1_000_000)).toBe(text));
});

describe("days away are calendar days of the zone", () => {
  test.each([
    ["2026-11-23T23:59Z", "2026-11-23T00:00Z", "Europe/London", 0],
    ["2026-11-24T00:00Z", "2026-11-23T23:59Z", "Europe/London", 1],
    ["2026-11-24T00:00Z", "2026-11-23T23:59Z", "America/New_York", 0],
    ["2026-11-22T12:00Z", "2026-11-23T12:00Z", "Asia/Kathmandu", -1],
    // Over the short and the long day of a year.
    ["2026-03-30T00:30Z", "2026-03-28T23:30Z", "Europe/London", 2],
    ["2026-10-26T00:30Z", "2026-10-24T22:30Z", "Europe/London", 2],
  ])("%s from %s in %s", (then, now, zone, days) => expect(daysAway(at(then), at(now), zone)).toBe(days));

  test("whatever the zone, tomorrow this time is one day away unless a clock change falls between", () => {
    const zones = fc.constantFrom("UTC", "Asia/Kathmandu", "Asia/Tokyo", "America/Phoenix");
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 2e12 }), (zone, now) => {
        expect(daysAway(now + 86_400_000, now, zone)).toBe(1);
      }),
    );
  });
});

test("times, ranges and days in the locale's way", () => {
  const start = at("2026-11-23T15:00Z");
  expect(timeOf(start, inLondon)).toBe("15:00");
  expect(timeOf(start, inNewYork)).toMatch(/^10:00\sAM$/);
  expect(timeOf(start, { ...inLondon, hourCycle: "h12" })).toMatch(/^3:00\spm$/);
  expect(timeRange(start, start, inLondon)).toBe("15:00");
  expect(timeRange(start, at("2026-11-24T00:00Z"), inLondon)).toBe("15:00–00:00");
  expect(dayOf(start, inLondon)).toBe("Mon 23 Nov");
  expect(longDayOf(start, inLondon)).toBe("Monday 23 November");
});

test.each([
  ["Europe/Berlin", "2026-10-25T00:30Z", "2026-10-25T01:30Z", "02:30 CEST–02:30 CET"],
  ["Europe/Berlin", "2026-10-25T00:10Z", "2026-10-25T00:40Z", "02:10 CEST–02:40 CEST"],
  ["Europe/Berlin", "2026-10-24T23:30Z", "2026-10-25T01:45Z", "01:30 CEST–02:45 CET"],
  ["Europe/Berlin", "2026-10-24T23:00Z", "2026-10-24T23:59Z", "01:00–01:59"],
  ["Europe/Berlin", "2026-10-25T02:00Z", "2026-10-25T03:00Z", "03:00–04:00"],
  ["Europe/Berlin", "2026-10-24T22:30Z", "2026-10-25T05:00Z", "00:30–06:00"],
  ["Europe/Berlin", "2026-03-29T00:30Z", "2026-03-29T01:30Z", "01:30–03:30"],
  ["America/Los_Angeles", "2026-11-01T08:30Z", "2026-11-01T09:30Z", "01:30 GMT-7–01:30 GMT-8"],
  ["Australia/Lord_Howe", "2026-04-04T14:45Z", "2026-04-04T15:15Z", "01:45 GMT+11–01:45 GMT+10:30"],
  ["Africa/Casablanca", "2026-02-15T01:30Z", "2026-02-15T02:30Z", "02:30 GMT+1–02:30 GMT+0"],
])("in %s an hour that comes twice says which it is: %s to %s", (zone, start, end, text) => {
  // Unicode's data has called it "GMT" and "GMT+0".
  expect(timeRange(at(start), at(end), { ...inLondon, zone }).replace(/GMT$/, "GMT+0")).toBe(text);
});

test("a span is written as its two times are, whatever the language does to spans", () => {
  const [start, end] = [at("2026-11-23T14:00Z"), at("2026-11-23T15:00Z")];
  const span = (locale: string, hourCycle: "h12" | "h23" | null = null) =>
    timeRange(start, end, { locale, zone: "UTC", hourCycle }).replaceAll("\u202f", " ");
  expect(span("de")).toBe("14:00–15:00");
  expect(span("ja", "h12")).toBe("午後2:00–午後3:00");
  expect(span("en-US")).toBe("2:00–3:00 PM");
});
