import { expect, test, vi } from "vitest";
import { createNewsHandlers } from "../../../main/ipc/news-handlers.ts";
import { someNews } from "../../page/views.ts";

test("what changed is listed, and marked as seen for one booking or for all", async () => {
  const seen = vi.fn(async () => {});
  const handlers = createNewsHandlers({ store: { news: { list: async () => [...someNews] } }, seen });
  expect(await handlers.list()).toEqual(someNews);
  expect(await handlers.markSeen("one")).toBeNull();
  expect(await handlers.markSeen(null)).toBeNull();
  expect(seen.mock.calls).toEqual([["one"], [null]]);
});
