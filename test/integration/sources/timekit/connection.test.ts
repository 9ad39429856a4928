import { expect, test } from "vitest";
import { aConnection } from "../../../support/connection.ts";
import { code } from "../../../support/timekit-client.ts";

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

test("the choice of whose bookings count asks anew for those of the others, from before too", async () => {
  const { connection, kept } = await aConnection();
  const [nora, tom] = [
    { id: "n", name: "Nora" },
    { id: "t", name: "Tom" },
  ];
  kept.change({ watermark: 100 });
  const known = () => [kept.get("watermark"), kept.get("silentUntil")];
  connection.choose(nora);
  connection.choose(nora);
  expect(known()).toEqual([100, null]);
  connection.choose(tom);
  expect(known()).toEqual([null, 100]);
  kept.change({ watermark: 200 });
  connection.choose(null);
  expect(known()).toEqual([null, 200]);
});
