import fc from "fast-check";
import { expect, test } from "vitest";
import { detailLevels } from "../../../common/destinations.ts";
import { workflowVariables } from "../../../common/outgoing-body.ts";
import { messageOf, testMessage } from "../../../main/destinations/message.ts";
import { workflowBody, workflowDigest, workflowRepeat } from "../../../main/destinations/workflow.ts";
import { english, englishInLondon } from "../../support/english.ts";
import { happened, hostileTexts, now } from "../../support/outgoing.ts";

const from = { start: now - 72_000_000, end: now - 68_400_000 };
const moved = happened({ kind: "moved", from });
const message = messageOf(moved, { kind: "moved", detail: "names" }, "msg_1", now);

test("a workflow gets flat texts, under the names that it declares", () =>
  expect(workflowBody(message, englishInLondon)).toEqual({
    event: "moved",
    when: "Mon 23 Nov, 15:00 GMT (1 h)",
    when_before: "Sun 22 Nov, 18:00 GMT",
    project: "Sales Demo",
    host: "Doc Brown",
    customer: "Marty McFly",
    text: "Moved: Marty McFly and 1 more, Mon 23 Nov, 15:00 GMT (1 h)",
  }));

test("at the level of times it gets no name", () => {
  const body = workflowBody(
    messageOf(moved, { kind: "moved", detail: "time" }, "msg_1", now),
    englishInLondon,
  );
  expect(body).toMatchObject({ host: "", customer: "", text: "Booking moved, Mon 23 Nov, 15:00 GMT (1 h)" });
});

test("many are one with counts, a test and a repeat say what they are", () => {
  expect(workflowDigest([message, message], englishInLondon)).toMatchObject({
    event: "digest",
    when: "",
    text: "2 booking updates: 2 moved",
  });
  const body = workflowBody(testMessage("time", "msg_1", now, english), englishInLondon);
  expect(body).toMatchObject({ event: "test" });
  expect(body.text).toMatch(/^Test from Bookbell: nobody booked this\. New booking, /);
  expect(workflowRepeat(body, englishInLondon).text).toBe(
    `May be a repeat: Slack didn’t answer. ${body.text}`,
  );
});

test("whatever others write, every variable is a short text without brackets", () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...hostileTexts),
      fc.constantFrom(...hostileTexts),
      fc.constantFrom(...detailLevels),
      (name, text, detail) => {
        const customer = { name, email: "", phone: "", timeZone: "" };
        const host = { id: "h", name: text, timeZone: "" };
        const what = happened({}, { customer, host, project: { id: "p", name: text } });
        const body = workflowBody(messageOf(what, { kind: "new", detail }, "msg_1", now), englishInLondon);
        expect(Object.keys(body).sort()).toEqual([...workflowVariables].sort());
        for (const value of Object.values(body)) {
          expect(value).not.toMatch(/[<>\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
          expect([...value].length).toBeLessThan(300);
        }
      },
    ),
  ));
