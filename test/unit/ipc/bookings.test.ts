import { beforeEach, describe, expect, test, vi } from "vitest";
import { createBookingsHandlers } from "../../../main/ipc/bookings-handlers.ts";
import { aBooking } from "../../support/bookings.ts";

const marty = { name: "Marty McFly", email: "marty@example.net", phone: "+45 12 34 56", timeZone: "" };
const booking = aBooking({ id: "one", customer: marty });

const parts = {
  store: {
    bookings: {
      get: vi.fn(async (id: string) => (id === "one" ? booking : null)),
      search: vi.fn(async () => ({ bookings: [booking], more: false })),
      projects: vi.fn(async () => [{ id: "lessons", name: "Guitar lessons" }]),
    },
  },
  lookUp: {
    detail: vi.fn(async () => ({ booking, history: [], clash: null, move: null, join: null })),
    days: vi.fn(async () => ({ days: [], before: null, after: null })),
    dots: vi.fn(async () => []),
    requests: vi.fn(async () => []),
  },
  exports: { booking: vi.fn(async () => true) },
  now: () => 1_000,
  join: vi.fn(async (_id: string, agreed: string | null) => (agreed ? null : "video.example.com")),
  openLinkIn: vi.fn(async (_id: string, _link: string, agreed: string | null) =>
    agreed ? null : "x.example",
  ),
  confirming: { confirm: vi.fn(), undo: vi.fn((_id: string) => true) },
  act: vi.fn(async () => {}),
  snooze: vi.fn(async () => {}),
  openLink: vi.fn(async (_url: URL) => {}),
  pageOf: vi.fn(({ id, end }: { id: string; end: number | null }) =>
    id === "none" ? null : new URL(`https://calendly.com/${id}/${end}`),
  ),
  textOf: () => "Marty McFly, 15:00",
  copyText: vi.fn(),
};
const handlers = createBookingsHandlers(parts);
const opened = () => parts.openLink.mock.calls.map(([url]) => url.href);

beforeEach(() => vi.clearAllMocks());

test("one booking and a stretch of the list are looked up", async () => {
  expect(await handlers.get("one")).toMatchObject({ booking });
  expect(parts.lookUp.detail).toHaveBeenCalledExactlyOnceWith("one");
  const range = { first: "2026-11-23", last: "2026-11-29" };
  expect(await handlers.days(range)).toEqual({ days: [], before: null, after: null });
  expect(parts.lookUp.days).toHaveBeenCalledExactlyOnceWith(range);
  expect(await handlers.dots(range)).toEqual([]);
  expect(parts.lookUp.dots).toHaveBeenCalledExactlyOnceWith(range);
  expect(await handlers.requests()).toEqual([]);
});

test("a search is made at the present, which tells what is over", async () => {
  const wanted = { text: "marty", state: "all", time: "past" } as const;
  expect(await handlers.search(wanted)).toEqual({ bookings: [booking], more: false });
  expect(parts.store.bookings.search).toHaveBeenCalledExactlyOnceWith(wanted, 1_000);
});

test("the projects are those of the store", async () => {
  expect(await handlers.projects()).toEqual([{ id: "lessons", name: "Guitar lessons" }]);
});

test("a meeting is open, or its host is to be agreed to first", async () => {
  expect(await handlers.join({ id: "one", agreed: null })).toBe("video.example.com");
  expect(await handlers.join({ id: "one", agreed: "video.example.com" })).toBeNull();
  expect(parts.join).toHaveBeenLastCalledWith("one", "video.example.com");
});

test("a link in its texts is open, or its host is to be agreed to first", async () => {
  const link = { id: "one", link: "https://x.example/" };
  expect(await handlers.openLink({ ...link, agreed: null })).toBe("x.example");
  expect(await handlers.openLink({ ...link, agreed: "x.example" })).toBeNull();
  expect(parts.openLinkIn).toHaveBeenLastCalledWith("one", "https://x.example/", "x.example");
});

test("a request is confirmed in a while, and that can be taken back", () => {
  expect(handlers.confirm("one")).toBeNull();
  expect(parts.confirming.confirm).toHaveBeenCalledExactlyOnceWith("one");
  expect(handlers.undo("one")).toBe(true);
  parts.confirming.undo.mockReturnValueOnce(false);
  expect(handlers.undo("one")).toBe(false);
});

test("what is done about a booking is done as it was asked", async () => {
  const wanted = { id: "one", action: "decline", message: "Sorry" } as const;
  expect(await handlers.act(wanted)).toBeNull();
  expect(parts.act).toHaveBeenCalledExactlyOnceWith(wanted);
  // What was confirmed a moment ago is not sent after it.
  expect(parts.confirming.undo).toHaveBeenCalledExactlyOnceWith("one");
  expect(await handlers.snooze({ id: "one", choice: "start" })).toBeNull();
  expect(parts.snooze).toHaveBeenCalledExactlyOnceWith("one", "start");
});

describe("the customer", () => {
  test("is written to, or called, at what the booking says", async () => {
    await handlers.contact({ id: "one", by: "mail" });
    await handlers.contact({ id: "one", by: "call" });
    expect(opened()).toEqual(["mailto:marty@example.net", "tel:+45123456"]);
  });

  test.each(["mail", "call"] as const)("without an address for it gets no %s", async (by) => {
    parts.store.bookings.get.mockResolvedValueOnce(aBooking({ customer: null }));
    await expect(handlers.contact({ id: "one", by })).rejects.toMatchObject({ code: "no-link" });
    expect(opened()).toEqual([]);
  });
});

describe("the page at its service", () => {
  test("is opened by its address there, which the page of Bookbell never says", async () => {
    expect(await handlers.hasPage("one")).toBe(true);
    expect(opened()).toEqual([]);
    expect(await handlers.openPage("one")).toBeNull();
    expect(await handlers.openPage("class")).toBeNull();
    expect(opened()).toEqual([`https://calendly.com/one/${booking.end}`, "https://calendly.com/class/null"]);
  });

  test("is not opened where there is none", async () => {
    expect(await handlers.hasPage("none")).toBe(false);
    await expect(handlers.openPage("none")).rejects.toMatchObject({ code: "link-not-opened" });
    expect(opened()).toEqual([]);
  });
});

test("it is copied as text, and saved as a file", async () => {
  expect(await handlers.copy("one")).toBeNull();
  expect(parts.copyText).toHaveBeenCalledExactlyOnceWith("Marty McFly, 15:00");
  parts.exports.booking.mockResolvedValueOnce(false);
  expect(await handlers.export("one")).toBe(false);
  expect(parts.exports.booking).toHaveBeenCalledExactlyOnceWith(booking);
});

test("of a booking that is no longer kept there is nothing to copy, save or write to", async () => {
  const gone = { code: "timekit-gone" };
  await expect(handlers.copy("other")).rejects.toMatchObject(gone);
  await expect(handlers.export("other")).rejects.toMatchObject(gone);
  await expect(handlers.contact({ id: "other", by: "mail" })).rejects.toMatchObject(gone);
  expect(parts.copyText).not.toHaveBeenCalled();
  expect(parts.exports.booking).not.toHaveBeenCalled();
});
