import { describe, expect, test } from "vitest";
import { bookings, catchingUp, day, minute, start, untouched } from "../../../../support/catching-up.ts";
import { type StoredBooking, timekitTime } from "../../../../support/timekit-api-bookings.ts";

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
