import { expect, test, vi } from "vitest";
import { createAddressHandlers } from "../../../main/ipc/address-handlers.ts";

const parts = {
  address: { renew: vi.fn(async () => {}), endOld: vi.fn() },
  copy: vi.fn(async () => "everywhere" as const),
};
const handlers = createAddressHandlers(parts);

test("it is copied, marked for a graph and a state, and the answer says how far it reaches", async () => {
  const pair = { graph: "instant", state: "confirmed" };
  expect(await handlers.copy(pair)).toBe("everywhere");
  expect(await handlers.copy(null)).toBe("everywhere");
  expect(parts.copy.mock.calls).toEqual([[pair], [null]]);
});

test("a new one is made, and the one before is ended", async () => {
  expect(await handlers.renew()).toBeNull();
  expect(parts.address.renew).toHaveBeenCalledOnce();
  expect(parts.address.endOld).not.toHaveBeenCalled();
  expect(handlers.endOld()).toBeNull();
  expect(parts.address.endOld).toHaveBeenCalledOnce();
});

test("one that could not be kept is not said to be renewed", async () => {
  parts.address.renew.mockRejectedValueOnce(new Error("locked"));
  await expect(handlers.renew()).rejects.toThrow("locked");
});
