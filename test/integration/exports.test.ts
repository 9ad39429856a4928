import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { csvOf, icsOf } from "../../main/exports/bookings-file.ts";
import { curlOf } from "../../main/exports/curl.ts";
import { aBooking, at } from "../support/bookings.ts";
import { payload } from "../support/timekit-payloads.ts";

describe("a calendar file", () => {
  test("has every booking with a time, with its state", () => {
    const text = icsOf([
      aBooking(),
      aBooking({ id: "2", status: "cancelled" }),
      aBooking({ start: null, end: null }),
    ]);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text).toContain("DTSTART:20261123T150000Z\r\n");
    expect(text).toContain("STATUS:CANCELLED");
    expect(text).toContain("LOCATION:Hill Valley");
  });

  test("writes a whole day as a day, wherever it is read", () => {
    const allDay = { first: "2026-12-08", last: "2026-12-10" };
    const days = aBooking({ allDay, start: at("2026-12-07T23:00Z"), end: at("2026-12-10T23:00Z") });
    expect(icsOf([days])).toContain("DTSTART;VALUE=DATE:20261208\r\nDTEND;VALUE=DATE:20261211\r\n");
    expect(csvOf([days])).toContain(",2026-12-08,2026-12-10,true,");
  });

  test("cannot be broken by a customer's text, and may be empty", () => {
    const text = icsOf([aBooking({ subject: "a\r\nEND:VEVENT\r\nX:1;,\\" })]);
    expect(text.match(/^END:VEVENT/gm)).toHaveLength(1);
    expect(icsOf([])).toContain("BEGIN:VCALENDAR");
  });
});

test("a table has a row for each booking, and no cell that a spreadsheet would run", () => {
  const csv = csvOf([aBooking({ subject: '=HYPERLINK("http://evil")', place: 'a,"b"\nc' })]);
  const [header, ...rows] = csv.replace("\ufeff", "").split("\r\n");
  expect(header).toMatch(/^id,status,start,end,/);
  expect(rows.join("\n")).toContain("'=HYPERLINK");
  expect(rows[0]).toContain("2026-11-23T15:00:00.000Z");
});

test("a curl command posts the same body, without signatures", () => {
  const body = `${payload("instant.confirmed")}`.replace("Sam Okafor", "Sam O'Kafor $(id) `id`");
  const command = curlOf(body);
  expect(command).not.toContain("HEADER.PAYLOAD.SIGNATURE");
  const script = `curl() { printf %s "\${!#}"; }; ${command}`;
  const sent = execFileSync("bash", ["-c", script]).toString();
  expect(sent).toBe(body.replaceAll("HEADER.PAYLOAD.SIGNATURE", "REMOVED"));
});
