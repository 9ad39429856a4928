import { expect, test } from "vitest";
import { baseOf } from "../../../../main/sources/calcom/api/base.ts";
import { calcomPageOf } from "../../../../main/sources/calcom/page.ts";
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

test("what is not offered is not asked of Cal.com, and the booking is looked at anew", async () => {
  const { act, put, booking, calcom } = await aBooking("accepted");
  put("bk_1", { status: "cancelled" });
  expect(await code(act({ uid: "bk_1", action: "decline", message: "" }))).toBe("calcom-not-allowed");
  expect(calcom.requests.some(({ method, path }) => method === "POST" && path.includes("bk_1"))).toBe(false);
  expect(booking("bk_1")?.status).toBe("cancelled");
});

test.each([
  ["bk_1", "", "https://app.cal.com/booking/bk_1"],
  ["bk_1", "api.cal.eu", "https://app.cal.eu/booking/bk_1"],
  ["bk_1", "https://api.example.com", undefined],
  ["bk_class_1~0011223344556677", "", "https://app.cal.com/booking/bk_class_1"],
  ["bk_class_1~me@example.net", "", undefined],
  ["../settings", "", undefined],
  ["", "", undefined],
])("the page of %s at %j is %s", (uid, server, page) => {
  expect(calcomPageOf(uid, baseOf(server) ?? "")?.href).toBe(page);
});
