import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import {
  isGivenUp,
  isOff,
  isOn,
  isOver,
  type StatusQuestion,
  statuses,
  takesPlace,
} from "../../../../common/status.ts";
import { createBookingRows } from "../../../../main/store/tables/bookings.ts";
import { statusIs } from "../../../../main/store/tables/status-is.ts";
import { aKnown } from "../../../support/bookings.ts";
import { aStore } from "../../../support/store.ts";

/** A database with one booking of each status. */
function oneOfEach() {
  const { database, store } = aStore();
  onTestFinished(store.close);
  const { keep } = createBookingRows(database);
  for (const status of statuses) keep(aKnown({ id: status, status }), null);
  return (question: StatusQuestion) =>
    database
      .prepare(`SELECT id FROM booking WHERE ${statusIs(question)}`)
      .all()
      .map((row) => (row as { id: string }).id);
}

test.each(Object.entries({ takesPlace, isOn, isOff, isOver, isGivenUp }))(
  "the database answers %s as the function does",
  (_name, question) => {
    const found = oneOfEach()(question);
    expect(found.toSorted()).toEqual(statuses.filter((status) => question({ status })).toSorted());
  },
);

test("so it does for every other question", () => {
  const ask = oneOfEach();
  fc.assert(
    fc.property(fc.subarray([...statuses]), (chosen) => {
      expect(ask(({ status }) => chosen.includes(status)).toSorted()).toEqual(chosen.toSorted());
    }),
  );
});
