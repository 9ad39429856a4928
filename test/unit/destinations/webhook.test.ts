import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { details } from "../../../common/change.ts";
import { type DetailLevel, detailLevels } from "../../../common/destinations.ts";
import { alertKinds } from "../../../common/policy.ts";
import { statuses } from "../../../common/status.ts";
import schema from "../../../docs/webhook.schema.json" with { type: "json" };
import { messageOf, testMessage } from "../../../main/destinations/message.ts";
import { webhookBody } from "../../../main/destinations/webhook.ts";
import { english } from "../../support/english.ts";
import { brokenOf } from "../../support/json-schema.ts";
import { happened, hostileTexts, now } from "../../support/outgoing.ts";

const from = { start: now - 72_000_000, end: now - 68_400_000 };
const moved = happened({ kind: "moved", from });
const bodyOf = (detail: DetailLevel) =>
  webhookBody(messageOf(moved, { kind: "moved", detail }, "msg_1", now));

const times = {
  kind: "moved",
  test: false,
  bookingId: "b00c0000-2222-4222-8222-000000000001",
  previousBookingId: null,
  status: "confirmed",
  by: null,
  start: "2026-11-23T15:00:00.000Z",
  end: "2026-11-23T16:00:00.000Z",
  allDay: null,
  previousStart: "2026-11-22T18:00:00.000Z",
  previousEnd: "2026-11-22T19:00:00.000Z",
  previousAllDay: null,
  projectId: "project-1",
  project: "Sales Demo",
  changed: [],
};
const names = {
  hostId: "host-1",
  host: "Doc Brown",
  hostTimeZone: "Europe/London",
  customer: "Marty McFly",
  otherCustomers: "Jennifer Parker",
};
const rest = {
  customerEmail: "marty@example.net",
  customerPhone: "+44 20 7946 0000",
  customerTimeZone: "Europe/London",
  subject: "Time travel",
  place: "Hill Valley",
  comment: "I may be late",
  seatsTaken: 1,
  seatsMax: 4,
  answers: [{ field: "Company", text: "Hill Valley Clocks" }],
  answersText: "Company: Hill Valley Clocks",
};

test.each([
  ["time", times],
  ["names", { ...times, ...names }],
  ["everything", { ...times, ...names, ...rest }],
] as const)("the body at level %s", (detail, data) =>
  expect(bodyOf(detail)).toEqual({
    type: "booking.moved",
    timestamp: "2026-11-23T14:00:00.000Z",
    data: { ...data, detail },
  }),
);

test("a test has all the keys of a real one, and says what it is", () => {
  const made = webhookBody(testMessage("everything", "msg_1", now, english));
  expect(made).toMatchObject({ type: "booking.test", data: { test: true, kind: "new", bookingId: "test" } });
  expect(Object.keys(made.data)).toEqual(Object.keys(bodyOf("everything").data));
  expect(brokenOf(schema, made)).toEqual([]);
});

describe("the schema", () => {
  test("refuses what is no body", () => {
    const body = bodyOf("everything");
    const { bookingId: _, ...without } = body.data;
    const broken = (data: object, more: object = {}) => brokenOf(schema, { ...body, data, ...more });
    expect(broken(without)).toEqual(["$.data required bookingId"]);
    expect(broken({ ...body.data, key: "whsec_x" })).toEqual(["$.data additional key"]);
    expect(broken({ ...body.data, start: "tomorrow" })).toEqual(["$.data.start anyOf"]);
    expect(broken({ ...body.data, customer: "x".repeat(151) })).toEqual(["$.data.customer maxLength"]);
    expect(broken({ ...body.data, answers: [{ field: "x" }] })).toEqual(["$.data.answers[0] required text"]);
    expect(broken(body.data, { type: "booking.done" })).toEqual(["$.type enum"]);
    expect(broken(body.data, { timestamp: 5 })).toEqual(["$.timestamp type"]);
    expect(brokenOf(schema, null)).toEqual(["$ type"]);
  });

  test("names every kind, status and detail that there is", () => {
    const { kind, status, changed } = schema.properties.data.properties;
    expect([...schema.properties.type.enum].sort()).toEqual(
      [...alertKinds, "test"].map((one) => `booking.${one}`).sort(),
    );
    expect([...kind.enum].sort()).toEqual([...alertKinds].sort());
    expect([...status.enum].sort()).toEqual([...statuses, null].sort());
    expect([...changed.items.enum].sort()).toEqual([...details].sort());
  });

  const anyText = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "binary", maxLength: 300 }));
  const anySpan = fc
    .record({
      start: fc.integer({ min: 0, max: 4e12 }),
      length: fc.integer({ min: 0, max: 1e9 }),
      allDay: fc.constantFrom<false | { first: string; last: string }>(false, {
        first: "2026-12-08",
        last: "2026-12-09",
      }),
    })
    .map(({ start, length, allDay }) => ({ start, end: start + length, allDay }));

  test("holds for whatever is sent, which stays below 20 kB", () =>
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom(...alertKinds),
          detail: fc.constantFrom(...detailLevels),
          from: fc.option(anySpan),
          to: fc.option(anySpan),
          own: fc.option(anySpan),
          texts: fc.array(anyText, { minLength: 4, maxLength: 4 }),
          named: fc.boolean(),
        }),
        ({ kind, detail, from, to, own, texts: [a = "", b = "", c = "", d = ""], named }) => {
          const person = { name: a, email: b, phone: c, timeZone: d };
          const booking = {
            ...(own ?? { start: null, end: null, allDay: false as const }),
            id: a,
            subject: a,
            place: b,
            comment: c,
            customer: named ? person : null,
            others: Array(5).fill(person),
            host: named ? { id: a, name: b, timeZone: c } : null,
            project: named ? { id: c, name: d } : null,
            answers: Array(20).fill({ field: a, text: b }),
          };
          const change = { kind: kind === "unpaid" ? ("expired" as const) : kind, from, to, otherHalf: d };
          const body = webhookBody(messageOf(happened(change, booking), { kind, detail }, "msg_1", now));
          expect(brokenOf(schema, body)).toEqual([]);
          const text = JSON.stringify(body);
          expect(new TextEncoder().encode(text).length).toBeLessThan(20_000);
          expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\\u/u);
        },
      ),
    ));
});

test("the example of the guide is a body with all that one of its level has", () => {
  const guide = readFileSync(path.join(import.meta.dirname, "../../../docs/destinations.md"), "utf8");
  const example = JSON.parse(/```json\n([^`]+)```/.exec(guide)?.[1] ?? "");
  expect(brokenOf(schema, example)).toEqual([]);
  expect(Object.keys(example.data)).toEqual(Object.keys(bodyOf("names").data));
});
