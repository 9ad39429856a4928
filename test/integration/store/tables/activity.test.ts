import { expect, test } from "vitest";
import type { ActivityTab } from "../../../../common/activity.ts";
import type { Store } from "../../../../main/store/store.ts";
import { aStore, received } from "../../../support/store.ts";
import { payload } from "../../../support/timekit-payloads.ts";

const hour = 3_600_000;
const booking = payload("help-article.instant.confirmed");
const list = (store: Store, tab: ActivityTab, count = 50, now = 90 * hour) =>
  store.activity.list({ tab, bookingId: null, count }, now);
const briefly = (store: Store, tab: ActivityTab) =>
  list(store, tab).lines.map(({ kind, at, ...line }) => [kind, at, "count" in line ? line.count : 1]);
const refused = (at: number, reason: "signature" | "size" = "signature") =>
  ({ tally: reason === "size" ? "malformed" : "unsigned", reason, at, bytes: 9, count: 1 }) as const;

/** A change at 10 h, refusals around it, an outage before it and one that was made good, something unreadable after it. */
function aDay() {
  const { store } = aStore();
  store.gaps.add(2 * hour, 3 * hour, "asleep");
  store.gaps.setFetched(3 * hour, 0, true);
  store.gaps.add(5 * hour, 6 * hour, "no-tunnel");
  store.tallies.turnAway([refused(8 * hour), refused(8.5 * hour), refused(9 * hour)]);
  store.take([received(booking, 10 * hour)]);
  store.take([received(Buffer.from("no booking"), 11 * hour)]);
  store.tallies.turnAway([refused(12 * hour), refused(12 * hour, "size")]);
  return store;
}

test("all that happened is one list, newest first, in which what was refused again is one line", () => {
  const store = aDay();
  expect(briefly(store, "everything")).toEqual([
    ["refused", 12 * hour, 1],
    ["refused", 12 * hour, 1],
    ["unreadable", 11 * hour, 1],
    ["change", 10 * hour, 1],
    ["refused", 9 * hour, 3],
    ["outage", 5 * hour, 1],
    ["outage", 2 * hour, 1],
  ]);
  store.close();
});

test("a problem is all but what changed, and what was wholly made good", () => {
  const store = aDay();
  expect(briefly(store, "problems")).toEqual([
    ["refused", 12 * hour, 1],
    ["refused", 12 * hour, 1],
    ["unreadable", 11 * hour, 1],
    ["refused", 9 * hour, 3],
    ["outage", 5 * hour, 1],
  ]);
  store.close();
});

test("so many lines are given as were asked for, with whether older ones follow", () => {
  const store = aDay();
  expect(list(store, "everything", 4)).toMatchObject({ lines: { length: 4 }, more: true });
  expect(list(store, "everything", 7)).toMatchObject({ lines: { length: 7 }, more: false });
  store.close();
});

test("what was there before it was looked for is told of by its booking alone", () => {
  const { store } = aStore();
  store.take([{ ...received(booking), quietly: true }]);
  expect(list(store, "everything").lines).toEqual([]);
  const [known] = store.bookings.page(0);
  const own = { tab: "everything", bookingId: known?.booking.id ?? "", count: 9 } as const;
  expect(store.activity.list(own, 9).lines).toMatchObject([
    { seen: true, told: { how: "silent", outcome: "known", why: null } },
  ]);
  store.close();
});

test("that a booking has ended is listed nowhere", () => {
  const { store } = aStore();
  const ended = JSON.stringify({
    ...JSON.parse(String(booking)),
    state: "completed",
    updated_at: "2030-01-01T00:00:00Z",
  });
  store.take([received(booking), received(Buffer.from(ended), 8)]);
  const kinds = list(store, "everything").lines.map((line) => line.kind === "change" && line.change.kind);
  expect(kinds).toEqual(["new"]);
  store.close();
});

test("the log lists what was not taken in by itself, page by page", () => {
  const store = aDay();
  const verdicts = (before: number | null) =>
    store.deliveries.page(before, "problems").lines.map(({ seq, verdict }) => [seq, verdict]);
  expect(verdicts(null)).toEqual([
    [7, "refused"],
    [6, "refused"],
    [5, "unreadable"],
    [3, "refused"],
    [2, "refused"],
    [1, "refused"],
  ]);
  expect(verdicts(5).map(([seq]) => seq)).toEqual([3, 2, 1]);
  store.close();
});
