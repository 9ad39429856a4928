import { beforeEach, expect, test, vi } from "vitest";
import type { DeliveryDetail } from "../../../common/delivery.ts";
import type { Taken } from "../../../main/bookings/delivery.ts";
import { createDeliveriesHandlers } from "../../../main/ipc/deliveries-handlers.ts";
import type { Sent } from "../../../main/sources/source.ts";
import { delivery } from "../../page/deliveries.ts";

const sent: Sent = {
  source: "timekit",
  headers: { "content-type": "application/json" },
  body: new TextEncoder().encode('{"id":"one"}'),
};
const page = { lines: [delivery(1, 0)], more: true };

const parts = {
  store: {
    deliveries: {
      page: vi.fn(async () => page),
      get: vi.fn(async (): Promise<DeliveryDetail | null> => delivery(7, 0, { body: '{"id":"one"}' })),
      asSent: vi.fn(async (): Promise<Sent | null> => sent),
    },
    take: vi.fn(
      async (): Promise<Taken> => ({ verdict: "duplicate", bookingId: "one", change: null, owed: null }),
    ),
  },
  now: () => 1_000,
  onKeptChanged: vi.fn(async () => {}),
  copyText: vi.fn(),
};
const handlers = createDeliveriesHandlers(parts);

beforeEach(() => vi.clearAllMocks());

test("the log is read by the page, and each delivery by itself", async () => {
  expect(await handlers.list({ before: 50, only: "problems" })).toEqual(page);
  expect(parts.store.deliveries.page).toHaveBeenCalledExactlyOnceWith(50, "problems");
  expect(await handlers.get(7)).toMatchObject({ seq: 7 });
  expect(parts.store.deliveries.get).toHaveBeenCalledExactlyOnceWith(7);
});

test("a replay takes the stored delivery in once more, as it was sent", async () => {
  expect(await handlers.replay(7)).toBe("duplicate");
  expect(parts.store.deliveries.asSent).toHaveBeenCalledExactlyOnceWith(7);
  expect(parts.store.take).toHaveBeenCalledExactlyOnceWith({
    receivedAt: 1_000,
    via: "replay",
    ...sent,
  });
  expect(parts.onKeptChanged).toHaveBeenCalledOnce();
});

test("what is no longer kept cannot be replayed", async () => {
  parts.store.deliveries.asSent.mockResolvedValueOnce(null);
  await expect(handlers.replay(7)).rejects.toThrow("no longer kept");
  expect(parts.store.take).not.toHaveBeenCalled();
  expect(parts.onKeptChanged).not.toHaveBeenCalled();
});

test("its body is copied as a command that posts it again", async () => {
  expect(await handlers.copyAsCurl(7)).toBeNull();
  expect(parts.copyText).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^curl .*\{"id":"one"\}/));
});

test("of what is no longer kept nothing is copied", async () => {
  parts.store.deliveries.get.mockResolvedValueOnce(null);
  expect(await handlers.copyAsCurl(7)).toBeNull();
  expect(parts.copyText).not.toHaveBeenCalled();
});
