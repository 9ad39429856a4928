import { expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { classesAsOne } from "../../../main/bookings/classes.ts";
import { aBooking, aKnown } from "../../support/bookings.ts";

const isOn = ({ status }: Booking) => status === "confirmed";
const owner = (taken: number, toldAt: number) =>
  aKnown({ id: "class", customer: null, subject: "Pottery", seats: { taken, max: 20 } }, toldAt);
const seat = (id: string, updatedAt: number, changes: Partial<Booking> = {}, createdAt = updatedAt) =>
  aKnown({ id, ownerId: "class", subject: "Pottery", ...changes }, updatedAt, createdAt);
const shown = (...bookings: Parameters<typeof classesAsOne>[0]) =>
  classesAsOne(bookings, isOn).map(({ id, seats }) => [id, seats?.taken, seats?.max]);

test("a class is shown once, its seats are not", () => {
  expect(shown(owner(2, 10), seat("a", 5), seat("b", 6))).toEqual([["class", 2, 20]]);
});

test("seats that changed after the class was told are counted on top", () => {
  expect(shown(owner(2, 10), seat("new", 11))).toEqual([["class", 3, 20]]);
  expect(shown(owner(2, 10), seat("gone", 11, { status: "cancelled" }, 5))).toEqual([["class", 1, 20]]);
  expect(shown(owner(2, 10), seat("came and went", 12, { status: "cancelled" }, 11))).toEqual([
    ["class", 2, 20],
  ]);
  expect(shown(owner(0, 10), seat("gone", 11, { status: "cancelled" }, 5))).toEqual([["class", 0, 20]]);
});

test("a class that was never told is made up from its seats", () => {
  const [booking, ...rest] = classesAsOne(
    [seat("a", 1), seat("b", 2), seat("c", 3, { status: "cancelled" })],
    isOn,
  );
  expect(rest).toEqual([]);
  expect(booking).toMatchObject({
    id: "class",
    subject: "Pottery",
    customer: null,
    seats: { taken: 2, max: null },
  });
});

test("a made-up class has as many seats as those that are taken say", () => {
  const seats = { taken: 1, max: 10 };
  expect(shown(seat("a", 1, { seats }), seat("b", 2, { seats }))).toEqual([["class", 2, 10]]);
});

test("a class of which every seat is off is off", () => {
  expect(classesAsOne([seat("a", 1, { status: "cancelled" })], isOn)).toMatchObject([
    { status: "cancelled" },
  ]);
});

test("single bookings stay as they are", () => {
  expect(classesAsOne([aKnown({ id: "one" })], isOn)).toMatchObject([
    { id: "one", customer: { name: "Marty McFly" } },
  ]);
});

test("a seat of the very instant that the class was told is counted in it, and one made then is not new", () => {
  expect(shown(owner(2, 10), seat("a", 10))).toEqual([["class", 2, 20]]);
  expect(shown(owner(2, 10), seat("a", 11, {}, 10))).toEqual([["class", 2, 20]]);
  expect(shown(owner(2, 10), seat("a", 11, { status: "cancelled" }, 10))).toEqual([["class", 1, 20]]);
});

test("a class that never told its seats counts those it has, a seat of unknown age as new", () => {
  const bare = aKnown({ id: "class", customer: null }, 0);
  const { createdAt: _, ...facts } = seat("a", 11).facts;
  expect(shown(bare, seat("b", 11), { id: "a", facts })).toEqual([["class", 2, null]]);
  expect(classesAsOne([bare], isOn)[0]?.seats).toBeNull();
});

test("a class is made up from a seat that is taken, without what is its customer's own", () => {
  const own = { comment: "c", description: "d", subject: "Pottery" };
  const [made] = classesAsOne([seat("a", 1, { status: "cancelled" }), seat("b", 2, own)], isOn);
  expect(made).toEqual(
    aBooking({
      id: "class",
      subject: "Pottery",
      customer: null,
      seats: { taken: 1, max: null },
    }),
  );
});
