import { describe, expect, test } from "vitest";
import { mentions, searchable, spellingsOf } from "../../../main/bookings/mentions.ts";

const finds = (body: string | Uint8Array, address: string) =>
  mentions(searchable(typeof body === "string" ? Buffer.from(body) : body), spellingsOf(address));
const json = (value: unknown) => JSON.stringify({ value });

describe("an address is found", () => {
  test.each([
    ["as it is", json("ann@example.net"), "ann@example.net"],
    ["in another case", json("Ann@Example.NET"), " ann@example.net "],
    ["in another case beyond ASCII", json("ÄRGER@example.net"), "ärger@example.net"],
    ["with a sharp s", json("STRASSE@example.net"), "straße@example.net"],
    ["with its accent apart", json("a\u0308rger@example.net"), "Ärger@example.net"],
    ["quoted, which JSON escapes", json('"zeb q"@example.com'), '"zeb q"@example.com'],
    ["with its letters escaped", '{"a":"\\u0061nn\\u0040example.net"}', "ann@example.net"],
    ["in JSON within JSON", json(json("ann@example.net")), "ann@example.net"],
    ["escaped in JSON within JSON", json('{"a":"\\u0061nn\\u0040example.net"}'), "ann@example.net"],
    ["percent-encoded twice", json("https://x.example/?mail=ann%2540example.net&b=1"), "ann@example.net"],
    ["in HTML", json("<a>ann&#64;example.net</a>, o&#39;neil&#x40;example.net"), "o'neil@example.net"],
    ["with an ampersand, in HTML", json("a&amp;b&commat;example.net"), "a&b@example.net"],
    [
      "in a link in HTML in JSON",
      json(json("&lt;a href=&quot;?m=ann%40example.net&quot;")),
      "ann@example.net",
    ],
    ["behind a line break", json("Email:\nann@example.net\nPhone"), "ann@example.net"],
    ["at the end of a sentence", json("Ask <ann@example.net>, or 'ann@example.net'."), "ann@example.net"],
    ["in a link", json("https://x.example/?mail=ann%40example.net&b=1"), "ann@example.net"],
    ["in a link, as it is", json("https://x.example/?mail=ann@example.net"), "ann@example.net"],
    ["in JSON that is broken", '{"mail":"ann@example.net"', "ann@example.net"],
    ["as a key", '{"ann@example.net":1,"ann@example.net":2}', "ann@example.net"],
    ["with its domain in punycode", json("ann@xn--bcher-kva.example"), "ann@bücher.example"],
    ["with its domain in letters", json("ann@bücher.example"), "ann@xn--bcher-kva.example"],
    ...["b", "f", "n", "r", "t"].map((control): [string, string, string] => [
      `behind the escape ${control}`,
      `{"a":"Ask\\${control}ann@example.net"}`,
      "ann@example.net",
    ]),
    [
      "in a link, with letters beyond ASCII",
      json("https://x.example/?m=%C3%A4rger%40example.net"),
      "ärger@example.net",
    ],
    ["in UTF-16", Buffer.from("\ufeff{ärger@example.net}", "utf16le"), "ärger@example.net"],
    ["in Latin-1", Buffer.from('{"a":"ärger@example.net"}', "latin1"), "ärger@example.net"],
  ])("%s", (_, body, address) => expect(finds(body, address)).toBe(true));
});

describe("another address is none of it", () => {
  test.each([
    ["joann@example.net"],
    ["jo.ann@example.net"],
    ["jo-ann@example.net"],
    ["o'ann@example.net"],
    ["bo+ann@example.net"],
    ["ann@example.net.au"],
    ["ann@example.network"],
    ["ann@example.net-work.example"],
    ["ann@exampleXnet"],
    ["ann@example.net.4u"],
    ["ann@example.net--work.example"],
    [`joann@example.net ${"x".repeat(200)}`],
  ])("%s", (other) => expect(finds(json(other), "ann@example.net")).toBe(false));
});

test.each(["", "%", "ann", "@example.net", "ann@", "ann @"])("%j is no address, and finds nothing", (text) =>
  expect(spellingsOf(text)).toEqual([]),
);

test("at the very beginning of a text, too", () => {
  expect(mentions("ann@example.net", ["ann@example.net"])).toBe(true);
});

test("no address goes on behind a blank", () => {
  expect(spellingsOf("ann@example.net and more")).toEqual([]);
});

test("a domain that cannot be written otherwise is looked for as it is", () => {
  expect(spellingsOf("ann@xn--0")).toEqual(["ann@xn--0"]);
});
