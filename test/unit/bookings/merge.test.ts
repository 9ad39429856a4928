import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bookingOf, type Facts, type Known, type Report, revisionOf } from "../../../main/bookings/facts.ts";
import { merge } from "../../../main/bookings/merge.ts";
import { readDelivery } from "../../../main/sources/timekit/read.ts";
import { payload, payloadWith } from "../../support/timekit-payloads.ts";

function report(body: Buffer): Report {
  const reading = readDelivery(body);
  if (!reading.ok) throw new Error(reading.reason.code);
  return reading.report;
}

const mergeAll = (reports: readonly Report[]): Known | null =>
  reports.reduce<Known | null>((known, next) => merge(known, next).known, null);

const confirmed = report(payload("instant.confirmed"));
const cancelled = report(payload("instant.cancelled"));

const at = (hour: number) => ({ start: `2026-12-08T${hour}:00:00Z`, end: `2026-12-08T${hour}:30:00Z` });

test("an older webhook that arrives late never revives a cancelled booking", () => {
  const { known, verdict } = merge(mergeAll([cancelled]), confirmed);
  expect(verdict).toBe("stale");
  expect(bookingOf(known).status).toBe("cancelled");
});

test("the same content again is a duplicate, however its bytes are written", () => {
  const spaced = report(
    Buffer.from(JSON.stringify(JSON.parse(payload("instant.confirmed").toString()), null, 7)),
  );
  expect(merge(mergeAll([confirmed]), spaced).verdict).toBe("duplicate");
});

test("a booking that 0.1.0 has kept is told again by the same body, and nothing else is newer", () => {
  const { revision } = report(payload("instant.confirmed"));
  // As 0.1.0 wrote it: the second, the rank, the content.
  expect(revision).toMatch(/^\d{15}\.2\.[0-9a-f]{16}$/);
});

test("within one second the state further along its life wins", () => {
  const sameSecond = report(payloadWith("instant.cancelled", { updated_at: "2026-12-01T09:41:08+0000" }));
  expect(bookingOf(mergeAll([sameSecond, confirmed]) as Known).status).toBe("cancelled");
});

test.each([
  ["moved in place", { event: at(11), attributes: { event_info: at(10) } }],
  ["failed", { state: "error", event: at(10), attributes: { event_info: at(10) } }],
])("within the second of its making a booking that was %s wins, in every order", (_name, changes) => {
  const updated_at = "2026-12-01T09:41:08+0000";
  const made = report(
    payloadWith("instant.confirmed", { updated_at, event: at(10), attributes: { event_info: at(10) } }),
  );
  // The content decides nothing: whatever it is, whoever came last in Timekit is last.
  for (const what of ["a", "b", "c", "d", "e", "f"]) {
    const event = { ...changes.event, what };
    const then = report(payloadWith("instant.confirmed", { ...changes, updated_at, event }));
    for (const order of [
      [made, then],
      [then, made],
    ])
      expect(bookingOf(mergeAll(order) as Known)).toMatchObject({
        start: Date.parse(changes.event.start),
        native: { state: "state" in changes ? changes.state : "confirmed" },
        subject: what,
      });
  }
});

test("what a newer delivery does not tell is kept from an older one", () => {
  const bare = {
    event: undefined,
    attributes: undefined,
    customers: undefined,
    updated_at: "2026-12-09T00:00:00Z",
  };
  const later = report(payloadWith("instant.cancelled", bare));
  for (const order of [
    [confirmed, later],
    [later, confirmed],
  ])
    expect(bookingOf(mergeAll(order) as Known)).toMatchObject({
      status: "cancelled",
      start: Date.parse("2026-12-08T13:00:00Z"),
      customer: { name: "Sam Okafor" },
    });
});

/** Every order of these. */
function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) => ordersOf(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

const changed = (name: string, updated_at: string | null, changes: object = {}) =>
  report(payloadWith(name, { updated_at, ...changes }));
const undatedEnd = changed("instant.cancelled", null);
const confirmedLater = changed("instant.confirmed", "2026-12-04T10:00:00+0000");

test("a cancellation that does not tell when it came is never hidden, whatever comes before or after it", () => {
  for (const order of ordersOf([confirmed, undatedEnd, confirmedLater]))
    expect(bookingOf(mergeAll(order) as Known).status).toBe("cancelled");
  expect(merge(mergeAll([confirmed, confirmedLater]), undatedEnd).verdict).toBe("newer");
  expect(merge(mergeAll([undatedEnd]), confirmedLater).verdict).toBe("stale");
  expect(merge(mergeAll([undatedEnd]), undatedEnd).verdict).toBe("duplicate");
});

test("a confirmation that does not tell when it came follows on what was asked for, and on nothing later", () => {
  const asked = changed("confirm_decline.tentative", "2026-12-01T09:41:07+0000", {
    created_at: "2026-12-01T09:41:07+0000",
  });
  const undated = changed("confirm_decline.confirmed", null, { created_at: "2026-12-01T09:41:07+0000" });
  expect(merge(mergeAll([asked]), undated).verdict).toBe("newer");
  expect(merge(mergeAll([cancelled]), undated).verdict).toBe("stale");
});

test("an `updated_at` far beyond the booking itself hides no true change", () => {
  const farAhead = changed("instant.confirmed", "2099-01-01T00:00:00+0000");
  const moved = changed("instant.confirmed", "2026-12-03T10:00:00+0000");
  for (const order of ordersOf([confirmed, farAhead, moved, cancelled]))
    expect(bookingOf(mergeAll(order) as Known).status).toBe("cancelled");
  expect(merge(mergeAll([farAhead]), cancelled).verdict).toBe("newer");
});

test("what Timekit answers beats an end that has no date", () => {
  const asOf = Date.parse("2026-12-05T10:00:00Z");
  const asked = merge(mergeAll([confirmed, undatedEnd]), confirmed, asOf);
  expect([asked.verdict, bookingOf(asked.known).status]).toEqual(["newer", "confirmed"]);
  // Which a webhook's word does not.
  expect(merge(mergeAll([confirmed, undatedEnd]), confirmedLater).verdict).toBe("stale");
  expect(merge(mergeAll([confirmed, undatedEnd]), undatedEnd, asOf).verdict).toBe("duplicate");
});

test("an end of the year 9999 is older than what is known, and no end without a date", () => {
  const forged = changed("instant.cancelled", "9999-12-31T00:00:00+0000");
  for (const order of ordersOf([forged, confirmedLater]))
    expect(bookingOf(mergeAll(order) as Known).status).toBe("confirmed");
});

test("an answer that tells no time is believed, however long ago the booking was made", () => {
  const asked = changed("confirm_decline.tentative", "2026-12-01T09:41:07+0000");
  const bare = { created_at: "2017-12-05T10:13:17+0000", event: undefined, attributes: undefined };
  const answer = changed("confirm_decline.confirmed", "2026-12-01T09:41:08+0000", bare);
  expect(merge(mergeAll([asked]), answer).verdict).toBe("newer");
});

test("what Timekit answers beats a word that is dated after the answer, and none before it", () => {
  const asOf = Date.parse("2026-12-05T10:00:00Z");
  const ahead = changed("instant.cancelled", "2027-03-01T00:00:00+0000");
  const asked = merge(mergeAll([confirmed, ahead]), confirmed, asOf);
  expect([asked.verdict, bookingOf(asked.known).status]).toEqual(["newer", "confirmed"]);
  expect(bookingOf(merge(asked.known, confirmedLater).known).status).toBe("confirmed");
  // A webhook of its own, or one that has just come, is not undone by an answer that was on its way.
  expect(merge(mergeAll([confirmed, ahead]), confirmed).verdict).toBe("stale");
  const justNow = changed("instant.cancelled", "2026-12-05T10:00:30+0000");
  expect(merge(mergeAll([confirmed, justNow]), confirmed, asOf).verdict).toBe("stale");
  // Where Timekit itself says so there is nothing to be undone.
  expect(merge(mergeAll([ahead]), ahead, asOf).verdict).toBe("duplicate");
});

describe("for any reports of one booking", () => {
  const status = fc.constantFrom(
    "asked",
    "held",
    "confirmed",
    "cancelled",
    "moved",
    "done",
    "unknown" as const,
  );
  const reports = fc.array(
    fc
      .record({
        // Few seconds, so that ties are common.
        second: fc.integer({ min: 0, max: 3 }),
        status,
        moved: fc.boolean(),
        dated: fc.boolean(),
        times: fc.option(
          fc.constantFrom({ start: 1, end: 2, allDay: false }, { start: 5, end: 6, allDay: true }),
        ),
        comment: fc.option(fc.constantFrom("a", "b")),
      })
      .map(({ second, status, moved, dated, times, comment }): Report => {
        const facts: Facts = {
          standing: {
            native: { graph: "g", state: status },
            status,
            by: null,
            payment: null,
            mayBeMoved: false,
          },
          ...(times && { times }),
          ...(comment && { comment }),
        };
        const age = { updatedAt: second, dated, status, isEnd: false, moved };
        return { id: "1", revision: revisionOf(age, JSON.stringify(facts)), changedAt: null, facts };
      }),
    { minLength: 1, maxLength: 8 },
  );

  test("every order and every repetition ends in the same booking", () => {
    fc.assert(
      fc.property(
        reports.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length }),
            fc.array(fc.constantFrom(...all)),
          ),
        ),
        ([all, shuffled, again]) => {
          expect(mergeAll([...again, ...shuffled, ...again])).toEqual(mergeAll(all));
        },
      ),
    );
  });

  test("a report that is merged again is a duplicate or stale, and changes nothing", () => {
    fc.assert(
      fc.property(reports, fc.nat(), (all, pick) => {
        const known = mergeAll(all);
        const again = merge(known, all[pick % all.length] as Report);
        expect(again.known).toBe(known);
        expect(["duplicate", "stale"]).toContain(again.verdict);
      }),
    );
  });
});
