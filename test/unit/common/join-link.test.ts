import fc from "fast-check";
import { expect, test } from "vitest";
import { isSoon, joinLinkOf } from "../../../common/join-link.ts";
import { leastWork } from "../../support/work.ts";

const linkIn = (place: string, description = "") => joinLinkOf({ place, description })?.href ?? null;

test.each([
  "https://zoom.us/j/123456789?pwd=abc",
  "https://us02web.zoom.us/j/123456789",
  "https://acme.zoom.us/my/doc.brown",
  "https://meet.google.com/abc-defg-hij",
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d",
  "https://teams.microsoft.com/meet/2345678901?p=abc",
  "https://teams.live.com/meet/9345678901",
  "https://acme.webex.com/meet/doc",
  "https://acme.webex.com/acme/j.php?MTID=m1",
  "https://whereby.com/hill-valley",
  "https://acme.whereby.com/room",
  "https://meet.jit.si/HillValley",
])("%s is preferred wherever it stands", (link) => {
  expect(linkIn("https://example.com/map", `Agenda https://example.org/a Join: ${link}`)).toBe(link);
});

test("a known service's help page is no meeting", () => {
  const help = "https://support.zoom.us/hc/articles/1";
  expect(linkIn("", `${help} https://zoom.us/j/1`)).toBe("https://zoom.us/j/1");
});

test("any other https link will do, the place's before the description's", () => {
  expect(linkIn("Room 4", "https://example.com/a")).toBe("https://example.com/a");
  expect(linkIn("https://example.org/b", "https://example.com/a")).toBe("https://example.org/b");
  expect(linkIn("Hill Valley", "call me")).toBeNull();
});

test.each([
  ["See https://zoom.us/j/1.", "https://zoom.us/j/1"],
  ["(https://zoom.us/j/1)!", "https://zoom.us/j/1"],
  ["<https://zoom.us/j/1>", "https://zoom.us/j/1"],
  ["[Join](https://zoom.us/j/1), please", "https://zoom.us/j/1"],
  ['<a href="https://zoom.us/j/1?a=1&amp;b=2">Join</a>', "https://zoom.us/j/1?a=1&b=2"],
  ["&lt;https://zoom.us/j/1&gt;", "https://zoom.us/j/1"],
  ["HTTPS://ZOOM.US/j/1", "https://zoom.us/j/1"],
])("%s is taken apart", (text, link) => {
  expect(linkIn(text)).toBe(link);
});

const wrapped = (inner: string) =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(inner)}&data=05`;

test("Outlook's wrapping is taken off a known meeting, and stays on anything else", () => {
  expect(linkIn(wrapped("https://zoom.us/j/1"))).toBe("https://zoom.us/j/1");
  for (const inner of ["https://evil.example/", "javascript:alert(1)", "http://zoom.us/j/1", ""])
    expect(linkIn(wrapped(inner))).toBe(wrapped(inner));
});

test.each([
  "http://zoom.us/j/1",
  "javascript:alert(1)",
  "file:///etc/passwd",
  "zoommtg://zoom.us/join?confno=1",
  "https://zoom.us@evil.example/j/1",
  "https://user:secret@zoom.us/j/1",
  "https://",
  "https://[",
])("%s is never opened", (text) => {
  expect(linkIn(text)).toBeNull();
});

test.each(["https://zoom.us.evil.example/j/1", "https://evilzoom.us/j/1", "https://zoom.us:8443/j/1"])(
  "%s does not pass for a known service",
  (text) => {
    expect(linkIn(text, "https://meet.jit.si/Real")).toBe("https://meet.jit.si/Real");
  },
);

const pieces = fc.constantFrom(
  ..."https:// http:// javascript: zoom.us/j/1 @ : / . , ) > < &amp; &gt; % [ ] \\ \n".split(" "),
  wrapped("https://zoom.us/j/1"),
  "\u202e",
  "ü",
);
const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(pieces).map((all) => all.join("")),
);

test("whatever the text, what comes out is https without a user name, and stays what it is when read again", () => {
  fc.assert(
    fc.property(texts, texts, (place, description) => {
      const link = joinLinkOf({ place, description });
      if (link === null) return;
      expect(link.href).toMatch(/^https:\/\/[^/@]+(?:\/|$)/);
      expect([link.protocol, link.username, link.password]).toEqual(["https:", "", ""]);
      expect(new URL(link.href).href).toBe(link.href);
    }),
    { numRuns: 2_000 },
  );
});

const work = (description: string) => leastWork(() => joinLinkOf({ place: "", description }));

test.each(["https://", "https://a.b ", "https://a.b/)", "https://a.b/.", "&amp;", ")", "&#", "https://a-"])(
  "ten times as much of %j takes no more than some ten times the work",
  async (piece) => {
    const length = (size: number) => piece.repeat(size / piece.length);
    // Quadratic would be a hundred times.
    expect(await work(length(100_000))).toBeLessThan(40 * (await work(length(10_000))));
  },
);

test("a meeting can be joined from a quarter of an hour before its start to its end", () => {
  const minute = 60_000;
  const meeting = { start: 100 * minute, end: 130 * minute };
  const soon = [84, 85, 100, 129, 130].map((at) => isSoon(meeting, at * minute));
  expect(soon).toEqual([false, true, true, true, false]);
  expect(isSoon({ start: null, end: null }, 0)).toBe(false);
});
