import { expect, test, vi } from "vitest";
import { createPrivacyHandlers } from "../../../main/ipc/privacy-handlers.ts";

const removed = { bookings: 2, deliveries: 3, alerts: 1, setAside: 0 };

function start() {
  const happened: string[] = [];
  const forget = vi.fn(async (address: string) => {
    happened.push(`forget ${address}`);
    return removed;
  });
  const handlers = createPrivacyHandlers({
    store: {
      setAside: {
        async remove() {
          happened.push("removed what was set aside");
        },
      },
    },
    forget,
    onKeptChanged: async () => happened.push("changed"),
  });
  return { handlers, forget, happened };
}

test("a customer is forgotten, and then all is read anew", async () => {
  const { handlers, happened } = start();
  expect(await handlers.forgetCustomer("marty@example.net")).toEqual(removed);
  expect(happened).toEqual(["forget marty@example.net", "changed"]);
});

test("forgetting that fails half-way has removed something, too", async () => {
  const { handlers, forget, happened } = start();
  forget.mockRejectedValueOnce(new Error("disk"));
  await expect(handlers.forgetCustomer("marty@example.net")).rejects.toThrow("disk");
  expect(happened).toEqual(["changed"]);
});

test("damaged files that were set aside are deleted", async () => {
  const { handlers, happened } = start();
  expect(await handlers.removeSetAside()).toBeNull();
  expect(happened).toEqual(["removed what was set aside"]);
});
