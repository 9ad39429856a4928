import fc from "fast-check";
import { expect, test } from "vitest";
import type { Booking } from "../../../../common/booking.ts";
import { changeOf } from "../../../../main/bookings/change.ts";
import { bookingOf } from "../../../../main/bookings/facts.ts";
import { payload } from "../../../support/timekit-payloads.ts";
import { direct, forwarded, leavesOf, mergeAll, ordersOf } from "../../../support/zapier-bodies.ts";

const names = [
  "help-article.instant.confirmed",
  "group_customer.confirmed",
  "group_owner.tentative",
  "variants/customers.two",
  "variants/customer.custom-fields",
  "variants/all_day",
];

/** The rows of a Zap that forwards a part of a body, and says when. */
const someRows = (name: string, at?: string) => {
  const body = JSON.parse(`${payload(name)}`);
  const rows = leavesOf(body).map(([path, value]): [string, unknown] => [path.join("__"), value]);
  const { id, state, graph, updated_at } = body;
  const needed = { id, state, ...(state === "tentative" && { graph }), updated_at: at ?? updated_at };
  return (
    fc
      // Which of two customers a row tells of cannot be known without those of the first.
      .subarray(rows.filter(([key]) => !/^(?:id|state|graph|updated_at|customers__1__.*)$/.test(key)))
      .map((some) => ({ ...Object.fromEntries(some), ...needed }))
  );
};

const answersByField = ({ answers, ...booking }: Booking) => ({
  ...booking,
  answers: [...answers].sort((one, other) => (one.field < other.field ? -1 : 1)),
});

test.each(names)(
  "%s: no part of it that is forwarded erases or changes anything, whenever it was",
  (name) => {
    const whole = direct(name);
    const told = bookingOf(mergeAll([whole]));
    for (const at of [undefined, "2016-01-01T00:00:00+0000", "2027-01-01T00:00:00+0000"]) {
      const two = fc.tuple(someRows(name, at), someRows(name, at));
      fc.assert(
        fc.property(two, (parts) => {
          const all = ordersOf([whole, ...parts.map(forwarded)]).map(mergeAll);
          for (const known of all) expect(known).toEqual(all[0]);
          const booking = bookingOf(all[0] as (typeof all)[number]);
          if (at !== "2027-01-01T00:00:00+0000") expect(changeOf(told, booking)).toBeNull();
          expect(answersByField(booking)).toEqual(answersByField(told));
        }),
        { numRuns: 60 },
      );
    }
  },
);

test("without any direct word, what an earlier Zap told is kept when a later one tells less", () => {
  const body = JSON.parse(`${payload("instant.confirmed")}`);
  const full = forwarded(body);
  const { id } = body;
  const thin = forwarded({
    id,
    state: "cancelled_by_customer",
    updated_at: "2026-12-04T07:20:31+0000",
    "Customers Name": "Samuel Okafor",
    "Event Where": "Room 2",
  });
  const before = bookingOf(mergeAll([full]));
  for (const order of ordersOf([full, thin]))
    expect(bookingOf(mergeAll(order))).toEqual({
      ...before,
      status: "cancelled",
      by: "customer",
      native: { graph: "instant", state: "cancelled_by_customer" },
      place: "Room 2",
      customer: { ...before.customer, name: "Samuel Okafor" },
    });
});

test("a later word that moves only the start, and one that moves both, do so", () => {
  const name = "instant.confirmed";
  const { id, state } = JSON.parse(`${payload(name)}`);
  const moved = (event: object) =>
    bookingOf(mergeAll([direct(name), forwarded({ id, state, updated_at: "2026-12-04T00:00:00Z", event })]));
  const [start, end] = ["2026-12-08T13:10:00Z", "2026-12-08T14:10:00Z"];
  expect(moved({ start })).toMatchObject({
    start: Date.parse(start),
    end: Date.parse("2026-12-08T13:30:00Z"),
  });
  expect(moved({ start, end })).toMatchObject({ start: Date.parse(start), end: Date.parse(end) });
});

test("the time that was asked for never undoes a move, and half a name or none never shortens a name", () => {
  const name = "instant.confirmed";
  const { id, state, customers } = JSON.parse(`${payload(name)}`);
  const later = { id, state, updated_at: "2026-12-04T00:00:00Z" };
  const event_info = { start: "2026-12-01T09:00:00Z", end: "2026-12-01T10:00:00Z" };
  const whole = direct(name);
  for (const part of [
    { attributes: { event_info } },
    { customers: { first_name: "S" } },
    { customers: { email: customers[0].email } },
  ])
    expect(bookingOf(mergeAll([whole, forwarded({ ...later, ...part })]))).toEqual(
      bookingOf(mergeAll([whole])),
    );
  // Where nothing else is known, it is what there is.
  const alone = bookingOf(
    mergeAll([forwarded({ ...later, attributes: { event_info }, customers: { email: "a@b.example" } })]),
  );
  expect(alone).toMatchObject({ start: Date.parse(event_info.start), customer: { name: "a@b.example" } });
});

test("an address that stands for a missing name takes no name away", () => {
  const word = (parts: object, day: number) =>
    forwarded({ id: "b1", state: "confirmed", updated_at: `2026-12-0${day}T00:00:00Z`, ...parts });
  const named = word({ attributes: { customer: { name: "Sam", email: "sam@example.net" } } }, 1);
  const addressed = word({ customers: { email: "sam@example.net" } }, 2);
  for (const order of ordersOf([named, addressed]))
    expect(bookingOf(mergeAll(order)).customer?.name).toBe("Sam");
});

test("words that say the same, but of other fields, are not taken for one another", () => {
  const event = { what: "Demo", start: "2026-12-08T13:00:00Z", end: "2026-12-08T14:00:00Z" };
  const body = { id: "b1", state: "confirmed", updated_at: "2026-12-04T00:00:00Z" };
  const [one, other] = [
    forwarded({ ...body, event: { ...event, allDay: false } }),
    forwarded({ ...body, event }),
  ];
  expect(one?.facts).toEqual(other?.facts);
  expect(one?.revision).not.toBe(other?.revision);
});
