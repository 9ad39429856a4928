import { expect, test, vi } from "vitest";
import { createActivityHandlers } from "../../../main/ipc/activity-handlers.ts";
import { someActivity } from "../../page/activity.ts";

test("what happened is listed up to now, and marked as seen for one booking or for all", async () => {
  const page = { lines: someActivity, more: false };
  const [seen, list] = [vi.fn(async () => {}), vi.fn(async () => page)];
  const handlers = createActivityHandlers({ store: { activity: { list } }, seen, now: () => 7 });
  const wanted = { tab: "silent", bookingId: null, count: 50 } as const;
  expect(await handlers.list(wanted)).toEqual(page);
  expect(list.mock.calls).toEqual([[wanted, 7]]);
  expect(await handlers.markSeen("one")).toBeNull();
  expect(await handlers.markSeen(null)).toBeNull();
  expect(seen.mock.calls).toEqual([["one"], [null]]);
});
