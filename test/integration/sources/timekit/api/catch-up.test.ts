import { describe, expect, test } from "vitest";
import { readDelivery } from "../../../../../main/sources/timekit/read.ts";
import {
  booking,
  bookings,
  catchingUp,
  confirmed,
  day,
  minute,
  start,
} from "../../../../support/catching-up.ts";
import { type StoredBooking, timekitTime } from "../../../../support/timekit-api-bookings.ts";
import { code } from "../../../../support/timekit-client.ts";

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
