import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Booking } from "../../../../common/booking.ts";
import { joinLinkOf } from "../../../../common/join-link.ts";
import { bookingOf, type Report } from "../../../../main/bookings/facts.ts";
import { merge } from "../../../../main/bookings/merge.ts";
import { readDelivery } from "../../../../main/sources/calendly/read.ts";
import { type Changes, calendlyBody, calendlyBodyWith } from "../../../support/calendly-payloads.ts";

function reported(body: Uint8Array): Report {
  const reading = readDelivery(body);
  if (!reading?.ok) throw new Error(reading?.reason.code ?? "silence");
  return reading.report;
}

const read = (body: Uint8Array): Booking => bookingOf(merge(null, reported(body)).known);
const readWith = (changes: Changes, name = "invitee.created") => read(calendlyBodyWith(name, changes));

const first = "E7F0C1D2A3B4C5D6.11112222-3333-4444-5555-666677778888";
const second = "F8A1D2E3B4C5D6E7.99990000-aaaa-bbbb-cccc-ddddeeeeffff";

test("a booking is read with all that is told of it", () => {
  expect(read(calendlyBody("invitee.created"))).toEqual({
    id: first,
    status: "confirmed",
    by: null,
    payment: null,
    mayBeMoved: false,
    native: { graph: "one-on-one", state: "active" },
    start: Date.parse("2026-12-08T13:00Z"),
    end: Date.parse("2026-12-08T13:30Z"),
    allDay: false,
    subject: "30 Minute Meeting",
    place: "https://meet.google.com/abc-defg-hij",
    description: "",
    comment: "",
    answers: [
      { field: "Company", text: "Okafor Ltd" },
      { field: "What shall we talk about?", text: "The offer of last week" },
    ],
    customer: { name: "Sam Okafor", email: "sam.okafor@example.net", phone: "", timeZone: "Europe/London" },
    others: [],
    host: { id: "U0A1B2C3D4E5F6A7", name: "Nora Lindqvist", timeZone: "" },
    project: { id: "T1A2B3C4D5E6F7A8", name: "30 Minute Meeting" },
    seats: null,
    ownerId: null,
  } satisfies Booking);
  expect(reported(calendlyBody("invitee.created"))).toMatchObject({
    changedAt: Date.parse("2026-12-01T09:41:09Z"),
    facts: { createdAt: Date.parse("2026-12-01T09:41:08.123Z") },
  });
});

test.each<[string, Partial<Booking>]>([
  ["invitee.canceled", { status: "cancelled", by: "customer" }],
  ["invitee.canceled.by-host", { status: "cancelled", by: "host" }],
  ["invitee.canceled.rescheduled", { status: "moved", by: "customer" }],
  ["invitee.created.rescheduled", { id: second, status: "confirmed", by: null }],
  ["invitee_no_show.created", { status: "confirmed", native: { graph: "one-on-one", state: "no-show" } }],
  ["invitee_no_show.deleted", { status: "confirmed", native: { graph: "one-on-one", state: "active" } }],
])("%s is read as what it means", (name, meant) => {
  expect(read(calendlyBody(name))).toMatchObject({ id: first, ...meant });
});

test("why it was cancelled is told first, and is nothing where nobody said so", () => {
  const [first] = read(calendlyBody("invitee.canceled")).answers;
  expect(first).toEqual({ field: "cancellationReason", text: "Train cancelled" });
  expect(read(calendlyBody("invitee.canceled.rescheduled")).answers).toHaveLength(2);
});

test("the two halves of a reschedule name each other", () => {
  expect(reported(calendlyBody("invitee.canceled.rescheduled")).facts.replacedBy).toBe(second);
  expect(reported(calendlyBody("invitee.created.rescheduled")).facts.replaces).toBe(first);
});

test("what is no booking is silence, whatever it holds", () => {
  expect(readDelivery(calendlyBody("routing_form_submission.created"))).toBeNull();
  for (const event of ["event_type.updated", "contact.created", "meeting_recap.created", "new.one"])
    expect(readDelivery(Buffer.from(JSON.stringify({ event, payload: [1] })))).toBeNull();
});

describe("a group event", () => {
  test("is a class of which each invitee has a seat, and shows no guests of others", () => {
    expect(read(calendlyBody("group.invitee.created"))).toMatchObject({
      ownerId: "C1A5500000000001",
      seats: { taken: 1, max: 10 },
      place: "12 Mill Lane, Ring twice",
      others: [],
      native: { graph: "group", state: "active" },
    });
  });

  test("has seats that do not change with the bookings of others", () => {
    const more = { invitees_counter: { total: 9, active: 8, limit: 10 } };
    const [one, other] = [{}, more].map((event) =>
      reported(calendlyBodyWith("group.invitee.created", { event })),
    );
    expect(other?.revision).toBe(one?.revision);
  });
});

describe("where it takes place", () => {
  const at = (location: object) => readWith({ event: { location } });

  test.each<[string, object, string]>([
    [
      "a link",
      { type: "zoom", join_url: "https://zoom.us/j/1", data: { password: "x" } },
      "https://zoom.us/j/1",
    ],
    ["no link yet", { type: "microsoft_teams_conference", status: "processing", join_url: null }, ""],
    ["a custom text", { type: "custom", location: "By the lake" }, "By the lake"],
    ["the host's phone", { type: "inbound_call", location: "+44 20 7946 0000" }, "+44 20 7946 0000"],
    ["nothing", { type: "custom", location: null }, ""],
    ["a kind of tomorrow", { type: "hologram", location: "Deck 5" }, "Deck 5"],
  ])("is %s", (_what, location, place) => {
    expect(at(location).place).toBe(place);
  });

  test("is the customer's phone, which is called", () => {
    const booking = at({ type: "outbound_call", location: "+1 404 555 0100" });
    expect([booking.place, booking.customer?.phone]).toEqual(["+1 404 555 0100", "+1 404 555 0100"]);
  });

  test("is a link that the customer entered, which is not joined unasked", () => {
    const link = "https://zoom.us/j/666";
    expect(joinLinkOf(at({ type: "zoom", join_url: link }))?.sure).toBe(true);
    expect(joinLinkOf(at({ type: "ask_invitee", location: link }))?.sure).toBe(false);
  });
});

test("guests, payment, notes and the number for reminders are told", () => {
  const booking = readWith({
    invitee: {
      payment: { successful: true },
      text_reminder_number: "+1 404-555-1234",
      name: "",
      first_name: "Sam",
    },
    event: { event_guests: [{ email: "kim@example.org" }, {}], meeting_notes_plain: "Bring the file" },
  });
  expect(booking).toMatchObject({
    payment: "paid",
    description: "Bring the file",
    customer: { name: "Sam", phone: "+1 404-555-1234" },
    others: [{ name: "kim@example.org", email: "kim@example.org" }],
  });
});

test("of several hosts the one counts whose webhook it is", () => {
  const member = (id: string) => ({
    user: `https://api.calendly.com/users/${id}`,
    user_email: `${id}@example.com`,
  });
  const event = { event_memberships: [member("TOM"), member("U0A1B2C3D4E5F6A7")] };
  expect(readWith({ event }).host).toMatchObject({ id: "U0A1B2C3D4E5F6A7" });
  expect(readWith({ event, envelope: { created_by: null } }).host).toMatchObject({
    id: "TOM",
    name: "TOM@example.com",
  });
});

test("an event that was cancelled takes its invitees along, and an unknown status says nothing", () => {
  expect(readWith({ event: { status: "canceled" } }).status).toBe("cancelled");
  expect(readWith({ invitee: { status: "waitlisted" } })).toMatchObject({
    status: "unknown",
    native: { state: "waitlisted" },
  });
});

test("a body without its event, as Calendly once sent them, tells what it has", () => {
  const booking = readWith({ invitee: { scheduled_event: undefined } });
  expect(booking).toMatchObject({ id: first, status: "confirmed", start: null, subject: "" });
});

test("a date far beyond the booking is not believed", () => {
  const dated = (created_at: string) =>
    reported(calendlyBodyWith("invitee.created", { envelope: { created_at } }));
  expect(dated("2027-11-01T00:00:00Z").changedAt).toBe(Date.parse("2027-11-01T00:00:00Z"));
  const far = dated("2999-01-01T00:00:00Z");
  expect(far.changedAt).toBeNull();
  expect(far.revision < dated("2026-12-02T00:00:00Z").revision).toBe(true);
});

test.each<[string, string, object]>([
  ["no JSON", "{", { code: "not-json" }],
  ["no object", "[]", { code: "calendly-no-text", fields: ["event"] }],
  ["no payload", '{"event":"invitee.created"}', { code: "calendly-no-text", fields: ["payload"] }],
  [
    "no status",
    '{"event":"invitee.created","payload":{"uri":"x"}}',
    { code: "calendly-no-text", fields: ["payload.status"] },
  ],
  [
    "an address of something else",
    '{"event":"invitee.created","payload":{"uri":"https://example.com","status":"active"}}',
    { code: "calendly-no-text", fields: ["payload.uri"] },
  ],
])("%s is refused with its reason", (_what, body, reason) => {
  expect(readDelivery(Buffer.from(body))).toEqual({ ok: false, reason });
});

test("whatever the values are, reading ends", () => {
  const { payload } = JSON.parse(calendlyBody("group.invitee.created").toString());
  const { uri, status, scheduled_event } = payload;
  const odd = fc.anything({ withNullPrototype: false, maxDepth: 3 });
  const oddOf = (keys: object) =>
    fc.record(Object.fromEntries(Object.keys(keys).map((key) => [key, odd])), { requiredKeys: [] });
  fc.assert(
    fc.property(oddOf(payload), oddOf(scheduled_event), odd, (own, event, created_at) => {
      const invitee = { ...own, uri, status, scheduled_event: { ...scheduled_event, ...event } };
      const body = calendlyBodyWith("invitee.created", { invitee, envelope: { created_at } });
      expect(readDelivery(body)).toMatchObject({ ok: true });
    }),
  );
});
