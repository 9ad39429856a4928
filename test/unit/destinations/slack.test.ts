import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import type { Change } from "../../../common/change.ts";
import { type DetailLevel, detailLevels, type Message } from "../../../common/destinations.ts";
import type { Element, SlackBody } from "../../../common/outgoing-body.ts";
import { type AlertKind, alertKinds } from "../../../common/policy.ts";
import { messageOf, testMessage } from "../../../main/destinations/message.ts";
import {
  asRepeat,
  asTextOnly,
  isDigestDue,
  slackBody,
  slackDigest,
} from "../../../main/destinations/slack.ts";
import { english, englishInLondon } from "../../support/english.ts";
import { happened, hostileTexts, now } from "../../support/outgoing.ts";

const hour = 3_600_000;
const before = { start: now - 20 * hour, end: now - 19 * hour };
const message = (
  kind: AlertKind,
  detail: DetailLevel,
  change: Partial<Change> = {},
  booking: Partial<Booking> = {},
): Message => messageOf(happened({ kind: "new", ...change }, booking), { kind, detail }, "msg_1", now);

const elementsOf = ({ blocks }: SlackBody): readonly Element[] => blocks?.[0].elements[0].elements ?? [];
/** As a reader sees it, whose clock is the writer's. */
const seen = (body: SlackBody) =>
  elementsOf(body)
    .map((one) => {
      const text = one.type === "text" ? one.text : one.fallback;
      return one.style?.strike ? `~${text}~` : text;
    })
    .join("");

/** A change of each kind, as it comes. */
const changes: Record<AlertKind, [Partial<Change>, Partial<Booking>]> = {
  new: [{}, { others: [] }],
  asked: [{ kind: "asked" }, { status: "asked" }],
  held: [{ kind: "held" }, { status: "held" }],
  confirmed: [{ kind: "confirmed" }, {}],
  moved: [{ kind: "moved", from: before }, {}],
  declined: [{ kind: "declined", from: before }, { status: "declined" }],
  cancelled: [{ kind: "cancelled" }, { status: "cancelled", by: "customer" }],
  expired: [{ kind: "expired" }, { status: "expired" }],
  unpaid: [{ kind: "expired" }, { status: "expired", payment: "unpaid" }],
  details: [{ kind: "details", details: ["place", "comment"] }, {}],
};

test.each(alertKinds)("%s has the form that was looked at", async (kind) => {
  const [change, booking] = changes[kind];
  const levels = Object.fromEntries(
    detailLevels.map((detail) => {
      const body = slackBody(message(kind, detail, change, booking), englishInLondon);
      return [detail, { seen: seen(body).split("\n"), body }];
    }),
  );
  await expect(`${JSON.stringify(levels, null, 2)}\n`).toMatchFileSnapshot(
    `../../fixtures/slack/${kind}.json`,
  );
});

test("a moved booking shows its old time struck, and the new one, in the zone of whoever reads", () => {
  const body = slackBody(message("moved", "names", changes.moved[0]), englishInLondon);
  const dates = elementsOf(body).filter((one) => one.type === "date");
  expect(dates).toMatchObject([
    { timestamp: before.start / 1_000, format: "{date_short_pretty}, {time}", style: { strike: true } },
    { timestamp: now / 1_000 + 3_600, fallback: "Mon 23 Nov, 15:00 GMT" },
  ]);
});

test.each<[string, Partial<Change>, Partial<Booking>, string]>([
  [
    "moved away, nobody knows where to",
    { kind: "moved" },
    {},
    "Booking moved\n~Mon 23 Nov, 15:00 GMT~ The new time isn’t known yet.",
  ],
  ["no time told", {}, { start: null, end: null }, "New booking\nTime not set yet"],
  [
    "whole days",
    { kind: "moved", from: { ...before, allDay: { first: "2026-12-08", last: "2026-12-08" } } },
    { allDay: { first: "2026-12-08", last: "2026-12-10" } },
    "Booking moved\n~Tue 8 Dec~ → Tue 8 Dec – Thu 10 Dec",
  ],
])("%s", (_name, change, booking, expected) => {
  const kind = change.kind === "moved" ? "moved" : "new";
  const body = slackBody(message(kind, "time", change, booking), englishInLondon);
  expect(seen(body)).toBe(`${expected}\nSales Demo · from Bookbell`);
});

test("who is not named is not asked after", () => {
  const nobody = { customer: null, others: [], host: null, project: null };
  expect(
    seen(slackBody(message("cancelled", "names", {}, { ...nobody, by: "customer" }), englishInLondon)),
  ).toBe("Cancelled by the customer\nMon 23 Nov, 15:00 GMT (1 h)\nfrom Bookbell");
  expect(
    seen(slackBody(message("cancelled", "names", {}, { by: "customer", others: [] }), englishInLondon)),
  ).toMatch(/^Cancelled by Marty McFly\n/);
  expect(seen(slackBody(message("moved", "names", { kind: "moved" }), englishInLondon))).toMatch(
    /^Moved: Marty McFly and 1 more\n/,
  );
});

test("up to ten waiting are told each", () => {
  expect(isDigestDue(10)).toBe(false);
  expect(isDigestDue(11)).toBe(true);
});

test("many waiting become one with counts, and nothing of any booking", () => {
  const many = [...Array(9).fill("moved"), "new", "new", "unpaid"].map((kind: AlertKind) =>
    message(kind, "everything"),
  );
  const body = slackDigest(many, englishInLondon);
  expect(body.text).toBe("12 booking updates: 2 new, 9 moved, 1 not paid in time");
  expect(seen(body)).toBe(
    "12 booking updates\n2 new, 9 moved, 1 not paid in time\nEach of them is in Bookbell. · from Bookbell",
  );
});

test("a test says that it is one, before anything else", () => {
  const body = slackBody(testMessage("everything", "msg_1", now, english), englishInLondon);
  expect(body.text).toMatch(/^Test from Bookbell: nobody booked this\. New booking: Bookbell test/);
  expect(seen(body)).toMatch(/^Test from Bookbell: nobody booked this\.\nNew booking: Bookbell test\n/);
});

test("a repeat says that it may be one, with blocks and without", () => {
  const body = slackBody(message("new", "names"), englishInLondon);
  const line = "May be a repeat: Slack didn’t answer.";
  expect(seen(asRepeat(body, englishInLondon))).toBe(`${line}\n${seen(body)}`);
  expect(asRepeat(asTextOnly(body), englishInLondon)).toEqual({
    text: `${line} ${body.text}`,
    unfurl_links: false,
    unfurl_media: false,
  });
});

test("of many answers the first are sent, and the rest counted", () => {
  const answers = Array.from({ length: 20 }, (_, at) => ({ field: `Field ${at}`, text: "x" }));
  const text = seen(slackBody(message("new", "everything", {}, { answers }), englishInLondon));
  expect(text).toContain("Field 7: x\n12 more answers: see Bookbell\n");
});

describe("whatever others write", () => {
  const anyText = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "binary", maxLength: 300 }));
  const anyMessage = fc
    .record({
      kind: fc.constantFrom(...alertKinds),
      detail: fc.constantFrom(...detailLevels),
      texts: fc.array(anyText, { minLength: 9, maxLength: 9 }),
    })
    .map(({ kind, detail, texts }) => {
      const [name = "", email = "", phone = "", subject = "", place = "", comment = "", ...more] = texts;
      const [host = "", project = "", answer = ""] = more;
      return message(
        kind,
        detail,
        {},
        {
          customer: { name, email, phone, timeZone: "" },
          subject,
          place,
          comment,
          host: { id: "h", name: host, timeZone: "" },
          project: { id: "p", name: project },
          answers: Array(20).fill({ field: answer, text: answer }),
        },
      );
    });

  test("it stays text, of one line, without controls and tricks of the reading order, and is cut", () =>
    fc.assert(
      fc.property(anyMessage, (made) => {
        const elements = elementsOf(slackBody(made, englishInLondon));
        for (const one of elements) {
          expect(["text", "date"]).toContain(one.type);
          expect(
            Object.keys(one.style ?? {}).every((key) => ["bold", "italic", "strike"].includes(key)),
          ).toBe(true);
          const text = one.type === "text" ? one.text : one.fallback;
          expect(text).not.toBe("");
          expect(text).not.toMatch(/(?!^\n$)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
          // Project and host stand in one line with our own words.
          expect([...text].length).toBeLessThanOrEqual(2 * 200 + 30);
        }
      }),
    ));

  test("the whole stays below the limits of a message, and no preview is opened", () =>
    fc.assert(
      fc.property(anyMessage, (made) => {
        const body = slackBody(made, englishInLondon);
        expect([...body.text].length).toBeLessThan(500);
        expect([...seen(body)].length).toBeLessThan(4_000);
        expect(body).toMatchObject({ unfurl_links: false, unfurl_media: false });
        expect(body.blocks?.length).toBe(1);
      }),
    ));

  test("the fallback has no markup, no link, and nothing of others unless names may leave", () =>
    fc.assert(
      fc.property(anyMessage, (made) => {
        const when = ", Mon 23 Nov, 15:00 GMT (1 h)";
        const { text } = slackBody(made, englishInLondon);
        expect(text.endsWith(when)).toBe(true);
        const what = text.slice(0, -when.length).replace(/^[A-Z][a-z ,]+: /, "");
        expect(what).not.toMatch(/[<>*_~`|@#:/]|\.\S|&(?!amp;)/);
        if (made.detail === "time") expect(what).toMatch(/^[A-Z][a-z ,]+$/);
      }),
    ));
});
