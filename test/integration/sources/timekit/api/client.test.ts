import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { apiSample } from "../../../../support/timekit-api-samples.ts";
import { aTimekitApi, code } from "../../../../support/timekit-client.ts";

describe("the key", () => {
  test("is checked by asking for the app's name", async () => {
    const { api, timekit } = await aTimekitApi();
    expect(await api.checkKey()).toBe("My App");
    expect(timekit.requests[0]?.headers).not.toHaveProperty("content-type");
  });

  test.each([
    ["a wrong one", "live_api_key_wrong"],
    ["none", null],
  ])("%s is refused at once", async (_name, key) => {
    const { api, waits, timekit } = await aTimekitApi({ key: async () => key });
    expect(await code(api.checkKey())).toBe("timekit-key-refused");
    expect([waits, timekit.requests.length]).toEqual([[], key ? 1 : 0]);
  });

  test.each([301, 302, 307, 308])("never follows a redirect, %d, to another host", async (status) => {
    const reached: unknown[] = [];
    const elsewhere = createServer((request, response) => {
      reached.push(request.headers);
      response.end("{}");
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void elsewhere.close());
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    const { api, timekit } = await aTimekitApi();
    timekit.fault({ how: { status, headers: { location } } });
    expect(await code(api.checkKey())).toBe("timekit-odd");
    expect(reached).toEqual([]);
  });

  test("is in no error message", async () => {
    const { api, timekit } = await aTimekitApi();
    for (const how of ["cut", { status: 422, body: timekit.key }] as const) {
      timekit.fault({ how, times: 4 });
      const error = await api.checkKey().catch((error: unknown) => error);
      expect(String((error as Error).stack)).not.toContain(timekit.key);
      expect(String(error)).not.toContain(Buffer.from(`:${timekit.key}`).toString("base64"));
    }
  });
});

describe("the graphs that the account is booked by", () => {
  test.each([
    [
      "of the projects, wherever they tell them",
      [{ graph: "instant" }, { booking: { graph: "confirm_decline" } }],
      ["instant", "confirm_decline"],
    ],
    [
      "of classes are those of the seats, too",
      [{ graph: "group_customer" }],
      ["group_owner", "group_customer", "group_customer_payment"],
    ],
    ["that are none known here are left out", [{ graph: "other" }, { graph: 7 }, {}, null], []],
    ["without a project are not known", [], []],
  ])("%s", async (_name, projects, graphs) => {
    const { api } = await aTimekitApi({}, { projects: projects as object[] });
    expect(await api.graphs()).toEqual(graphs);
  });
});

describe("resources", () => {
  test("are read page by page, and nothing of them is kept but id and name", async () => {
    const resources = Array.from({ length: 230 }, (_, n) => ({ id: `r-${n}`, name: `Room ${n}` }));
    const { api, timekit } = await aTimekitApi({}, { resources });
    expect(await api.resources()).toEqual(resources);
    expect(timekit.requests).toHaveLength(3);
  });

  test("without a name go by their first and last one", async () => {
    const { api, timekit } = await aTimekitApi();
    const [nora] = JSON.parse(apiSample("resources.list")).data;
    const data = [{ ...nora, id: "1", name: "", token: "secret" }, { id: "2" }];
    timekit.fault({ how: { status: 200, body: JSON.stringify({ data }) } });
    expect(await api.resources()).toEqual([
      { id: "1", name: "Nora Lindqvist" },
      { id: "2", name: "2" },
    ]);
  });
});

describe("patience", () => {
  test("requests go one at a time, at most five a second", async () => {
    let under = 0;
    let most = 0;
    const { api, waits } = await aTimekitApi({
      async fetch(url, init) {
        under += 1;
        most = Math.max(most, under);
        const response = await fetch(url, init);
        under -= 1;
        return response;
      },
    });
    await Promise.all([api.checkKey(), api.checkKey(), api.checkKey()]);
    expect([most, waits]).toEqual([1, [200, 200]]);
  });

  test("what somebody waits for goes past a page of what was missed, however slow that is", async () => {
    const { api, timekit } = await aTimekitApi();
    timekit.fault({ at: /bookings\?/, how: "hang" });
    const asked = timekit.next(/bookings\?/);
    const catchUp = api.catchUp({
      since: null,
      resource: null,
      proved: false,
      distrusted: false,
      take: async () => true,
    });
    await asked;
    expect(await api.checkKey()).toBe("My App");
    const act = { id: "1", graph: "instant", action: "confirm", message: "" } as const;
    expect(await code(api.act(act))).toBe("timekit-gone");
    void catchUp.catch(() => {});
  });

  test.each([
    ["too many a minute", 503],
    ["too many a day in test mode", 429],
  ])("%s: waits longer each time, then goes on", async (_name, status) => {
    const { api, timekit, waits } = await aTimekitApi();
    timekit.fault({ how: { status }, times: 3 });
    expect(await api.checkKey()).toBe("My App");
    expect(waits).toHaveLength(3);
    waits.forEach((wait, n) => {
      expect(wait).toBeGreaterThanOrEqual(500 * 2 ** n);
      expect(wait).toBeLessThanOrEqual(1_000 * 2 ** n);
    });
  });

  test("four tries are enough", async () => {
    const { api, timekit } = await aTimekitApi();
    timekit.fault({ how: { status: 503 }, times: 9 });
    expect(await code(api.checkKey())).toBe("timekit-busy");
    expect(timekit.requests).toHaveLength(4);
  });

  test("Retry-After is honoured, as seconds and as a date", async () => {
    const { api, timekit, waits, now } = await aTimekitApi();
    timekit.fault({ how: { status: 503, headers: { "retry-after": "7" } } });
    await api.checkKey();
    const date = new Date(now() + 30_000).toUTCString();
    timekit.fault({ how: { status: 429, headers: { "retry-after": date } } });
    await api.checkKey();
    expect(waits[0]).toBe(7_000);
    expect(Math.max(...waits)).toBeGreaterThan(28_000);
  });

  test("a wait of more than a minute is left to whoever asked", async () => {
    const { api, timekit } = await aTimekitApi();
    timekit.fault({ how: { status: 503, headers: { "retry-after": "3600" } } });
    expect(await code(api.checkKey())).toBe("timekit-busy");
    expect(timekit.requests).toHaveLength(1);
  });

  test("a connection that breaks off is tried again", async () => {
    const { api, timekit } = await aTimekitApi();
    timekit.fault({ how: "cut", times: 2 });
    expect(await api.checkKey()).toBe("My App");
  });

  test("no answer in time is a Timekit that cannot be reached", async () => {
    const { api, timekit, waits } = await aTimekitApi({ deadlineMs: 50 });
    timekit.fault({ how: "hang", times: 4 });
    expect(await code(api.checkKey())).toBe("timekit-unreachable");
    expect(waits).toHaveLength(3);
  });

  test("nor can a Timekit that is not there", async () => {
    const { api, timekit } = await aTimekitApi();
    await timekit.stop();
    expect(await code(api.checkKey())).toBe("timekit-unreachable");
  });

  test("quitting ends what hangs and what waits", async () => {
    const quitting = new AbortController();
    const { api, timekit } = await aTimekitApi({ signal: quitting.signal });
    timekit.fault({ how: "hang" });
    const asked = [api.checkKey(), api.resources()].map((asking) => expect(asking).rejects.toThrow("quit"));
    quitting.abort(new Error("quit"));
    await Promise.all(asked);
  });
});

describe("odd answers", () => {
  test.each([
    ["a page of HTML", { status: 200, body: "<!doctype html><title>Sign in</title>" }],
    ["another shape", { status: 200, body: '{"data":{"settings":1}}' }, "resources"],
    ["a bug of Timekit's", { status: 418 }],
    ["more than 8 MB", { status: 200, body: Buffer.alloc(9 * 1024 * 1024, " ") }],
  ] as const)("%s is told as such", async (_name, how, ask: "checkKey" | "resources" = "checkKey") => {
    const { api, timekit } = await aTimekitApi();
    timekit.fault({ how });
    expect(await code(api[ask]())).toBe("timekit-odd");
  });
});
