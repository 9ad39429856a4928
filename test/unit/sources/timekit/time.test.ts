import { describe, expect, test } from "vitest";
import { instantOf, knownZone } from "../../../../main/sources/timekit/time.ts";

const iso = (text: unknown, zone = "UTC") => {
  const at = instantOf(text, zone);
  return at === null ? null : new Date(at).toISOString();
};

describe("instantOf", () => {
  test.each([
    ["2016-11-24T13:34:54+0100", "2016-11-24T12:34:54.000Z"],
    ["2017-12-05T15:00:00+01:00", "2017-12-05T14:00:00.000Z"],
    ["2026-12-08T13:00:00Z", "2026-12-08T13:00:00.000Z"],
    ["2026-12-08T06:00:00-0700", "2026-12-08T13:00:00.000Z"],
    ["2026-12-08T13:00:00.250+0000", "2026-12-08T13:00:00.250Z"],
    [" 2026-12-08 13:00:00 +0000 ", "2026-12-08T13:00:00.000Z"],
  ])("%s", (text, expected) => expect(iso(text)).toBe(expected));

  test.each(["", "soon", "2026-13-40T00:00:00Z", "2026-12-08T25:00:00+0100", 5, null, undefined, {}])(
    "%j is no time",
    (text) => expect(iso(text)).toBeNull(),
  );

  test("a time without an offset is in the resource's zone", () => {
    expect(iso("2016-11-23 15:00:00", "Europe/Copenhagen")).toBe("2016-11-23T14:00:00.000Z");
    expect(iso("2026-12-08", "Asia/Tokyo")).toBe("2026-12-07T15:00:00.000Z");
  });
});

test("only zones that this system knows are zones", () => {
  expect(["Europe/Madrid", "Mars/Olympus", "", 7].map(knownZone)).toEqual(["Europe/Madrid", "", "", ""]);
});
