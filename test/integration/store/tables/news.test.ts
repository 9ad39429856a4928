import { expect, test } from "vitest";
import { at } from "../../../support/bookings.ts";
import { aStore, received } from "../../../support/store.ts";
import { payloadWith } from "../../../support/timekit-payloads.ts";

const now = at("2026-11-24T12:00:00Z");

const booking = (id: string, start: string, end: string) =>
  received(payloadWith("instant.confirmed", { id, event: { start: `${start}Z`, end: `${end}Z` } }));

/** With all that these changed told, and nothing of it looked at. */
function told(...deliveries: ReturnType<typeof received>[]) {
  const { store, database } = aStore();
  store.take(deliveries);
  store.alerts.resolve(store.alerts.owed().map(({ seq }) => ({ seq, outcome: "shown", at: 8 })));
  return { store, database };
}

test("what is not over is new until it is looked at, however long ago it began", () => {
  const { store, database } = told(
    booking("over", "2026-11-24T09:00", "2026-11-24T10:00"),
    booking("on", "2026-11-24T11:30", "2026-11-24T12:30"),
    booking("ahead", "2031-01-02T09:00", "2031-01-02T10:00"),
    booking("a month", "2026-11-01T09:00", "2026-12-01T09:00"),
    booking("years", "2021-01-01T09:00", "2028-01-01T09:00"),
    booking("undated", "2026-11-24T09:00", "2026-11-24T10:00"),
    booking("without an end", "2026-11-24T11:30", "2026-11-24T12:30"),
  );
  database.exec(`UPDATE booking SET start_at = NULL, end_at = NULL WHERE id = 'undated';
    UPDATE booking SET end_at = NULL WHERE id = 'without an end'`);
  const all = ["a month", "ahead", "on", "undated", "without an end", "years"];
  expect([...store.news.unseen(now)].sort()).toEqual(all);
  store.news.markSeen("years", now);
  store.news.markSeen("on", now);
  expect([...store.news.unseen(now)].sort()).toEqual(all.filter((id) => id !== "years" && id !== "on"));
  store.news.markSeen(null, now);
  expect(store.news.unseen(now)).toEqual([]);
});
