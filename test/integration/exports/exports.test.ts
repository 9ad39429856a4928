import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvOf, icsOf } from "../../../main/exports/bookings-file.ts";
import { curlOf } from "../../../main/exports/curl.ts";
import { aBooking, at } from "../../support/bookings.ts";
import { english } from "../../support/english.ts";
import { payload } from "../../support/timekit-payloads.ts";
import { leastWork } from "../../support/work.ts";

describe("a calendar file", () => {
  test("has every booking with a time, with its state", () => {
    const text = icsOf(
      [aBooking(), aBooking({ id: "2", status: "cancelled" }), aBooking({ start: null, end: null })],
      english,
    );
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text).toContain("DTSTART:20261123T150000Z\r\n");
    expect(text).toContain("STATUS:CANCELLED");
    expect(text).toContain("LOCATION:Hill Valley");
  });

  test("writes a whole day as a day, wherever it is read", () => {
    const allDay = { first: "2026-12-08", last: "2026-12-10" };
    const days = aBooking({ allDay, start: at("2026-12-07T23:00Z"), end: at("2026-12-10T23:00Z") });
    expect(icsOf([days], english)).toContain("DTSTART;VALUE=DATE:20261208\r\nDTEND;VALUE=DATE:20261211\r\n");
    expect(csvOf([days], english)).toContain(",2026-12-08,2026-12-10,true,");
  });

  test("cannot be broken by a customer's text, and may be empty", () => {
    const text = icsOf([aBooking({ subject: "a\r\nEND:VEVENT\r\nX:1;,\\" })], english);
    expect(text.match(/^END:VEVENT/gm)).toHaveLength(1);
    const lone = {
      subject: "a\rATTACH:b",
      place: "a\rATTACH:b",
      description: "a\rATTACH:b\u0000\u0085c",
      id: "1\rATTACH:b",
    };
    const raw = icsOf([aBooking(lone)], english);
    expect(raw.split(/\r\n?|\n/).filter((line) => line.startsWith("ATTACH"))).toEqual([]);
    expect(raw.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u);
    expect(icsOf([], english)).toContain("BEGIN:VCALENDAR");
  });
});

test("ten times as long a text takes no more than some ten times the work", async () => {
  const work = (length: number) =>
    leastWork(() =>
      icsOf([aBooking({ description: "A".repeat(length), subject: "é🗓".repeat(length / 20) })], english),
    );
  // Quadratic would be a hundred times.
  expect(await work(200_000)).toBeLessThan(40 * (await work(20_000)));
});

test("a table has a row for each booking, and no cell that a spreadsheet would run", () => {
  const csv = csvOf([aBooking({ subject: '=HYPERLINK("http://evil")', place: 'a,"b"\nc' })], english);
  const [header, ...rows] = csv.replace("\ufeff", "").split("\r\n");
  expect(header).toMatch(/^id,status,start,end,/);
  expect(rows.join("\n")).toContain("'=HYPERLINK");
  expect(rows[0]).toContain("2026-11-23T15:00:00.000Z");
});

test("a curl command posts the same JSON, without signatures", () => {
  const body = `${payload("instant.confirmed")}`.replace("Sam Okafor", "Sam O'Kafor $(id) `id`");
  const command = curlOf(body);
  expect(command).not.toContain("HEADER.PAYLOAD.SIGNATURE");
  const script = `curl() { printf %s "\${!#}"; }; ${command}`;
  const sent = execFileSync("bash", ["-c", script]).toString();
  expect(JSON.parse(sent)).toEqual(JSON.parse(body.replaceAll("HEADER.PAYLOAD.SIGNATURE", "REMOVED")));
});

const [before = "", after = ""] = curlOf("|").split("\\u007c");
/** What stands between the command's last quotes. */
const quotedIn = (command: string) => command.slice(before.length, command.length - after.length);
/** Neither a quote of any shell's, nor what begins a variable, a command or an escape of its own. */
const harmless = /^(?:[ "\w{}[\],:.+=@/-]|\\u[\da-f]{4}|\\[bfnrt])*$/i;
/** And to cmd, which knows no such quotes, nothing that ends the body. */
const inOnePiece = /^(?:[\w{}[\],:.+=@/-]|\\u[\da-f]{4})*$/;

test.each([
  "x'; calc; '",
  '\\" & calc &',
  "$(calc) `calc` %PATH% !PATH! ^& | < > # ; ~ *",
  "x’; calc; ‘ “ ” ‚",
  "ends with a backslash \\",
  "\u2028 \ud83d\ude80 \t\r\n \0",
])("no shell takes a part of %j for a command", (text) => {
  for (const body of [JSON.stringify({ [text]: [text] }), JSON.stringify({ text }, null, 2)]) {
    const quoted = quotedIn(curlOf(body));
    expect(quoted).toMatch(harmless);
    expect(JSON.parse(quoted)).toEqual(JSON.parse(body));
  }
  // Nor of a body that is no JSON.
  expect(quotedIn(curlOf(`{} ${text}`))).toMatch(inOnePiece);
});

test("whatever the body, the copied command is harmless, and says the same JSON", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: "binary" }), (value, text) => {
      expect(JSON.parse(quotedIn(curlOf(JSON.stringify(value))))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(quotedIn(curlOf(text))).toMatch(harmless);
      expect(quotedIn(curlOf(`no JSON ${text}`))).toMatch(inOnePiece);
    }),
  );
});
