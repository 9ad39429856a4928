import { describe, expect, test } from "vitest";
import { readCalcom } from "../../../../../main/sources/calcom/read.ts";
import { calcomJson } from "../../../../support/calcom.ts";
import type { CalcomApiOptions, CalcomRow } from "../../../../support/calcom-api.ts";
import { aCalcomApi } from "../../../../support/calcom-client.ts";
import { code } from "../../../../support/timekit-client.ts";

const row = (uid: string, changes: object = {}): CalcomRow => ({
  ...calcomJson("row/accepted"),
  uid,
  ...changes,
});

const idIn = (body: Uint8Array): string => {
  const reading = readCalcom(body);
  return reading?.ok ? reading.report.id : "";
};

describe("what a host does", () => {
  test.each([
    ["confirm", "pending", "", "accepted", {}],
    ["decline", "pending", "Away", "rejected", { reason: "Away" }],
    ["decline", "pending", "", "rejected", {}],
    ["cancel", "accepted", "Ill", "cancelled", { cancellationReason: "Ill" }],
  ] as const)("%s of what is %s, with %j, makes it %s", async (action, status, message, then, sent) => {
    const { api, calcom } = await aCalcomApi();
    calcom.bookings.set("bk_1", row("bk_1", { status }));
    const bodies = await api.act({ uid: "bk_1", action, message });
    expect(bodies.map(idIn)).toEqual(["bk_1"]);
    expect(calcom.bookings.get("bk_1")?.status).toBe(then);
    expect(calcom.requests.at(-1)).toMatchObject({
      method: "POST",
      path: `/v2/bookings/bk_1/${action}`,
      body: JSON.stringify(sent),
    });
  });

  test.each([
    ["without the reason that Cal.com wants", "accepted", "cancel", "", "calcom-no-reason"],
    ["of what is over", "cancelled", "cancel", "Ill", "calcom-not-allowed"],
    ["of what is no request", "accepted", "confirm", "", "calcom-not-allowed"],
  ] as const)("%s is turned down", async (_what, status, action, message, expected) => {
    const { api, calcom } = await aCalcomApi();
    calcom.bookings.set("bk_1", row("bk_1", { status }));
    expect(await code(api.act({ uid: "bk_1", action, message }))).toBe(expected);
  });

  test.each(["../me", "bk_1/confirm?", "bk_class_1~0011223344556677", ""])(
    "never asks for %j",
    async (uid) => {
      const { api, calcom } = await aCalcomApi();
      expect(await code(api.act({ uid, action: "cancel", message: "x" }))).toBe("calcom-gone");
      expect(await api.readBooking(uid)).toEqual([]);
      expect(calcom.requests).toEqual([]);
    },
  );

  test("a booking is read by its uid; of several customers each has a body", async () => {
    const { api, calcom } = await aCalcomApi();
    calcom.bookings.set("bk_1", row("bk_1"));
    const [sam] = calcomJson("row/seated").attendees;
    const ana = { ...sam, email: "ana.lima@example.org", seatUid: "other" };
    calcom.bookings.set("bk_class_1", { ...calcomJson("row/seated"), attendees: [sam, ana] });
    expect((await api.readBooking("bk_1")).map(idIn)).toEqual(["bk_1"]);
    const seats = (await api.readBooking("bk_class_1")).map(idIn);
    expect(new Set(seats).size).toBe(2);
    for (const id of seats) expect(id).toMatch(/^bk_class_1~/);
    expect(await api.readBooking("unknown")).toEqual([]);
  });
});

const minute = 60_000;
const at = (minutes: number) => new Date(Date.parse("2026-12-01T11:00:00Z") + minutes * minute).toISOString();

async function fetching(rows: readonly CalcomRow[], options: CalcomApiOptions = {}) {
  const { api, calcom, now } = await aCalcomApi({}, { limit: 10_000, ...options });
  for (const one of rows) calcom.bookings.set(one.uid, one);
  const taken: string[] = [];
  return {
    api,
    calcom,
    now,
    taken,
    run: (since: number | null = Date.parse(at(0)), isRead = true) =>
      api.catchUp({
        since,
        take: async ({ body }) => {
          taken.push(idIn(body));
          return isRead;
        },
      }),
  };
}

const uids = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `bk_${from + i}`);

describe("what was missed", () => {
  test("is read page by page, each once", async () => {
    const rows = uids(250).map((uid, i) => row(uid, { updatedAt: at(i / 10), createdAt: at(-9_999) }));
    const { run, taken } = await fetching(rows);
    expect(await run()).toMatchObject({ finished: true, unread: 0, watermark: Date.parse(at(24.9)) });
    expect(taken).toEqual(uids(250));
  });

  test("is read whole though all of it changed in one moment", async () => {
    const rows = uids(250).map((uid) => row(uid, { updatedAt: at(1), createdAt: at(1) }));
    const { run, taken } = await fetching(rows);
    await run();
    expect([...taken].sort()).toEqual(uids(250).sort());
  });

  test("loses none that is changed while it is read", async () => {
    const rows = uids(250).map((uid, i) => row(uid, { updatedAt: at(i / 10), createdAt: at(-9_999) }));
    let pages = 0;
    const fetched = await fetching(rows, {
      afterPage() {
        pages += 1;
        // The first of the page that has just been read moves to the end.
        const moved = `bk_${pages}`;
        if (pages < 3)
          fetched.calcom.bookings.set(
            moved,
            row(moved, { updatedAt: at(40 + pages), createdAt: at(-9_999) }),
          );
      },
    });
    await fetched.run();
    expect(new Set(fetched.taken)).toEqual(new Set(uids(250)));
  });

  test("has what is new and never changed", async () => {
    const { run, taken } = await fetching([row("bk_new", { updatedAt: null, createdAt: at(5) })]);
    expect((await run()).watermark).toBe(Date.parse(at(5)));
    expect(taken).toEqual(["bk_new"]);
  });

  test("is the first time all that is ahead, however old", async () => {
    const old = { updatedAt: at(-99_999), createdAt: at(-99_999) };
    const rows = [
      row("bk_ahead", { ...old, start: at(9_999) }),
      row("bk_past", { ...old, start: at(-90_000) }),
      row("bk_changed", { ...old, start: at(-90_000), updatedAt: at(-20_000) }),
    ];
    const { run, taken } = await fetching(rows);
    await run(null);
    expect([...taken].sort()).toEqual(["bk_ahead", "bk_changed"]);
  });

  test("is asked for with some overlap", async () => {
    const rows = [
      row("bk_1", { updatedAt: at(-9), createdAt: at(-99) }),
      row("bk_2", { updatedAt: at(-11), createdAt: at(-99) }),
    ];
    const { run, taken } = await fetching(rows);
    expect((await run()).watermark).toBe(Date.parse(at(0)));
    expect(taken).toEqual(["bk_1"]);
  });

  test("after a clock that was ahead begins anew", async () => {
    const { run, calcom } = await fetching([]);
    await run(Date.parse(at(9_999)));
    expect(calcom.requests[0]?.path).toContain("afterStart");
  });

  test("counts what cannot be read", async () => {
    const { run } = await fetching([row("bk_1", { updatedAt: at(1) })]);
    expect(await run(Date.parse(at(0)), false)).toMatchObject({ unread: 1, finished: true });
  });

  test("is read by a server that knows no dates, too, and one that refuses them is odd", async () => {
    const rows = uids(150).map((uid, i) => row(uid, { updatedAt: at(i), createdAt: at(i) }));
    const ignoring = await fetching(rows, { filters: "ignored" });
    await ignoring.run();
    expect(new Set(ignoring.taken)).toEqual(new Set(uids(150)));
    const refusing = await fetching(rows, { filters: "refused" });
    expect(await code(refusing.run())).toBe("calcom-odd");
  });

  test("that breaks off has the watermark stay", async () => {
    const { run, calcom } = await fetching([row("bk_1", { updatedAt: at(1) })]);
    calcom.fault({ at: /bookings/, how: { status: 401 } });
    expect(await code(run())).toBe("calcom-key-refused");
  });
});
