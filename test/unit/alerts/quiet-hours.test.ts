import { expect, test } from "vitest";
import { isQuiet } from "../../../main/alerts/quiet-hours.ts";
import { at } from "../../support/bookings.ts";

const night = { on: true, from: "22:00", to: "07:00" };
const lunch = { on: true, from: "12:00", to: "13:00" };

test.each([
  ["the night, in the evening", night, "2026-11-23T22:00Z", "UTC", true],
  ["the night, past midnight", night, "2026-11-23T00:30Z", "UTC", true],
  ["the night, to the minute", night, "2026-11-23T07:00Z", "UTC", false],
  ["by day", night, "2026-11-23T12:00Z", "UTC", false],
  ["within one day", lunch, "2026-11-23T12:30Z", "UTC", true],
  ["within one day, at the first minute", lunch, "2026-11-23T12:00Z", "UTC", true],
  ["within one day, to the minute", lunch, "2026-11-23T13:00Z", "UTC", false],
  ["within one day, before", lunch, "2026-11-23T11:59Z", "UTC", false],
  ["on the user's own clock", night, "2026-11-23T03:30Z", "America/New_York", true],
  ["on the user's own clock, half an hour off", night, "2026-11-23T01:30Z", "Asia/Kolkata", false],
  ["in the hour that a spring skips", night, "2026-03-29T01:00Z", "Europe/Berlin", true],
  [
    "in both hours that an autumn has twice",
    { ...lunch, from: "02:00", to: "03:00" },
    "2026-10-25T01:30Z",
    "Europe/Berlin",
    true,
  ],
  ["switched off", { ...night, on: false }, "2026-11-23T23:00Z", "UTC", false],
  ["no time at all", { ...night, from: "07:00" }, "2026-11-23T07:00Z", "UTC", false],
])("quiet hours: %s", (_what, hours, time, zone, quiet) => {
  expect(isQuiet(hours, at(time), zone)).toBe(quiet);
});
