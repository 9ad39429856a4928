import { describe, expect, test } from "vitest";
import { readDelivery } from "../../../../../main/sources/timekit/read.ts";
import type { StoredBooking } from "../../../../support/timekit-api-bookings.ts";
import { apiSample } from "../../../../support/timekit-api-samples.ts";
import { aTimekitApi, code } from "../../../../support/timekit-client.ts";
import { payload } from "../../../../support/timekit-payloads.ts";

const sample = (name: string): StoredBooking => JSON.parse(payload(name).toString());

test("one booking is read as the webhook would have brought it", async () => {
  const { api, timekit } = await aTimekitApi();
  const booking = sample("instant.confirmed");
  await timekit.put(booking);
  const body = await api.readBooking(booking.id);
  expect(body && readDelivery(body)).toEqual(readDelivery(payload("instant.confirmed")));
  expect(await api.readBooking("unknown")).toBeNull();
});

test("a link by which a customer cancels is not kept, even if Timekit sends it unasked", async () => {
  const { api, timekit } = await aTimekitApi();
  const full = apiSample("booking.get.full-include");
  expect(full).toContain("external_action");
  timekit.fault({ how: { status: 200, body: full } });
  const body = await api.readBooking(JSON.parse(full).data.id);
  expect(String(body)).not.toContain("external_action");
  expect(body && readDelivery(body)).toEqual(
    readDelivery(Buffer.from(JSON.stringify(JSON.parse(full).data))),
  );
});

describe("acting", () => {
  test.each([
    ["confirm_decline.tentative", "confirm", "Hello", "confirm", {}, "confirmed"],
    [
      "confirm_decline.tentative",
      "decline",
      "Sorry",
      "decline",
      { decline: { message: "Sorry" } },
      "declined",
    ],
    ["instant.confirmed", "cancel", "Ill", "cancel", { cancel: { message: "Ill" } }, "cancelled"],
    ["instant.confirmed", "cancel", "", "cancel", {}, "cancelled"],
    ["group_customer.confirmed", "cancel", "Ill", "cancel_by_owner", {}, "cancelled_by_owner"],
  ] as const)("%s, %s “%s”", async (name, action, message, path, body, state) => {
    const { api, timekit } = await aTimekitApi();
    const { id, graph } = sample(name);
    await timekit.put(sample(name));
    const after = await api.act({ id, graph, action, message });
    expect(JSON.parse(String(after))).toMatchObject({ id, state });
    expect(timekit.requests).toMatchObject([
      { method: "PUT", path: `/v2/bookings/${id}/${path}`, body: JSON.stringify(body) },
    ]);
  });

  const cancel = { id: "1", graph: "instant", action: "cancel", message: "" } as const;

  test.each(["", "{}", "OK"])("an answer that tells nothing, “%s”, is a success", async (body) => {
    const { api, timekit } = await aTimekitApi();
    timekit.fault({ how: { status: body ? 200 : 204, body } });
    expect(await api.act(cancel)).toBeNull();
  });

  test("what is not open to a booking is not allowed, and an unknown one is gone", async () => {
    const { api, timekit } = await aTimekitApi();
    await timekit.put({ ...sample("instant.cancelled"), id: "1" });
    expect(await code(api.act(cancel))).toBe("timekit-not-allowed");
    expect(await code(api.act({ ...cancel, id: "2" }))).toBe("timekit-gone");
  });

  test("is not repeated when no answer comes, for it may have been done", async () => {
    const { api, timekit } = await aTimekitApi();
    timekit.fault({ how: "cut" });
    expect(await code(api.act(cancel))).toBe("timekit-unreachable");
    expect(timekit.requests).toHaveLength(1);
  });

  test.each(["..", "a/b", "", "a?b"])("an id such as “%s” never becomes part of an address", async (id) => {
    const { api, timekit } = await aTimekitApi();
    expect(await code(api.act({ ...cancel, id }))).toBe("timekit-gone");
    expect(await api.readBooking(id)).toBeNull();
    expect(timekit.requests).toEqual([]);
  });
});
