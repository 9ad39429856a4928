import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Booking, Party, Payment } from "../../../../common/booking.ts";
import type { Status } from "../../../../common/status.ts";
import type { Report } from "../../../../main/bookings/facts.ts";
import { bookingOf } from "../../../../main/bookings/facts.ts";
import { merge } from "../../../../main/bookings/merge.ts";
import { readCalcom } from "../../../../main/sources/calcom/read.ts";
import { calcomBody, calcomNames, hookWith, rowWith } from "../../../support/calcom.ts";
import { english } from "../../../support/english.ts";

function reportOf(body: Uint8Array): Report {
  const reading = readCalcom(body);
  if (!reading?.ok) throw new Error(reading?.reason.code ?? "silent");
  return reading.report;
}

const bookingIn = (body: Uint8Array): Booking => bookingOf(merge(null, reportOf(body)).known);

function reasonOf(body: Uint8Array): string {
  const reading = readCalcom(body);
  if (!reading || reading.ok) throw new Error("It was read.");
  return english.reasonWords(reading.reason);
}

const standings: Record<string, readonly [Status, Party, Payment]> = {
  cancelled: ["cancelled", null, null],
  "cancelled.by-customer": ["cancelled", "customer", null],
  "cancelled.by-host": ["cancelled", "host", null],
  "cancelled.for-another-time": ["cancelled", "host", null],
  "class.cancelled": ["cancelled", "host", null],
  "class.cancelled.of-one": ["cancelled", null, null],
  "class.rescheduled": ["confirmed", null, null],
  created: ["confirmed", null, null],
  "created.recurring": ["confirmed", null, null],
  "created.team": ["confirmed", null, null],
  paid: ["confirmed", null, "paid"],
  "paid.to-be-confirmed": ["confirmed", null, "paid"],
  "payment-initiated": ["held", null, "awaited"],
  rejected: ["declined", "host", null],
  requested: ["asked", null, null],
  rescheduled: ["confirmed", null, null],
  "rescheduled.requested": ["asked", null, null],
  "row/accepted": ["confirmed", null, null],
  "row/rescheduled-away": ["moved", null, null],
  "row/seated": ["confirmed", null, null],
  "seat.cancelled": ["cancelled", null, null],
  "seat.cancelled.named": ["cancelled", null, null],
  "seat.created": ["confirmed", null, null],
  "seat.rescheduled": ["confirmed", null, null],
};

test.each(Object.entries(standings))("%s means %s", (name, [status, by, payment]) => {
  expect(bookingIn(calcomBody(name))).toMatchObject({ status, by, payment, mayBeMoved: false });
});

test("every sample is in a table of these", () => {
  const told = [...calcomNames(), ...calcomNames("row")].filter((name) => name !== "seat.cancelled.unknown");
  expect(told.sort()).toEqual(Object.keys(standings).sort());
});

test("tells all that its page shows", () => {
  const report = reportOf(calcomBody("created"));
  expect(report.id).toBe("bk_intro_1");
  expect(report.changedAt).toBe(Date.parse("2026-12-01T09:41:08.538Z"));
  expect(bookingIn(calcomBody("created"))).toMatchObject({
    start: Date.parse("2026-12-08T13:00:00Z"),
    end: Date.parse("2026-12-08T13:30:00Z"),
    allDay: false,
    subject: "Intro between Nora Lindqvist and Sam Okafor",
    place: "https://cal.example.com/video/bk_intro_1",
    description: "",
    comment: "Please send the plan before",
    answers: [{ field: "How many are you?", text: "10 to 20" }],
    customer: { name: "Sam Okafor", email: "sam.okafor@example.net", phone: "", timeZone: "Europe/London" },
    others: [{ name: "Ana Lima", email: "ana.lima@example.org" }],
    host: { id: "5", name: "Nora Lindqvist", timeZone: "Europe/Copenhagen" },
    project: { id: "7", name: "Intro" },
    seats: null,
    ownerId: null,
  });
});

test.each([
  ["cancelled", "cancellationReason", "Cannot make it"],
  ["cancelled.by-host", "cancellationReason", "I am ill"],
  ["rejected", "rejectionReason", "Away that week"],
  ["row/rescheduled-away", "company-size", "10 to 20"],
])("%s tells the %s", (name, field, text) => {
  expect(bookingIn(calcomBody(name)).answers).toContainEqual({ field, text });
});

test("why a booking was moved is told, and no more answers than are kept", () => {
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [`q${i}`, { label: `Q ${i}?`, value: i }]),
  );
  const reason = { label: "reason_for_reschedule", value: "Train strike" };
  const { answers } = bookingIn(
    hookWith("rescheduled", { responses: { ...many, rescheduleReason: reason } }),
  );
  expect(answers[0]).toEqual({ field: "rescheduleReason", text: "Train strike" });
  expect(answers.length).toBe(20);
});

test("the host of a team’s booking is its organizer, and no member is a customer", () => {
  const { host, customer, others } = bookingIn(calcomBody("created.team"));
  expect(host?.name).toBe("Nora Lindqvist");
  expect([customer, ...others].map((one) => one?.name)).toEqual(["Sam Okafor", "Ana Lima"]);
});

describe("the place", () => {
  const placeWith = (changes: object) =>
    bookingIn(
      hookWith("created", { metadata: {}, videoCallData: undefined, location: undefined, ...changes }),
    ).place;

  test.each([
    [
      "the page of a video call",
      { metadata: { videoCallUrl: "https://x.example/v" } },
      "https://x.example/v",
    ],
    ["the call itself", { videoCallData: { url: "https://zoom.us/j/1" } }, "https://zoom.us/j/1"],
    [
      "what Google adds",
      {
        location: "integrations:google:meet",
        additionalInformation: { hangoutLink: "https://meet.google.com/abc-defg-hij" },
      },
      "https://meet.google.com/abc-defg-hij",
    ],
    ["an address", { location: "Hall 2" }, "Hall 2"],
    ["no service without a link", { location: "integrations:zoom" }, ""],
    ["no way without a place", { location: "inPerson" }, ""],
  ])("is %s", (_what, changes, place) => expect(placeWith(changes)).toBe(place));
});

test.each([
  [{ value: ["a", "b"] }, "a, b"],
  [{ value: true }, "yes"],
  [{ value: 7 }, "7"],
  [{ value: { value: "phone", optionValue: "+45 1" } }, "phone: +45 1"],
  [{ value: { odd: 1 } }, undefined],
  [{ value: "" }, undefined],
  [null, undefined],
])("an answer of %j reads %j", (response, text) => {
  const labelled = response && { label: "Size?", ...response };
  const { answers } = bookingIn(hookWith("created", { responses: { size: labelled } }));
  expect(answers).toEqual(text === undefined ? [] : [{ field: "Size?", text }]);
});

test("answers to a form of old are read, too", () => {
  const body = hookWith("created", { responses: {}, customInputs: { "Size?": "L" } });
  expect(bookingIn(body).answers).toEqual([{ field: "Size?", text: "L" }]);
});

test.each([...calcomNames("silent"), "seat.cancelled.unknown"])("%s tells of no booking", (name) => {
  expect(readCalcom(calcomBody(name))).toBeNull();
});

test("a trigger that comes one day tells of none", () => {
  expect(readCalcom(Buffer.from('{"triggerEvent":"BOOKING_RATED","payload":{"uid":"x"}}'))).toBeNull();
});

describe("what cannot be read says what to mend", () => {
  const templates = ["refused/template", "refused/template-with-trigger"].map(calcomBody);
  const others = ["content=A+new+event&type=intro", "[]", '"BOOKING_CREATED"', "{", ""];
  test.each([...templates, ...others.map((text) => Buffer.from(text))])(
    "a template of the user’s own: %s",
    (body) => {
      expect(reasonOf(body)).toContain("Custom payload template");
    },
  );

  test("a booking without its uid, and a row without a state", () => {
    expect(reasonOf(calcomBody("refused/without-uid"))).toContain("payload.uid must be a text");
    expect(reasonOf(rowWith({ status: 7 }))).toContain("status must be a text");
  });

  test("bytes that are no text, and what is nested too deep", () => {
    expect(reasonOf(Uint8Array.of(0xff, 0xfe))).toContain("not JSON in UTF-8");
    const deep = JSON.parse("[".repeat(70) + "]".repeat(70));
    expect(reasonOf(hookWith("created", { metadata: deep }))).toContain("more than 64 levels");
  });
});

describe("which booking it takes the place of", () => {
  const linkIn = (body: Uint8Array) => reportOf(body).facts.replaces;

  test("is the one that it names", () => {
    expect(linkIn(calcomBody("rescheduled"))).toBe("bk_intro_1");
    expect(reportOf(calcomBody("row/rescheduled-away")).facts.replacedBy).toBe("bk_intro_2");
  });

  test.each([
    ["itself", hookWith("rescheduled", { rescheduleUid: "bk_intro_2" })],
    ["a class, of which others may be left", hookWith("class.rescheduled", { uid: "bk_class_2" })],
    ["itself, in a row", rowWith({ rescheduledFromUid: "bk_intro_1", rescheduledToUid: "bk_intro_1" })],
  ])("is not %s", (_what, body) => {
    expect(linkIn(body)).toBeUndefined();
    expect(reportOf(body).facts.replacedBy).toBeUndefined();
  });
});

describe("when it was changed", () => {
  const atIn = (body: Uint8Array) => reportOf(body).changedAt;

  test("is when it was made, of a row that never was", () => {
    const made = "2026-12-01T09:41:07.900Z";
    expect(atIn(rowWith({ updatedAt: null, createdAt: made }))).toBe(Date.parse(made));
  });

  test.each(["", "soon", "2031-01-01T00:00:00.000Z"])(
    "is not known by %j, which is behind what is dated",
    (createdAt) => {
      const body = hookWith("created", {}, createdAt);
      expect(atIn(body)).toBeNull();
      expect(reportOf(body).revision < reportOf(calcomBody("created")).revision).toBe(true);
    },
  );
});

test("whatever it holds, reading it does not throw", () => {
  const keys = Object.keys(JSON.parse(calcomBody("created").toString()).payload);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys, "seatsPerTimeSlot"), fc.jsonValue()), (changes) => {
      expect(readCalcom(hookWith("created", changes))?.ok).toBeTypeOf("boolean");
    }),
  );
});
