import { expect, test } from "vitest";
import { baseOf } from "../../../../main/sources/calcom/api/base.ts";
import { calcomActionsOf, calcomPageOf } from "../../../../main/sources/calcom/host-actions.ts";
import { aCalcomBookbell, minute } from "../../../support/calcom-connected.ts";
import { code } from "../../../support/timekit-client.ts";

async function aBooking(status: string) {
  const at = await aCalcomBookbell();
  at.put("bk_1", { status });
  await at.catchUp.run();
  at.pass(minute);
  return at;
}

test.each([
  ["confirm", "pending", "", "confirmed"],
  ["decline", "pending", "Away", "declined"],
  ["cancel", "accepted", "Ill", "cancelled"],
] as const)("%s is done at Cal.com, and known here at once", async (action, status, message, then) => {
  const { act, booking } = await aBooking(status);
  await act({ uid: "bk_1", action, message });
  expect(booking("bk_1")?.status).toBe(then);
});

test("wanting what is so already asks nobody", async () => {
  const { act, calcom } = await aBooking("accepted");
  const asked = calcom.requests.length;
  await act({ uid: "bk_1", action: "confirm", message: "" });
  expect(calcom.requests.length).toBe(asked);
});

test("somebody was faster: what is so by now is no fault, and something else is shown", async () => {
  const { act, put, booking } = await aBooking("pending");
  put("bk_1", { status: "accepted" });
  await act({ uid: "bk_1", action: "confirm", message: "" });
  expect(booking("bk_1")?.status).toBe("confirmed");
  put("bk_1", { status: "cancelled" });
  expect(await code(act({ uid: "bk_1", action: "decline", message: "" }))).toBe("calcom-not-allowed");
  expect(booking("bk_1")?.status).toBe("cancelled");
});

test("a host who cancels without a reason is asked for one", async () => {
  const { act, booking } = await aBooking("accepted");
  expect(await code(act({ uid: "bk_1", action: "cancel", message: "" }))).toBe("calcom-no-reason");
  expect(booking("bk_1")?.status).toBe("confirmed");
});

test("what is not known here is not asked for", async () => {
  const { act } = await aBooking("accepted");
  expect(await code(act({ uid: "bk_2", action: "cancel", message: "x" }))).toBe("calcom-gone");
});

test.each([
  ["asked", null, ["confirm", "decline"]],
  ["confirmed", null, ["cancel"]],
  ["held", null, ["cancel"]],
  ["cancelled", null, []],
  ["moved", null, []],
  ["confirmed", "bk_class_1", []],
] as const)("of what is %s, in the class %s, a host can %j", (status, ownerId, actions) => {
  expect(calcomActionsOf({ status, ownerId })).toEqual(actions);
});

test.each([
  ["bk_1", "", "https://app.cal.com/booking/bk_1"],
  ["bk_1", "https://api.example.com", null],
  ["bk_class_1~0011223344556677", "", null],
  ["../settings", "", null],
])("the page of %s at %j is %s", (uid, server, page) => {
  expect(calcomPageOf(uid, baseOf(server) ?? "")).toBe(page);
});
