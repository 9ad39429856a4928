import { describe, expect, test } from "vitest";
import type { CatchUp } from "../../../../../main/sources/calendly/api/catch-up.ts";
import { readDelivery } from "../../../../../main/sources/calendly/read.ts";
import { nora } from "../../../../support/calendly-api.ts";
import { aCalendlyApi } from "../../../../support/calendly-client.ts";
import { code } from "../../../../support/timekit-client.ts";

const minute = 60_000;
const day = 1_440 * minute;

const idOf = (body: Uint8Array) => {
  const reading = readDelivery(body);
  return reading?.ok ? reading.report.id : reading?.reason.code;
};

async function aCatchingUp(options: Parameters<typeof aCalendlyApi>[1] = {}) {
  const at = await aCalendlyApi({}, options);
  await at.api.account();
  const run = async (since: number | null, take?: CatchUp["take"]) => {
    const ids: (string | undefined)[] = [];
    const found = await at.api.catchUp({
      user: nora.uri,
      since,
      take:
        take ??
        (async ({ body }) => {
          ids.push(idOf(body));
          return true;
        }),
    });
    return { ids, ...found };
  };
  const group = { invitees_counter: { total: 1, active: 1, limit: 9 } };
  return { ...at, run, group };
}

describe("what was missed", () => {
  test("is all that is to come, the first time, and then what changed", async () => {
    const { calendly, run, now, pass } = await aCatchingUp();
    await calendly.book("E1");
    await calendly.book("E2");
    const begun = now();
    expect(await run(null)).toEqual({
      ids: ["E1.E1-sam", "E2.E2-sam"],
      pages: 3,
      unread: 0,
      finished: true,
      watermark: begun,
    });
    pass(30 * minute);
    const since = now();
    expect((await run(since)).ids).toEqual([]);
    await calendly.book("E3");
    expect((await run(since)).ids).toEqual(["E3.E3-sam"]);
    const told = calendly.requests.filter(({ path }) => path.startsWith("/scheduled_events?"));
    expect(told.every(({ path }) => path.includes(encodeURIComponent(nora.uri)))).toBe(true);
  });

  test("reads who comes to an event for several each time, since others change nothing about it", async () => {
    const { calendly, run, now, pass, group } = await aCatchingUp();
    await calendly.book("C1", group);
    const { event } = calendly.bookingAt("C1");
    const since = now();
    pass(30 * minute);
    await calendly.book("C1", { ...group, updated_at: event.updated_at }, "ann");
    expect((await run(since)).ids).toEqual(["C1.C1-sam", "C1.C1-ann"]);
  });

  test("goes over every page of events, and of who comes", async () => {
    const { calendly, run, group } = await aCatchingUp();
    for (let n = 0; n < 120; n += 1) await calendly.book(`E${n}`);
    for (let n = 0; n < 120; n += 1) await calendly.book("C", group, `n${n}`);
    const { ids, finished } = await run(null);
    expect([new Set(ids).size, finished]).toEqual([240, true]);
  });

  test("leaves out what was over before", async () => {
    const { calendly, run, now } = await aCatchingUp();
    const at = (ms: number) => new Date(now() + ms).toISOString();
    await calendly.book("old", { start_time: at(-40 * day) });
    await calendly.book("late", { start_time: at(-day) });
    expect((await run(null)).ids).toEqual(["late.late-sam"]);
    await calendly.book("late", { start_time: at(-2 * day) });
    expect((await run(now())).ids).toEqual([]);
  });

  test("is not over when the list has no end: the next time begins where this one did", async () => {
    const { calendly, run } = await aCatchingUp({ endless: true });
    await calendly.book("E1");
    expect(await run(5)).toMatchObject({ finished: false, watermark: 5 });
  });

  test("is read in spite of what cannot be", async () => {
    const { calendly, run } = await aCatchingUp();
    await calendly.book("E1");
    await calendly.book("E2");
    const took: unknown[] = [];
    const found = await run(null, async ({ body }) => {
      took.push(idOf(body));
      if (took.length === 1) throw new Error("The store stumbled.");
      return true;
    });
    expect(found).toMatchObject({ pages: 3, unread: 1, finished: true });
    calendly.fault({
      at: /invitees/,
      how: {
        status: 200,
        body: '{"collection":[7,{"uri":"x"}]}',
        headers: { "content-type": "application/json" },
      },
    });
    expect(await run(null)).toMatchObject({ pages: 3, unread: 1 });
  });

  test("is asked for from the beginning by a clock that was wrong", async () => {
    const { calendly, run, now } = await aCatchingUp();
    await calendly.book("E1");
    expect((await run(now() + day)).ids).toEqual(["E1.E1-sam"]);
  });
});

describe("one booking", () => {
  test("is read as it is now, without the links by which it can be cancelled", async () => {
    const { api, calendly } = await aCalendlyApi();
    await calendly.book("E1");
    const body = await api.readBooking(nora.uri, "calendly:E1.E1-sam");
    expect(idOf(body ?? Buffer.from(""))).toBe("E1.E1-sam");
    expect(Buffer.from(body ?? "").toString()).not.toContain('_url":"https://calendly.com/');
    expect(await api.readBooking(nora.uri, "E9.E9-sam")).toBeNull();
  });

  test("is cancelled with a reason, for all who come", async () => {
    const { api, calendly } = await aCalendlyApi();
    await calendly.book("E1");
    await api.cancel("E1.E1-sam", "I am ill");
    expect(calendly.bookingAt("E1").invitee).toMatchObject({
      status: "canceled",
      cancellation: { reason: "I am ill", canceler_type: "host" },
    });
    expect(await code(api.cancel("E1.E1-sam", ""))).toBe("calendly-not-allowed");
    expect(calendly.requests.at(-1)?.body).toEqual({});
  });

  test.each(["..", "E1", "E1/../users.me", ""])(
    "%s is the id of none, and no part of an address",
    async (id) => {
      const { api, calendly } = await aCalendlyApi();
      expect(await code(api.cancel(id, ""))).toBe("calendly-gone");
      expect(calendly.requests).toEqual([]);
    },
  );
});
