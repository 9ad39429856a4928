import { describe, expect, test } from "vitest";
import { at } from "../../../support/bookings.ts";
import { aStore, received } from "../../../support/store.ts";
import { payload, payloadWith } from "../../../support/timekit-payloads.ts";

const first = received(payload("instant.confirmed"));
const old = received(payload("variants/reschedule.by-link.1-old"));
const fresh = received(payload("variants/reschedule.by-link.2-new"));
const before = { start: at("2026-12-08T13:00Z"), end: at("2026-12-08T13:30Z") };
const after = { start: at("2026-12-09T10:00Z"), end: at("2026-12-09T10:30Z") };

/** What its customer's plain cancel link makes of it, by Timekit's older guide. */
const plain = (delivery: typeof old, state = "cancelled") =>
  received(Buffer.from(String(delivery.body).replace("rescheduled_by_customer", state)));

/** What each delivery changed, and what is owed in the end; `together` = in one transaction. */
function told(deliveries: readonly (typeof first)[], together = false) {
  const { store } = aStore();
  const taken = together ? store.take(deliveries) : deliveries.flatMap((delivery) => store.take([delivery]));
  const owed = store.alerts.owed();
  store.alerts.resolve(owed.map(({ seq }) => ({ seq, outcome: "shown", at: 8 })));
  const unseen = store.news.unseen(0).length;
  store.close();
  return {
    changes: taken.map((one) => ("change" in one ? one.change : null)),
    owed: owed.map(({ change }) => change),
    unseen,
  };
}

const oldId = "b00c0000-3333-4333-8333-000000000001";
const freshId = "b00c0000-3333-4333-8333-000000000002";
const movedTo = { kind: "moved", from: before, to: after, otherHalf: freshId };
const movedFrom = { kind: "moved", from: before, to: null, otherHalf: oldId };

describe.each([false, true])("in one transaction: %s", (together) => {
  test.each([
    ["rescheduled by its customer, then made anew", [old, fresh], movedFrom],
    ["made anew, then rescheduled by its customer", [fresh, old], movedTo],
    ["cancelled by its link, then made anew", [plain(old), fresh], movedFrom],
    ["made anew, then cancelled by its link", [fresh, plain(old)], movedTo],
  ])("%s: one move is owed, and one is new to look at", (_name, deliveries, move) => {
    const { changes, owed, unseen } = told(deliveries, together);
    expect(changes[1]).toEqual(move);
    expect([owed, unseen]).toEqual([[move], 1]);
  });

  test.each([
    ["first", (cancelled: typeof old) => [cancelled, fresh], ["cancelled", "new"]],
    ["last", (cancelled: typeof old) => [fresh, cancelled], ["new", "cancelled"]],
  ])(
    "a cancellation by the customer, heard %s, and a new booking are told as what they are",
    (_n, order, kinds) => {
      const { owed } = told(order(plain(old, "cancelled_by_customer")), together);
      expect(owed.map(({ kind }) => kind)).toEqual(kinds);
    },
  );
});

test("a first half that was told is nothing to look at once its other half is there", () => {
  const { store } = aStore();
  store.take([old]);
  store.alerts.resolve(store.alerts.owed().map(({ seq }) => ({ seq, outcome: "shown", at: 8 })));
  store.take([fresh]);
  expect(store.alerts.owed()).toMatchObject([{ change: movedFrom }]);
  expect(store.news.unseen(8)).toEqual([]);
  store.close();
});

test("a half that went to another host is told by itself as well: not everybody is told of both", () => {
  const user = { id: "another", name: "Ann", timezone: "UTC" };
  const elsewhere = received(payloadWith("variants/reschedule.by-link.2-new", { user }));
  expect(told([old, elsewhere]).owed).toEqual([{ kind: "moved", from: null, to: null }, movedFrom]);
});

test("each half is paired once", () => {
  const another = received(
    Buffer.from(String(fresh.body).replaceAll("8333-000000000002", "8333-000000000003")),
  );
  expect(told([old, fresh, another, fresh]).changes[2]).toEqual({ kind: "new", from: null, to: null });
});
