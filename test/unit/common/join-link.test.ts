import fc from "fast-check";
import { expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { isSoon, joinHostOf, joinLinkOf } from "../../../common/join-link.ts";
import { aBooking } from "../../support/bookings.ts";
import { leastWork } from "../../support/work.ts";

const joined = (told: Partial<Booking>) => joinLinkOf(aBooking({ place: "", ...told }))?.url.href ?? null;
const linkIn = (place: string, description = "") => joined({ place, description });

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
])("%s is preferred in the place, and taken from the description where that has none", (link) => {
  expect(linkIn(`https://example.com/map or ${link}`)).toBe(link);
  expect(linkIn("Room 4", `Agenda https://example.org/a Join: ${link}`)).toBe(link);
});

test("a known service's help page is no meeting", () => {
  const help = "https://support.zoom.us/hc/articles/1";
  expect(linkIn("", `${help} https://zoom.us/j/1`)).toBe("https://zoom.us/j/1");
});

test("the place goes before the description, whatever stands there", () => {
  expect(linkIn("https://example.org/b", "https://zoom.us/j/1")).toBe("https://example.org/b");
  expect(linkIn("Hill Valley", "call me")).toBeNull();
});

test("a description gives known services only", () => {
  expect(linkIn("", "https://example.com/a https://login-microsoftonline.evil.example/")).toBeNull();
});

const wrapped = (inner: string) =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(inner)}&data=05`;

const evil = "https://zoom.us/j/66666?pwd=attacker";

test.each<[string, Partial<Booking>, string]>([
  ["a comment", { comment: `Mine: ${evil}` }, evil],
  ["a form answer", { answers: [{ field: "link", text: evil }] }, evil],
  ["the key of a form answer", { answers: [{ field: evil, text: "yes" }] }, evil],
  ["a name", { customer: { name: evil, email: "", phone: "", timeZone: "" } }, evil],
  ["another room of it", { comment: "https://zoom.us/j/1" }, evil],
  ["another way of writing it", { comment: "https://ｚｏｏｍ%2Eus/j/66666" }, evil],
  ["Outlook's wrapping", { comment: wrapped(evil) }, evil],
  ["its wrapping in the description", { comment: evil }, wrapped(evil)],
])(
  "what the customer wrote into the description is not joined, though the host's is: %s",
  (_what, entered, link) => {
    expect(joined({ ...entered, description: `Comment: ${link}` })).toBeNull();
    const both = `Comment: ${link}\nhttps://meet.jit.si/Real`;
    expect(joined({ ...entered, description: both })).toBe("https://meet.jit.si/Real");
  },
);

test.each([
  ["an answer that was cut off", [{ field: "link", text: "x".repeat(1_000) }]],
  ["as many answers as are kept", Array(20).fill({ field: "a", text: "b" })],
])("where more may have been entered than is kept, the description gives nothing: %s", (_what, answers) => {
  expect(joined({ answers, description: `Comment: ${evil}` })).toBeNull();
});

test.each([
  "https://127.0.0.1/x",
  "https://127.1/x",
  "https://0x7f.1/x",
  "https://2130706433/x",
  "https://10.0.0.1/x",
  "https://192.168.1.1:8443/x",
  "https://169.254.169.254/latest/meta-data",
  "https://203.0.113.7/x",
  "https://[::1]/x",
  "https://[fe80::1]/x",
  "https://[::ffff:10.0.0.1]/x",
  "https://localhost/x",
  "https://localhost./x",
  "https://app.localhost/x",
  "https://printer.local/x",
  "https://router/x",
  "https://nas.home.arpa/x",
  "https://wiki.internal/x",
])("%s is nobody's meeting", (link) => {
  expect(linkIn(link)).toBeNull();
});

test("a name that only looks like a known one is no known one, and is shown for what it is", () => {
  const fake = aBooking({ place: "https://zооm.us/j/1" });
  expect(joinLinkOf(fake)).toMatchObject({ sure: false });
  expect(joinHostOf(fake)).toMatch(/^xn--/);
});

test.each<[Partial<Booking>, boolean]>([
  [{ place: "https://zoom.us/j/1" }, true],
  [{ place: "Zoom: https://zoom.us/j/1" }, true],
  [{ place: "https://video.example.com/j/8840" }, false],
  [{ place: "Room 4", description: "https://zoom.us/j/1" }, false],
  [{ place: evil, answers: [{ field: "where", text: ` ${evil} ` }] }, false],
  [{ place: `Zoom: ${evil}`, answers: [{ field: "where", text: evil }] }, false],
  [{ place: evil, comment: evil }, false],
])("with %j it is sure that the host meant it: %j", (told, sure) => {
  expect(joinLinkOf(aBooking(told))?.sure).toBe(sure);
});

test("a button names the host, of a long one its end", () => {
  expect(joinHostOf(aBooking({ place: "https://zoom.us/j/1" }))).toBe("zoom.us");
  const long = "https://login.microsoftonline.com.of.some.evil.example/j/1";
  expect(joinHostOf(aBooking({ place: long }))).toBe("…online.com.of.some.evil.example");
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
    expect(linkIn(`${text} https://meet.jit.si/Real`)).toBe("https://meet.jit.si/Real");
    expect(linkIn("", text)).toBeNull();
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
      const link = joinLinkOf(aBooking({ place, description }))?.url;
      if (!link) return;
      expect(link.href).toMatch(/^https:\/\/[^/@]+(?:\/|$)/);
      expect([link.protocol, link.username, link.password]).toEqual(["https:", "", ""]);
      expect(new URL(link.href).href).toBe(link.href);
    }),
    { numRuns: 2_000 },
  );
});

const given = fc.constantFrom(
  "https://zoom.us/j/1",
  "https://video.example.com/a",
  `Here: ${wrapped("https://zoom.us/j/1")}`,
);
const person = fc.record({ name: texts, email: texts, phone: texts, timeZone: fc.constant("") });
const entered = fc.record({
  description: texts,
  comment: fc.oneof(texts, given),
  answers: fc.array(fc.record({ field: texts, text: fc.oneof(texts, given) }), { maxLength: 3 }),
  customer: person,
  others: fc.array(person, { maxLength: 2 }),
});

test("nothing that a customer can enter changes what Join opens when the host gave a place", () => {
  fc.assert(
    fc.property(given, entered, (place, told) => {
      expect(joined({ place, ...told })).toBe(joined({ place }));
    }),
    { numRuns: 2_000 },
  );
});

test("no link that stands in a comment is opened out of the description that repeats it", () => {
  fc.assert(
    fc.property(texts, texts, (comment, before) => {
      const alone = joined({ description: `${before}\nComment: ` });
      expect([alone, null]).toContain(joined({ comment, description: `${before}\nComment: ${comment}` }));
    }),
    { numRuns: 2_000 },
  );
});

const work = (text: string) =>
  leastWork(() => joinLinkOf(aBooking({ place: "", description: text, comment: text })));

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
