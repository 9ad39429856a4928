import { expect, onTestFinished, test } from "vitest";
import type { TimekitView } from "../../common/timekit.ts";
import type { Settings } from "../../main/settings/settings.ts";
import { createCatchingUp } from "../../main/sources/timekit/catching-up.ts";
import { createConnection } from "../../main/sources/timekit/connection.ts";
import { exampleAt } from "../support/example.ts";
import { aStore } from "../support/store.ts";
import { aTimekitApi, code } from "../support/timekit-client.ts";

/** A connection to the stand-in, with its settings in memory; `where.hook` is the public address. */
async function aConnection(options: Parameters<typeof aTimekitApi>[1] = {}) {
  const { api, timekit, now } = await aTimekitApi({}, options);
  let settings = {
    graphs: [],
    webhooks: [],
    resource: null,
    watermark: null,
  } as Partial<Settings> as Settings;
  const kept = {
    get: <Key extends keyof Settings>(key: Key) => settings[key],
    change(part: Partial<Settings>) {
      settings = { ...settings, ...part };
    },
  };
  const where = { hook: "https://first.example/hooks/timekit/token" as string | null };
  const views: TimekitView[] = [];
  const faults: unknown[] = [];
  const connection = createConnection({
    api,
    settings: kept,
    hasKey: () => true,
    hook: () => where.hook,
    now,
    onView: (view) => views.push(view),
    onFault: (error) => faults.push(error),
  });
  const on = () => {
    const view = connection.view();
    if (view.state !== "on") throw new Error(`Not connected: ${view.state}`);
    return view;
  };
  return { api, connection, timekit, now, where, views, faults, kept, on };
}

test("a good key names the app, a refused one the problem", async () => {
  const { connection, timekit, views } = await aConnection();
  await connection.check();
  expect(views.map(({ state }) => state)).toEqual(["checking", "on"]);
  timekit.fault({ how: { status: 401, body: "{}" } });
  expect(await code(connection.check())).toBe("timekit-key-refused");
  expect(connection.view()).toMatchObject({ state: "failed", problem: { code: "timekit-key-refused" } });
});

test("a key that could not be tried is tried again, a refused one is not", async () => {
  const { connection, timekit, views } = await aConnection();
  const asked = () => timekit.requests.filter(({ path }) => path.endsWith("/app")).length;
  timekit.fault({ how: { status: 418, body: "" } });
  expect(await code(connection.ensure())).toBe("timekit-odd");
  await connection.ensure();
  await connection.ensure();
  expect(views.at(-1)).toMatchObject({ state: "on" });
  expect(asked()).toBe(2);
  timekit.fault({ how: { status: 401, body: "{}" } });
  await connection.check().catch(() => {});
  await connection.ensure();
  expect(connection.view()).toMatchObject({ state: "failed" });
  expect(asked()).toBe(3);
});

test("webhooks are registered at one press and follow the public address", async () => {
  const { connection, timekit, where, kept, on } = await aConnection();
  await connection.check();
  await connection.register(["group_owner"]);
  const urls = () => [...timekit.webhooks.values()].map(({ url }) => new URL(url).host);
  expect(urls()).toEqual(["first.example", "first.example"]);
  expect(on().webhooks).toMatchObject({ registered: 2, wanted: 2, stale: false, problem: null });

  where.hook = null;
  await connection.addressChanged();
  expect(urls()).toHaveLength(2);
  where.hook = "https://second.example/hooks/timekit/token";
  expect(on().webhooks.stale).toBe(true);
  await connection.addressChanged();
  expect(urls()).toEqual(["second.example", "second.example"]);
  expect(on().webhooks).toMatchObject({ registered: 2, stale: false });
  expect(kept.get("webhooks")).toHaveLength(2);

  await connection.register([]);
  expect(timekit.webhooks.size).toBe(0);
});

test("what stands in the way of registering is told, and nothing is without a public address", async () => {
  const { connection, timekit, where, on } = await aConnection();
  await connection.check();
  timekit.fault({ at: /^POST .*webhooks/, how: { status: 404, body: "{}" } });
  expect(await code(connection.register(["group_owner"]))).toBe("timekit-by-hand");
  expect(on().webhooks.problem).toMatchObject({ code: "timekit-by-hand" });
  where.hook = null;
  expect(await code(connection.register(["group_owner"]))).toBe("no-public-address");
});

test("webhooks that Timekit gave no id for are left to the user", async () => {
  const { connection, where, on } = await aConnection({ sentence: () => "Thank you!" });
  await connection.check();
  await connection.register(["group_owner"]);
  where.hook = "https://second.example/hooks/timekit/token";
  await connection.addressChanged();
  expect(on().webhooks.problem).toMatchObject({ code: "timekit-webhooks-left" });
});

test("what was missed is fetched and merged as a webhook would be, once, and only news count", async () => {
  const { api, connection, timekit, now, kept, on } = await aConnection();
  const { store, database } = aStore();
  onTestFinished(store.close);
  const fetched: number[] = [];
  const within = { gap: false };
  const catchUp = createCatchingUp({
    api,
    connection,
    settings: kept,
    take: async (body) => {
      const [taken] = store.take([
        { receivedAt: now(), via: "catch-up", headers: {}, body: Buffer.from(body) },
      ]);
      if (!taken) throw new Error("Not taken");
      return taken;
    },
    now,
    onFetched: async (count) => fetched.push(count) > 0 && !within.gap,
    onKept() {},
    onFault: (error) => {
      throw error;
    },
  });
  const put = (n: number, changes: object = {}) =>
    timekit.put(
      JSON.parse(
        exampleAt(now(), new Date(now() + 3_600_000), new Date(now() + 7_200_000), {
          id: `00000000-0000-4000-8000-00000000000${n}`,
          ...changes,
        }).toString(),
      ),
    );
  await put(1);
  await put(2);
  await catchUp();
  expect(fetched).toEqual([]);

  await connection.check();
  await catchUp();
  await catchUp();
  expect(fetched).toEqual([2, 0]);
  await put(1, { state: "cancelled", updated_at: new Date(now() + 1_000).toISOString() });
  await catchUp();
  expect(fetched).toEqual([2, 0, 1]);
  expect(store.owedAlerts().map(({ change }) => change.kind)).toEqual(["new", "new", "cancelled"]);
  const { count } = database.prepare("SELECT count(*) AS count FROM delivery").get() as { count: number };
  expect(count).toBe(3);

  within.gap = true;
  await put(3);
  await catchUp();
  within.gap = false;
  await put(4);
  await catchUp();
  await catchUp();
  // What came within a gap is counted when it is over, and once.
  expect(fetched.splice(3)).toEqual([1, 2, 0]);

  timekit.fault({ times: 9, how: { status: 503, body: "" } });
  await catchUp();
  expect(on().problem).toMatchObject({ code: "timekit-busy" });
  // A run that failed has asked about nothing.
  expect(fetched).toEqual([2, 0, 1]);
  expect(kept.get("watermark")).not.toBeNull();
});
