import { describe, expect, test } from "vitest";
import { readDelivery } from "../../main/sources/timekit/read.ts";
import { type StoredBooking, timekitTime } from "../support/timekit-api-bookings.ts";
import { apiSample } from "../support/timekit-api-samples.ts";
import { aTimekitApi, code } from "../support/timekit-client.ts";
import { payload } from "../support/timekit-payloads.ts";

const minute = 60_000;
const start = Date.parse("2026-12-01T11:00:00Z");
const sample = (name: string): StoredBooking => JSON.parse(payload(name).toString());

/** `count` bookings, changed in the last hours; number 0 is the newest, and each next one a minute older. */
const bookings = (count: number): StoredBooking[] =>
  Array.from({ length: count }, (_, n) => ({
    ...sample("instant.confirmed"),
    id: `b-${n}`,
    updated_at: timekitTime(start - n * minute),
  }));

async function catchingUp(options: { unordered?: boolean; onPage?: (page: number) => void } = {}) {
  const { onPage, ...timekitOptions } = options;
  let pages = 0;
  const { api, timekit } = await aTimekitApi(
    {
      async fetch(url, init) {
        const response = await fetch(url, init);
        pages += 1;
        onPage?.(pages);
        return response;
      },
    },
    timekitOptions,
  );
  const taken: Uint8Array[] = [];
  const take = async (body: Uint8Array) => taken.push(body);
  return {
    timekit,
    taken,
    ids: () => taken.map((body) => JSON.parse(Buffer.from(body).toString()).id as string),
    fill: async (all: readonly StoredBooking[]) => {
      for (const booking of all) await timekit.put(booking);
    },
    catchUp: (since: number | null, resource: string | null = null) => api.catchUp({ since, resource, take }),
  };
}

describe("catching up", () => {
  test("rows read as the webhook would have", async () => {
    const { catchUp, taken, timekit } = await catchingUp();
    const booking = { ...sample("instant.confirmed"), updated_at: timekitTime(start) };
    await timekit.put(booking);
    expect(await catchUp(null)).toEqual({ watermark: start, seen: 1 });
    expect(taken.map(readDelivery)).toEqual([readDelivery(Buffer.from(JSON.stringify(booking)))]);
  });

  test("reads until ten minutes before the last time", async () => {
    const { catchUp, ids, fill, timekit } = await catchingUp();
    await fill(bookings(350));
    expect(await catchUp(start - 120 * minute)).toEqual({ watermark: start, seen: 131 });
    expect([ids().at(-1), timekit.requests.length]).toEqual(["b-130", 2]);
  });

  test("nothing new leaves the watermark where it was", async () => {
    const { catchUp } = await catchingUp();
    expect(await catchUp(null)).toEqual({ watermark: null, seen: 0 });
    expect(await catchUp(start)).toEqual({ watermark: start, seen: 0 });
  });

  test("reads 30 days the first time", async () => {
    const { catchUp, ids, fill } = await catchingUp();
    const old = { updated_at: timekitTime(start - 31 * 24 * 60 * minute), id: "old" };
    await fill([...bookings(1), { ...sample("instant.confirmed"), ...old }]);
    await catchUp(null);
    expect(ids()).toEqual(["b-0"]);
  });

  test("reads at most 20 pages the first time", async () => {
    const { catchUp, fill, timekit } = await catchingUp();
    await fill(bookings(2_050));
    expect(await catchUp(null)).toEqual({ watermark: start, seen: 2_000 });
    expect(timekit.requests).toHaveLength(20);
  });

  test("a booking that changes while pages are read is missed by none and taken once a change", async () => {
    const at = await catchingUp({
      onPage(page) {
        const [changed] = bookings(250).slice(240);
        if (page === 1 && changed)
          void at.timekit.put({ ...changed, state: "cancelled", updated_at: timekitTime(start + minute) });
      },
    });
    await at.fill(bookings(250));
    const { watermark } = await at.catchUp(start - 600 * minute);
    expect([at.ids().length, new Set(at.ids()).size]).toEqual([249, 249]);
    at.taken.length = 0;
    expect(await at.catchUp(watermark)).toMatchObject({ watermark: start + minute });
    expect(at.ids()).toContain("b-240");
  });

  test("a booking deleted meanwhile moves others out of sight, so the watermark waits", async () => {
    const at = await catchingUp({
      onPage(page) {
        if (page === 1) at.timekit.bookings.delete("b-3");
      },
    });
    await at.fill(bookings(250));
    const since = start - 600 * minute;
    expect(await at.catchUp(since)).toEqual({ watermark: since, seen: 249 });
    expect(at.ids()).not.toContain("b-100");
    expect(await at.catchUp(since)).toEqual({ watermark: start, seen: 249 });
    expect(at.ids()).toContain("b-100");
  });

  test("reads on to the end where the order means nothing", async () => {
    const { catchUp, ids, fill } = await catchingUp({ unordered: true });
    await fill(bookings(250).reverse());
    expect(await catchUp(start - 20 * minute)).toEqual({ watermark: start, seen: 31 });
    expect(ids()).toContain("b-0");
  });

  test("asks for one resource's bookings only", async () => {
    const { catchUp, ids, fill } = await catchingUp();
    const [mine, theirs] = bookings(2) as [StoredBooking, StoredBooking];
    await fill([{ ...mine, user: { id: "me" } }, theirs]);
    await catchUp(null, "me");
    expect(ids()).toEqual(["b-0"]);
  });

  test("stops at the first page that fails, so that the watermark is not moved on", async () => {
    const { catchUp, fill, timekit, taken } = await catchingUp();
    await fill(bookings(150));
    timekit.fault({ at: /page=2/, how: { status: 503 }, times: 4 });
    expect(await code(catchUp(start - 600 * minute))).toBe("timekit-busy");
    expect(taken).toHaveLength(100);
  });

  test("a row from the future does not hide what comes until then", async () => {
    const { catchUp, ids, fill } = await catchingUp();
    const [odd, next] = bookings(2) as [StoredBooking, StoredBooking];
    await fill([{ ...odd, updated_at: "2099-01-01T00:00:00+0000" }]);
    const { watermark } = await catchUp(null);
    await fill([{ ...next, updated_at: timekitTime(start + 70 * minute) }]);
    await catchUp(watermark);
    expect(ids()).toEqual(["b-0", "b-0", "b-1"]);
  });

  test("a row without a time is told, not passed over", async () => {
    const { catchUp, timekit } = await catchingUp();
    timekit.fault({ how: { status: 200, body: '{"data":[{"id":"1"}]}' } });
    expect(await code(catchUp(null))).toBe("timekit-odd");
  });
});

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
