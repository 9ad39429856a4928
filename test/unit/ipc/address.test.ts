import { beforeEach, expect, test, vi } from "vitest";
import { createAddressHandlers } from "../../../main/ipc/address-handlers.ts";

const anAddress = () => ({ renew: vi.fn(async () => {}), endOld: vi.fn(), close: vi.fn() });
const parts = {
  addresses: { timekit: anAddress(), zapier: anAddress(), calcom: anAddress(), calendly: anAddress() },
  copy: vi.fn(async () => "everywhere" as const),
};
const handlers = createAddressHandlers(parts);

beforeEach(() => vi.clearAllMocks());

test("it is copied, marked for a graph and a state, and the answer says how far it reaches", async () => {
  const pair = { graph: "instant", state: "confirmed" };
  expect(await handlers.copy(pair)).toBe("everywhere");
  expect(await handlers.copy(null)).toBe("everywhere");
  expect(await handlers.copyFor("zapier")).toBe("everywhere");
  expect(parts.copy.mock.calls).toEqual([
    ["timekit", pair],
    ["timekit", null],
    ["zapier", null],
  ]);
});

test.each(["timekit", "zapier"] as const)(
  "a new one for %s is made, and the one before is ended",
  async (source) => {
    const { timekit, zapier } = parts.addresses;
    const [its, other] = source === "timekit" ? [timekit, zapier] : [zapier, timekit];
    expect(await handlers.renew(source)).toBeNull();
    expect(its.renew).toHaveBeenCalledOnce();
    expect(its.endOld).not.toHaveBeenCalled();
    expect(handlers.endOld(source)).toBeNull();
    expect(its.endOld).toHaveBeenCalledOnce();
    for (const untouched of Object.values(other)) expect(untouched).not.toHaveBeenCalled();
  },
);

test("that of an added source is closed for good", () => {
  expect(handlers.close("zapier")).toBeNull();
  expect(parts.addresses.zapier.close).toHaveBeenCalledOnce();
});

test("one that could not be kept is not said to be renewed", async () => {
  parts.addresses.timekit.renew.mockRejectedValueOnce(new Error("locked"));
  await expect(handlers.renew("timekit")).rejects.toThrow("locked");
});
