import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Booking, Party } from "../../../../common/booking.ts";
import { joinLinkOf } from "../../../../common/join-link.ts";
import type { Status } from "../../../../common/status.ts";
import { bookingOf } from "../../../../main/bookings/facts.ts";
import { merge } from "../../../../main/bookings/merge.ts";
import { readDelivery } from "../../../../main/sources/timekit/read.ts";
import { payload, payloadNames, payloadWith } from "../../../support/timekit-payloads.ts";

const standings: Record<string, readonly [Status, Party]> = {
  "confirm_decline.cancelled": ["cancelled", "host"],
  "confirm_decline.cancelled_by_customer": ["cancelled", "customer"],
  "confirm_decline.completed": ["done", null],
  "confirm_decline.confirmed": ["confirmed", null],
  "confirm_decline.declined": ["declined", "host"],
  "confirm_decline.rescheduled_by_customer": ["moved", "customer"],
  "confirm_decline.tentative": ["asked", null],
  "group_customer.cancelled_by_customer": ["cancelled", "customer"],
  "group_customer.cancelled_by_owner": ["cancelled", "host"],
  "group_customer.completed": ["done", null],
  "group_customer.confirmed": ["confirmed", null],
  "group_customer.error": ["unknown", null],
  "group_customer_payment.cancelled_by_owner": ["cancelled", "host"],
  "group_customer_payment.completed": ["done", null],
  "group_customer_payment.error": ["unknown", null],
  "group_customer_payment.paid": ["confirmed", null],
  "group_owner.cancelled": ["cancelled", "host"],
  "group_owner.completed": ["done", null],
  "group_owner.error": ["unknown", null],
  "group_owner.tentative": ["confirmed", null],
  "help-article.instant.confirmed": ["confirmed", null],
  "instant.cancelled": ["cancelled", "host"],
  "instant.cancelled_by_customer": ["cancelled", "customer"],
  "instant.completed": ["done", null],
  "instant.confirmed": ["confirmed", null],
  "instant.error": ["unknown", null],
  "instant.other": ["unknown", null],
  "instant.rescheduled_by_customer": ["moved", "customer"],
  "instant_payment.cancelled": ["cancelled", "host"],
  "instant_payment.cancelled_by_customer": ["cancelled", "customer"],
  "instant_payment.completed": ["done", null],
  "instant_payment.error": ["unknown", null],
  "instant_payment.paid": ["confirmed", null],
  "instant_payment.tentative": ["held", null],
  "instant_payment.unpaid": ["expired", null],
  "reservation.expired": ["expired", null],
  "reservation.reserved": ["held", null],
  "source-shaped/webhook.instant.confirmed.2017": ["confirmed", null],
  "variants/cancelled.event-null": ["cancelled", "host"],
  "variants/reschedule.by-link.1-old": ["moved", "customer"],
  "variants/unknown-graph-and-state": ["unknown", null],
};

const isRest = (name: string) => name.startsWith("source-shaped/rest.");

function read(body: Uint8Array): Booking {
  const reading = readDelivery(body);
  if (!reading.ok) throw new Error(reading.reason.code);
  return bookingOf(merge(null, reading.report).known);
}

describe("every sample of a webhook body", () => {
  test.each(payloadNames().filter((name) => !isRest(name)))("%s becomes its booking", (name) => {
    const booking = read(payload(name));
    const [status, by] = standings[name] ?? ["confirmed", null];
    expect(booking).toMatchObject({ status, by });
    expect(booking.id).toBe(JSON.parse(payload(name).toString()).id);
    if (name === "variants/minimal.native-fields-only")
      expect(booking).toMatchObject({ start: null, end: null });
    else expect(booking.end).toBeGreaterThan(booking.start ?? Number.NaN);
  });

  test.each(payloadNames().filter(isRest))("%s, a REST answer, is read without its wrapper", (name) => {
    const { data } = JSON.parse(payload(name).toString());
    const inner = Array.isArray(data) ? data[0] : data;
    expect(read(payload(name))).toEqual(read(Buffer.from(JSON.stringify(inner))));
  });

  test.each([
    [{ data: [] }, { code: "no-object" }],
    [{ data: [{}, {}] }, { code: "no-object" }],
    [{ data: null }, { code: "no-object" }],
    [{ data: { data: {} } }, { code: "no-text", fields: ["id", "graph", "state"] }],
    [{ data: {} }, { code: "no-text", fields: ["id", "graph", "state"] }],
    [{}, { code: "no-text", fields: ["id", "graph", "state"] }],
  ])("%j is refused with its reason", (body, reason) => {
    expect(readDelivery(Buffer.from(JSON.stringify(body)))).toEqual({ ok: false, reason });
  });
});

test("Timekit's published example tells everything it holds", () => {
  expect(read(payload("help-article.instant.confirmed"))).toEqual({
    id: "b3c99d95-6a46-4957-b30e-bfc929efabc3",
    status: "confirmed",
    by: null,
    payment: null,
    mayBeMoved: false,
    native: { graph: "instant", state: "confirmed" },
    start: Date.parse("2017-12-05T14:00:00Z"),
    end: Date.parse("2017-12-05T15:00:00Z"),
    allDay: false,
    subject: "Doc. Emmett Brown x Marty McFly",
    // `event.where` is "TBD"; the place is told in attributes.
    place: "Hill Valley",
    description: "Comment: If my calculations are correct, when this baby hits 88 miles per hour...",
    comment: "If my calculations are correct, when this baby hits 88 miles per hour...",
    answers: [],
    // The zone the customer entered, not that of the account.
    customer: { name: "Marty McFly", email: "mcfly@timekit.io", phone: "", timeZone: "Europe/Madrid" },
    others: [],
    host: {
      id: "14ac45d1-5e38-4d1c-9cb9-4fcaa447fa97",
      name: "Doc. Emmett Brown",
      timeZone: "America/Los_Angeles",
    },
    project: null,
    seats: null,
    ownerId: null,
  });
});

test("the answers to a form's own fields are told", () => {
  expect(read(payload("variants/customer.custom-fields")).answers).toEqual([
    { field: "company", text: "Okafor Ltd" },
    { field: "topics", text: "pricing, api" },
    { field: "newsletter", text: "no" },
  ]);
});

test.each(["voip", "first_name", "last_name", "topic"])(
  "a link that the customer has put into %s is an answer of theirs, in whatever shape, and not the host's way in",
  (field) => {
    const link = "https://zoom.us/j/66666?pwd=attacker";
    const event = {
      start: "2026-12-08T13:00:00Z",
      end: "2026-12-08T14:00:00Z",
      where: "",
      description: `Is: ${link}`,
    };
    // A name is a text, or the body no booking.
    for (const value of field.endsWith("_name") ? [link] : [link, { at: [link] }, [[link]]]) {
      const customer = { name: "Sam Okafor", email: "sam@example.com", [field]: value };
      const changes = { event, attributes: { event_info: event }, customers: [customer] };
      const reading = readDelivery(payloadWith("instant.confirmed", changes));
      if (!reading.ok) throw new Error(reading.reason.code);
      expect(reading.report.facts.answers).toEqual([{ field, text: expect.stringContaining(link) }]);
      expect(joinLinkOf(bookingOf(merge(null, reading.report).known))).toBeNull();
    }
  },
);

test("an answer in lists of lists is none, however deep they go, and is read without a word", () => {
  const nested = (levels: number) => `${"[".repeat(levels)}"x"${"]".repeat(levels)}`;
  const withAnswer = (answer: string) =>
    readDelivery(
      Buffer.from(
        `{"id":"1","graph":"instant","state":"confirmed","customers":[{"name":"Sam","topic":${answer}}]}`,
      ),
    );
  const answers = (levels: number) => {
    const reading = withAnswer(nested(levels));
    return reading.ok ? reading.report.facts.answers : reading.reason;
  };
  expect(answers(1)).toEqual([{ field: "topic", text: "x" }]);
  // The body, its list of customers and the customer are three levels more.
  expect([answers(2), answers(61)]).toEqual([undefined, undefined]);
  for (const levels of [62, 13_000, 100_000])
    expect(answers(levels)).toEqual({ code: "too-deep", levels: 64 });
});

test("every spelling of a time is the same instant", () => {
  const names = ["offset-colon", "offset-no-colon", "zulu"].map((name) => `variants/timestamps.${name}`);
  for (const name of names) expect(read(payload(name)).start).toBe(Date.parse("2026-12-08T13:00:00Z"));
});

test("a booking asked for has no event yet, only the times asked for", () => {
  expect(read(payload("confirm_decline.tentative")).start).toBe(Date.parse("2026-12-08T13:00:00Z"));
});

test("a class tells its seats, and a seat its class", () => {
  expect(read(payload("group_owner.tentative")).seats).toEqual({ taken: 0, max: 20 });
  expect(read(payload("group_customer.confirmed")).ownerId).toBe(read(payload("group_owner.tentative")).id);
});

test("several customers are all kept", () => {
  const booking = read(payload("variants/customers.two"));
  expect([booking.customer, ...booking.others].map((person) => person?.name)).toHaveLength(2);
});

test("keys of odd types count as not told", () => {
  const odd = {
    event: [],
    attributes: "x",
    customers: {},
    user: null,
    project: 7,
    owner_booking: [],
    meta: "{}",
  };
  expect(read(payloadWith("instant.confirmed", odd))).toMatchObject({
    start: null,
    customer: null,
    host: null,
  });
  expect(read(payloadWith("instant.confirmed", { event: null, attributes: null }))).toMatchObject({
    subject: "",
  });
  expect(
    read(payloadWith("instant.confirmed", { customers: [null, 3, { name: "Ann" }] })).others[1]?.name,
  ).toBe("Ann");
});

test("a name that is an object's own word is no known state", () => {
  expect(read(payloadWith("instant.confirmed", { state: "constructor" })).status).toBe("unknown");
  expect(read(payloadWith("instant.confirmed", { state: "tentative", graph: "__proto__" })).status).toBe(
    "unknown",
  );
});

test.each([
  ["", { code: "not-json" }],
  ["{", { code: "not-json" }],
  ["[]", { code: "no-object" }],
  ["null", { code: "no-object" }],
  ['{"id":"1","graph":"instant"}', { code: "no-text", fields: ["state"] }],
  ['{"id":7,"graph":"","state":"x"}', { code: "no-text", fields: ["id", "graph"] }],
])("%j is refused with its reason", (body, reason) => {
  expect(readDelivery(Buffer.from(body))).toEqual({ ok: false, reason });
});

test("bytes that are not UTF-8 are refused, not guessed at", () => {
  const body = Buffer.from('{"id":"1","graph":"instant","state":"confirmed","x":"\xff"}', "latin1");
  expect(readDelivery(body).ok).toBe(false);
});

test("no JSON at all makes it throw, and an accepted one always has its id", () => {
  const keys = ["id", "graph", "state", "event", "attributes", "customers", "updated_at", "user"];
  const value = fc.oneof(
    fc.json().map((text) => JSON.parse(text)),
    fc.string(),
    fc.constant("2026-12-08T13:00:00+0000"),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), value), (body) => {
      const reading = readDelivery(Buffer.from(JSON.stringify(body)));
      if (reading.ok) expect(reading.report.id).toBe(body.id);
    }),
  );
});
