import { describe, expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { longestText } from "../../../common/plain-text.ts";
import type { Resource } from "../../../common/timekit.ts";
import { createLookUp } from "../../../main/calendar/look-up.ts";
import { aBooking, aKnown, at } from "../../support/bookings.ts";

const host = (id: string) => ({ id, name: id, timeZone: "" });
const history = [{ at: 5, change: { kind: "new", from: null, to: null } }] as const;

/** Looks up among these bookings, over a store that notes what it was asked. */
function lookingUp(bookings: readonly Partial<Booking>[], resource: Resource | null = null) {
  const asked: unknown[] = [];
  const known = bookings.map((one) => aKnown(one));
  const lookUp = createLookUp({
    store: {
      schedule: {
        async between(from, to) {
          asked.push([from, to]);
          return known;
        },
        async days(...question) {
          asked.push(question);
          return { days: [], before: null, after: null };
        },
        move: async ({ id }) =>
          id === "one" ? { way: "from", id: "old", start: 5, allDay: false, by: "host" } : null,
        async requests(...question) {
          asked.push(question);
          return [];
        },
        async dots(...question) {
          asked.push(question);
          return [];
        },
      },
      bookings: {
        get: async (id) => {
          const found = bookings.find((one) => one.id === id);
          return found ? aBooking(found) : null;
        },
        history: async () => history,
      },
    },
    resource: () => resource,
    zone: () => "Europe/London",
    now: () => 7,
  });
  return { lookUp, asked };
}

const one = { id: "one", host: host("doc") };
const half = { start: at("2026-11-23T15:30Z"), end: at("2026-11-23T16:30Z") };

describe("what is in the way of a booking", () => {
  test("is looked for around its time, to the edges", async () => {
    const { lookUp, asked } = lookingUp([one, { ...half, id: "other", host: host("doc") }]);
    expect(await lookUp.clash(aBooking(one))).toMatchObject({ kind: "overlap", other: { id: "other" } });
    expect(asked).toEqual([[at("2026-11-23T15:00Z") - 1, at("2026-11-23T16:00Z") + 1]]);
  });

  test("is no booking of somebody else, where one's own count", async () => {
    const { lookUp } = lookingUp([{ ...half, id: "other", host: host("marty") }], { id: "doc", name: "" });
    expect(await lookUp.clash(aBooking(one))).toBeNull();
  });

  test.each([{ start: null }, { end: null }])("is nothing where its time is not told: %j", async (time) => {
    const { lookUp, asked } = lookingUp([{ ...half, id: "other" }]);
    expect([await lookUp.clash(aBooking({ ...one, ...time })), asked]).toEqual([null, []]);
  });
});

test("a stretch of the list is asked for as the user has it, from afar, and of what waits alone", async () => {
  const resource = { id: "doc", name: "" };
  const { lookUp, asked } = lookingUp([], resource);
  const range = { first: "2026-11-24", last: "2026-11-30" };
  await lookUp.days(range);
  await lookUp.dots(range);
  await lookUp.requests();
  expect(asked).toEqual([
    [range, 7, "Europe/London", resource],
    [range, "Europe/London", resource],
    [7, "Europe/London", resource],
  ]);
});

describe("a booking looked up", () => {
  test("comes with its history, what is in its way, and the host that Join leads to", async () => {
    const place = "https://meet.google.com/abc-defg-hij";
    const long = "x".repeat(5_000);
    const { lookUp } = lookingUp([
      { ...one, place },
      { ...half, id: "other", subject: long },
    ]);
    const detail = await lookUp.detail("one");
    expect(detail).toMatchObject({
      booking: { id: "one", place },
      history,
      clash: { kind: "overlap", other: { id: "other" } },
      move: { id: "old", by: "host" },
      join: "meet.google.com",
    });
    // As far as a list shows it.
    expect(detail?.clash?.other.subject.length).toBeLessThan(500);
  });

  test("is none when there is no such", async () => {
    expect(await lookingUp([]).lookUp.detail("one")).toBeNull();
  });

  test("has nothing in its way once it is off", async () => {
    const { lookUp, asked } = lookingUp([
      { ...one, status: "cancelled" },
      { ...half, id: "other" },
    ]);
    expect([(await lookUp.detail("one"))?.clash, asked]).toEqual([null, []]);
  });

  test("tells no more of a description than is shown", async () => {
    const { lookUp } = lookingUp([{ ...one, description: "x".repeat(longestText + 1) }]);
    expect((await lookUp.detail("one"))?.booking.description).toHaveLength(longestText);
  });
});
