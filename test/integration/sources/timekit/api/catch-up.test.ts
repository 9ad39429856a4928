import { describe, expect, test } from "vitest";
import { WorldError } from "../../../../../main/lib/world-error.ts";
import type { Row } from "../../../../../main/sources/timekit/api/row.ts";
import { readDelivery } from "../../../../../main/sources/timekit/read.ts";
import type { TimekitApiOptions } from "../../../../support/timekit-api.ts";
import { type StoredBooking, timekitTime } from "../../../../support/timekit-api-bookings.ts";
import { aTimekitApi, code } from "../../../../support/timekit-client.ts";
import { payload } from "../../../../support/timekit-payloads.ts";

const minute = 60_000;
const day = 1_440 * minute;
const start = Date.parse("2026-12-01T11:00:00Z");
const confirmed: StoredBooking = JSON.parse(payload("instant.confirmed").toString());
const event = JSON.parse(payload("instant.confirmed").toString()).event;

interface Times {
  readonly created: number;
  readonly updated: number;
  readonly starts: number;
}

const booking = (n: number, { created, updated, starts }: Times) => ({
  ...confirmed,
  id: `b-${n}`,
  created_at: timekitTime(created),
  updated_at: timekitTime(updated),
  event: { ...event, start: timekitTime(starts), end: timekitTime(starts + 30 * minute) },
});

/** `count` bookings as on a real account, where some were made long before they changed; number 0 changed last. */
const bookings = (count: number): StoredBooking[] =>
  Array.from({ length: count }, (_, n) => {
    const updated = start - n * minute;
    return booking(n, {
      updated,
      created: updated - ((n * 37) % 101) * minute,
      starts: start + ((n * 53) % 97) * day,
    });
  });

/** The same, none of which has changed since it was made. */
const untouched = (count: number): StoredBooking[] =>
  Array.from({ length: count }, (_, n) => {
    const updated = start - n * 60 * minute;
    return booking(n, { updated, created: updated, starts: updated + 5 * day });
  });

interface Playing extends TimekitApiOptions {
  readonly onPage?: (page: number) => void;
  /** What keeping a booking comes to. */
  readonly keep?: (row: Row) => Promise<boolean>;
}

async function catchingUp({ onPage, keep = async () => true, ...options }: Playing = {}) {
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
    options,
  );
  const taken: Row[] = [];
  async function take(row: Row) {
    const isRead = await keep(row);
    taken.push(row);
    return isRead;
  }
  return {
    timekit,
    taken,
    ids: () => taken.map(({ key }) => key),
    fill: async (all: readonly StoredBooking[]) => {
      for (const booking of all) await timekit.put(booking);
    },
    catchUp: (
      since: number | null,
      { resource = null as string | null, proved = false, distrusted = false } = {},
    ) => api.catchUp({ since, resource, proved, distrusted, take }),
  };
}

describe("catching up", () => {
  test("rows read as the webhook would have", async () => {
    const { catchUp, taken, timekit } = await catchingUp();
    const booking = { ...confirmed, updated_at: timekitTime(start) };
    await timekit.put(booking);
    expect(await catchUp(null)).toMatchObject({ watermark: start, seen: 1, whole: true });
    expect(taken.map(({ body }) => readDelivery(body))).toEqual([
      readDelivery(Buffer.from(JSON.stringify(booking))),
    ]);
  });

  test("reads until ten minutes before the last time", async () => {
    const { catchUp, ids, fill, timekit } = await catchingUp();
    await fill(bookings(350));
    expect(await catchUp(start - 120 * minute)).toMatchObject({
      ...{ watermark: start, seen: 131, whole: true, proved: true, pages: 2 },
    });
    // Two pages of the list, and one that proves its order.
    expect([ids().at(-1), timekit.requests.length]).toEqual(["b-130", 3]);
  });

  test("nothing new leaves the watermark where it was", async () => {
    const { catchUp } = await catchingUp();
    expect(await catchUp(null)).toMatchObject({ watermark: null, seen: 0 });
    expect(await catchUp(start)).toMatchObject({ watermark: start, seen: 0 });
  });

  test("reads 30 days the first time", async () => {
    const { catchUp, ids, fill } = await catchingUp();
    const old = { updated_at: timekitTime(start - 31 * 24 * 60 * minute), id: "old" };
    await fill([...bookings(1), { ...confirmed, ...old }]);
    await catchUp(null);
    expect(ids()).toEqual(["b-0"]);
  });

  test("reads all of these 30 days, however many", async () => {
    const { catchUp, fill } = await catchingUp();
    await fill(bookings(2_050));
    expect(await catchUp(null)).toMatchObject({ watermark: start, seen: 2_050, whole: true });
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
    expect(await at.catchUp(since)).toMatchObject({ watermark: since, seen: 249, whole: false });
    expect(at.ids()).not.toContain("b-100");
    expect(await at.catchUp(since)).toMatchObject({ watermark: start, seen: 249 });
    expect(at.ids()).toContain("b-100");
  });

  test("reads on to the end where the order means nothing", async () => {
    const { catchUp, ids, fill } = await catchingUp({ order: "none" });
    await fill(bookings(250).reverse());
    expect(await catchUp(start - 20 * minute)).toMatchObject({ watermark: start, seen: 31, proved: false });
    expect(ids()).toContain("b-0");
  });

  test("asks for one resource's bookings only", async () => {
    const { catchUp, ids, fill } = await catchingUp();
    const [mine, theirs] = bookings(2) as [StoredBooking, StoredBooking];
    await fill([{ ...mine, user: { id: "me" } }, theirs]);
    await catchUp(null, { resource: "me" });
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
});

describe("the order of Timekit's list", () => {
  /** What changed five minutes ago, made long ago: 200 other bookings were made since. */
  const cancelled = [
    {
      ...(untouched(320)[210] as StoredBooking),
      state: "cancelled",
      updated_at: timekitTime(start - 5 * minute),
    },
    {
      ...(untouched(320)[250] as StoredBooking),
      state: "cancelled",
      updated_at: timekitTime(start - 4 * minute),
    },
  ];

  test.each([["none"], ["created"], ["created-as-asked"], ["within-page"]] as const)(
    "is not trusted where it is “%s”, so nothing is missed",
    async (order) => {
      const { catchUp, ids, fill } = await catchingUp({ order });
      await fill(order === "none" ? untouched(320).reverse() : untouched(320));
      await fill(cancelled);
      const found = await catchUp(start - 20 * minute);
      expect(found).toMatchObject({ watermark: start, whole: true, proved: false });
      expect(ids()).toEqual(expect.arrayContaining(["b-210", "b-250"]));
    },
  );

  test("is not trusted on the ground of one page that was put in order by itself", async () => {
    const { catchUp, ids, fill } = await catchingUp({ order: "within-page" });
    await fill(bookings(320));
    await fill([{ ...(bookings(320)[250] as StoredBooking), updated_at: timekitTime(start + minute) }]);
    expect(await catchUp(start - 20 * minute)).toMatchObject({ whole: true, proved: false });
    expect(ids()).toContain("b-250");
  });

  test("is asked for a proof once, and no more for as long as that holds", async () => {
    const { catchUp, fill, timekit } = await catchingUp();
    await fill(bookings(320));
    const first = await catchUp(start);
    expect([first, timekit.requests.length]).toMatchObject([{ proved: true, pages: 1 }, 2]);
    await catchUp(start, { proved: first.proved });
    expect(timekit.requests).toHaveLength(3);
  });

  test("is not believed any more once a page contradicts it", async () => {
    const { catchUp, fill, ids } = await catchingUp({ order: "none" });
    await fill(bookings(320).reverse());
    expect(await catchUp(start, { proved: true })).toMatchObject({ proved: false, whole: true });
    expect(ids()).toContain("b-0");
  });
});

describe("a list that comes to no end", () => {
  test.each([
    ["circle", 2],
    ["ever-new", 500],
  ] as const)("“%s” is given up, and nothing is taken as read", async (endless, pages) => {
    const { catchUp, fill } = await catchingUp({ endless });
    await fill(untouched(3));
    expect(await catchUp(start - day)).toMatchObject({
      ...{ watermark: start - day, finished: false, whole: false, pages },
    });
  });

  test("goes on beyond a hundred pages as long as each brings something new", async () => {
    const { catchUp, fill, ids } = await catchingUp({ order: "created" });
    await fill(untouched(10_300));
    const last = { ...(untouched(10_300).at(-1) as StoredBooking), updated_at: timekitTime(start + minute) };
    await fill([last]);
    expect(await catchUp(start)).toMatchObject({ watermark: start + minute, whole: true, pages: 103 });
    expect(ids()).toContain(last.id);
  });
});

describe("a row that cannot be read", () => {
  const odd = [null, 7, "booking", [], {}, { id: null }, { ...confirmed, id: "no-time", updated_at: null }];
  const keep = async ({ body }: Row) => readDelivery(body).ok;

  test("keeps none of the others out, and is counted", async () => {
    const { catchUp, fill, ids } = await catchingUp({ odd, keep });
    await fill(bookings(19));
    // The one without `updated_at` can be read all the same.
    expect(await catchUp(null)).toMatchObject({
      watermark: start,
      seen: 26,
      unread: 6,
      finished: true,
      whole: false,
    });
    expect(ids()).toEqual(expect.arrayContaining(["no-time", ...bookings(19).map(({ id }) => id)]));
  });

  test("holds the watermark for a day, in case it is mended", async () => {
    const tooLate = new Set(["b-5"]);
    const { catchUp, fill, ids } = await catchingUp({ keep: async ({ key }) => !tooLate.has(key) });
    await fill(bookings(19));
    const first = await catchUp(start - 30 * minute);
    expect(first).toMatchObject({ watermark: start - 5 * minute, unread: 1, whole: false });
    tooLate.clear();
    ids();
    expect(await catchUp(first.watermark)).toMatchObject({ watermark: start, unread: 0, whole: true });

    const old = { ...(bookings(1)[0] as StoredBooking), id: "old", updated_at: timekitTime(start - 2 * day) };
    tooLate.add("old");
    await fill([old]);
    expect(await catchUp(start - 3 * day)).toMatchObject({ watermark: start, unread: 1 });
  });

  test("is stepped over when keeping it fails, even if others shared its commit", async () => {
    let together = true;
    const { catchUp, fill, ids } = await catchingUp({
      async keep({ key }) {
        const fails = together || key === "b-7";
        if (key === "b-18") together = false;
        if (fails) throw new TypeError("of the store's own");
        return true;
      },
    });
    await fill(bookings(19));
    expect(await catchUp(null)).toMatchObject({ seen: 19, unread: 1, watermark: start - 7 * minute });
    expect(new Set(ids()).size).toBe(18);
  });

  test("is not blamed when nothing at all can be kept", async () => {
    const { catchUp, fill } = await catchingUp({
      keep: async () => Promise.reject(new WorldError("store-closed")),
    });
    await fill(bookings(3));
    expect(await code(catchUp(null))).toBe("store-closed");
  });
});

describe("clocks that differ", () => {
  const hour = 60 * minute;
  const noon = Date.parse("2026-12-01T12:00:00Z");

  test("an hour ahead, the computer's does not make a booking be missed after a row from the future", async () => {
    // Timekit's own clock is an hour behind the computer's.
    const { catchUp, ids, fill } = await catchingUp({ now: () => noon - hour });
    await fill([{ ...confirmed, id: "future", updated_at: "2099-01-01T00:00:00+0000" }, ...bookings(1)]);
    const { watermark } = await catchUp(null);
    expect(watermark).toBe(start);
    await fill([booking(1, { created: noon - 30 * minute, updated: noon - 30 * minute, starts: noon })]);
    await catchUp(watermark);
    expect(ids()).toContain("b-1");
  });

  test("sixty days ahead, the computer's does not hide the last 30 days", async () => {
    for (const now of [() => noon - 60 * day, () => noon]) {
      const { catchUp, ids, fill } = await catchingUp({ now });
      await fill([booking(1, { created: noon - 61 * day, updated: noon - 61 * day, starts: noon })]);
      await catchUp(null);
      expect(ids()).toEqual(["b-1"]);
    }
  });

  test("a watermark from the future is none", async () => {
    const { catchUp, ids, fill } = await catchingUp();
    await fill(bookings(2));
    expect(await catchUp(noon + day)).toMatchObject({ watermark: start });
    expect(ids()).toEqual(["b-0", "b-1"]);
  });
});
