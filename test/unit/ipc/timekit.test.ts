import { beforeEach, expect, test, vi } from "vitest";
import type { Resource } from "../../../common/timekit.ts";
import { createTimekitHandlers } from "../../../main/ipc/timekit-handlers.ts";

const doc: Resource = { id: "doc", name: "Emmett Brown" };
const parts = {
  connection: {
    resources: vi.fn(async () => [doc]),
    graphs: vi.fn(async () => ["instant" as const]),
    choose: vi.fn(),
    register: vi.fn(async () => {}),
  },
  catchUp: vi.fn(async () => {}),
  openAdmin: vi.fn(async () => {}),
};
const handlers = createTimekitHandlers(parts);

beforeEach(() => vi.clearAllMocks());

test("whoever can be booked is asked of Timekit", async () => {
  expect(await handlers.resources()).toEqual([doc]);
});

test("by which graphs the account is booked is asked of it, and its admin is opened in the browser", async () => {
  expect(await handlers.graphs()).toEqual(["instant"]);
  expect(await handlers.openAdmin()).toBeNull();
  expect(parts.openAdmin).toHaveBeenCalledOnce();
});

test.each([doc, null])("%j is chosen", async (resource) => {
  expect(await handlers.chooseResource(resource)).toBeNull();
  expect(parts.connection.choose).toHaveBeenCalledExactlyOnceWith(resource);
  expect(parts.connection.resources).not.toHaveBeenCalled();
});

test("one whose name the page may not know is chosen with its name", async () => {
  await handlers.chooseResource({ id: "doc", name: "" });
  expect(parts.connection.choose).toHaveBeenCalledExactlyOnceWith(doc);
  await handlers.chooseResource({ id: "gone", name: "" });
  expect(parts.connection.choose).toHaveBeenLastCalledWith({ id: "gone", name: "" });
});

test("webhooks are registered, and what was missed is fetched, before it is answered", async () => {
  expect(await handlers.registerWebhooks(["instant"])).toBeNull();
  expect(parts.connection.register).toHaveBeenCalledExactlyOnceWith(["instant"]);
  expect(await handlers.catchUp()).toBeNull();
  parts.catchUp.mockRejectedValueOnce(new Error("offline"));
  await expect(handlers.catchUp()).rejects.toThrow("offline");
});
