import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { statuses, takesPlace } from "../../../common/status.ts";
import { dayOf, dayOfDate } from "../../../main/bookings/agenda.ts";
import { clashOf } from "../../../main/bookings/clash.ts";
import { isCopyOf, withoutCopies } from "../../../main/bookings/same-meeting.ts";
import { aBooking, aKnown, at } from "../../support/bookings.ts";

const [event, invitee, uid] = [
  "E7F0C1D2A3B4C5D6",
  "11112222-3333-4444-5555-666677778888",
  "bFJeNb2uX8ANpT3JL5EfXw",
];
const calendly = (more: Partial<Booking> = {}) => aBooking({ id: `calendly:${event}.${invitee}`, ...more });
const calcom = (more: Partial<Booking> = {}) => aBooking({ id: `calcom:${uid}`, ...more });
const timekit = (more: Partial<Booking> = {}) => aBooking({ id: "b1", ...more });
const someone = { name: "Biff", email: "biff@example.net", phone: "", timeZone: "" };

describe("a booking of Timekit's is the copy of another service's", () => {
  test.each<[string, Partial<Booking>, Booking]>([
    ["joins by its event", { place: `https://calendly.com/events/${event}/google_meet` }, calendly()],
    [
      "has the address to cancel it",
      { description: `Cancel: https://calendly.com/cancellations/${invitee}` },
      calendly(),
    ],
    [
      "has the address to move it",
      { description: `https://calendly.com/reschedulings/${invitee}?x` },
      calendly(),
    ],
    ["is over", { place: `https://app.cal.com/video/${uid}`, status: "done" }, calcom()],
    ["joins by its uid", { place: `https://app.cal.com/video/${uid}` }, calcom()],
    ["names it on any server", { description: `https://cal.example.com/booking/${uid}\nBye` }, calcom()],
  ])("that %s", (_how, more, original) => {
    expect(isCopyOf(timekit(more), original)).toBe(true);
    expect(isCopyOf(original, timekit(more))).toBe(false);
    expect(withoutCopies([timekit(more), original])).toEqual([original]);
  });

  const place = `https://app.cal.com/video/${uid}`;
  test.each<[string, Partial<Booking>, Partial<Booking>]>([
    ["only looks alike", {}, {}],
    [
      "has the same room",
      { place: "https://zoom.us/j/1234567890123456" },
      { place: "https://zoom.us/j/1234567890123456" },
    ],
    ["begins at another time", { place, start: at("2026-11-23T14:59Z") }, {}],
    ["ends at another time", { place, end: at("2026-11-23T16:01Z") }, {}],
    ["is somebody else's", { place, customer: someone }, {}],
    ["is nobody's", { place, customer: null }, { customer: null }],
    ["has no time", { place, start: null, end: null }, { start: null, end: null }],
    ["is off", { place, status: "cancelled" }, {}],
    ["waits for an answer", { place, status: "asked" }, {}],
    ["stands for one that is off", { place }, { status: "cancelled" }],
    ["has it from its customer alone", { comment: place }, {}],
    ["names more than the id", { place: `${place}-2` }, {}],
  ])("but not one that %s", (_how, more, of) => {
    const both = [timekit(more), calcom(of)];
    expect(withoutCopies(both)).toEqual(both);
  });

  test("and of Cal.com's and Calendly's neither is the other's", () => {
    const both = [calcom({ place: `https://calendly.com/events/${event}/x` }), calendly({ place })];
    expect(withoutCopies(both)).toEqual(both);
  });
});

const marty = aBooking().customer;
const someText = fc.constantFrom("", event, invitee, uid, `https://x.example/${uid}/${event}`);
const someBooking = fc.record({
  id: fc.constantFrom("b1", "b2", "b3", `calcom:${uid}`, `calendly:${event}.${invitee}`, "calcom:short"),
  status: fc.oneof(fc.constant("confirmed" as const), fc.constantFrom(...statuses)),
  place: someText,
  description: someText,
  start: fc.constantFrom(at("2026-11-23T15:00Z"), at("2026-11-23T15:30Z")),
  customer: fc.constantFrom(null, someone, marty, marty),
});

test("a mail address is the same in whatever case, and with space around it", () => {
  const customer = { ...someone, email: " BIFF@example.net" };
  const copy = timekit({ place: uid, customer });
  expect(isCopyOf(copy, calcom({ customer: someone }))).toBe(true);
});

test("of Timekit's bookings none is the copy of another", () => {
  const both = [timekit({ id: invitee }), timekit({ place: invitee }), calcom()];
  expect(withoutCopies(both)).toEqual(both);
});

test("whatever there is, what is left out is Timekit's, and its original is left in, at its time, whatever the order", () => {
  const some = fc.uniqueArray(someBooking, { selector: ({ id }) => id, maxLength: 5 });
  let copies = 0;
  fc.assert(
    fc.property(some, (all) => {
      const bookings = all.map((one) => aBooking(one));
      const left = withoutCopies(bookings);
      for (const gone of bookings.filter((one) => !left.includes(one))) {
        copies += 1;
        const original = left.find((one) => isCopyOf(gone, one));
        expect(gone.id).not.toContain(":");
        expect(original && takesPlace(original)).toBe(true);
        expect([original?.start, original?.end, original?.customer]).toEqual([
          gone.start,
          gone.end,
          gone.customer,
        ]);
      }
      expect(withoutCopies(left)).toEqual(left);
      expect(withoutCopies(bookings.toReversed()).toReversed()).toEqual(left);
    }),
    { numRuns: 500 },
  );
  expect(copies).toBeGreaterThan(10);
});

test("it stands in the schedule once, and is in nobody's way", () => {
  const copy = { id: "b1", place: `https://app.cal.com/video/${uid}` };
  const known = [aKnown(copy), aKnown({ id: `calcom:${uid}` })];
  const day = dayOfDate("2026-11-23", "UTC");
  const items = dayOf(known, day, day.start, day.date);
  expect(items.map(({ booking, clash }) => [booking.id, clash])).toEqual([[`calcom:${uid}`, null]]);
  expect(clashOf(aBooking(copy), [calcom()])).toBeNull();
  expect(clashOf(calcom(), [aBooking(copy)])).toBeNull();
  expect(clashOf(calcom(), [timekit()])).toMatchObject({ kind: "overlap" });
});

test("an address far down in what anybody may send is not read", () => {
  const copy = timekit({ description: `${"a-".repeat(5_000)}\n${uid}` });
  expect(isCopyOf(copy, calcom())).toBe(false);
});
