import { describe, expect, test } from "vitest";
import { WorldError } from "../../../../../main/lib/world-error.ts";
import type { Row } from "../../../../../main/sources/timekit/api/row.ts";
import { readDelivery } from "../../../../../main/sources/timekit/read.ts";
import { bookings, catchingUp, confirmed, day, minute, start } from "../../../../support/catching-up.ts";
import { type StoredBooking, timekitTime } from "../../../../support/timekit-api-bookings.ts";
import { code } from "../../../../support/timekit-client.ts";

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
