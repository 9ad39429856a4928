import { beforeEach, expect, test, vi } from "vitest";
import type { DeliveryDetail } from "../../../common/delivery.ts";
import type { Taken } from "../../../main/bookings/delivery.ts";
import { createDeliveriesHandlers } from "../../../main/ipc/deliveries-handlers.ts";
import { delivery } from "../../page/deliveries.ts";

const body = new TextEncoder().encode('{"id":"one"}');
const page = { lines: [delivery(1, 0)], more: true };

const parts = {
  store: {
    deliveries: {
      page: vi.fn(async () => page),
      get: vi.fn(async (): Promise<DeliveryDetail | null> => delivery(7, 0, { body: '{"id":"one"}' })),
      body: vi.fn(async (): Promise<Uint8Array | null> => body),
    },
    take: vi.fn(async (): Promise<Taken> => ({ verdict: "duplicate", bookingId: "one", change: null })),
  },
  now: () => 1_000,
  onKeptChanged: vi.fn(async () => {}),
  copyText: vi.fn(),
};
const handlers = createDeliveriesHandlers(parts);

beforeEach(() => vi.clearAllMocks());

test("the log is read by the page, and each delivery by itself", async () => {
  expect(await handlers.list({ before: 50 })).toEqual(page);
  expect(parts.store.deliveries.page).toHaveBeenCalledExactlyOnceWith(50);
  expect(await handlers.get(7)).toMatchObject({ seq: 7 });
  expect(parts.store.deliveries.get).toHaveBeenCalledExactlyOnceWith(7);
});

test("a replay takes the stored bytes in once more, without the headers of the first time", async () => {
  expect(await handlers.replay(7)).toBe("duplicate");
  expect(parts.store.deliveries.body).toHaveBeenCalledExactlyOnceWith(7);
  expect(parts.store.take).toHaveBeenCalledExactlyOnceWith({
    receivedAt: 1_000,
    via: "replay",
    headers: {},
    body,
  });
  expect(parts.onKeptChanged).toHaveBeenCalledOnce();
});

test("what is no longer kept cannot be replayed", async () => {
  parts.store.deliveries.body.mockResolvedValueOnce(null);
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
