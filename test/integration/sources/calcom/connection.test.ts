import { expect, test } from "vitest";
import type { CalcomWebhook } from "../../../support/calcom-api.ts";
import { aCalcomBookbell, token } from "../../../support/calcom-connected.ts";
import { code } from "../../../support/timekit-client.ts";

test("says whose key it is, and keeps one webhook at its address", async () => {
  const { connection, calcom, where, memory, on } = await aCalcomBookbell();
  expect(on()).toMatchObject({ name: "Nora Lindqvist", webhook: { state: "none", problem: null } });
  await connection.register();
  const [webhook] = calcom.webhooks.values();
  expect(webhook).toMatchObject({ subscriberUrl: where.hook, secret: "signing-secret", active: true });
  expect(memory.get().webhook).toBe(webhook?.id);
  expect(on().webhook).toEqual({ state: "right", problem: null });
});

test("follows Bookbell to another address by itself, and only while there is one", async () => {
  const { connection, calcom, where, on } = await aCalcomBookbell();
  await connection.register();
  where.hook = null;
  await connection.tend();
  expect(on().webhook.state).toBe("right");
  where.hook = `https://second.example/hooks/calcom/${token}`;
  await connection.tend();
  expect([...calcom.webhooks.values()]).toMatchObject([
    { subscriberUrl: where.hook, secret: "signing-secret" },
  ]);
  expect(on().webhook.state).toBe("right");
});

test.each([
  ["off", { active: false }, "calcom-webhook-off"],
  ["template", { payloadTemplate: "{}" }, "calcom-webhook-template"],
  ["incomplete", { triggers: ["BOOKING_CREATED"] }, "calcom-webhook-incomplete"],
  ["gone", null, "calcom-webhook-gone"],
])(
  "says that its webhook is %s, and leaves it so until the user has it mended",
  async (state, changes, problem) => {
    const { connection, calcom, on } = await aCalcomBookbell();
    await connection.register();
    const [before] = calcom.webhooks.values() as Iterable<CalcomWebhook>;
    if (changes && before) calcom.webhooks.set(before.id, { ...before, ...changes });
    else calcom.webhooks.clear();
    const left = [...calcom.webhooks.values()];
    await connection.tend();
    expect(on().webhook).toEqual({ state, problem: { code: problem } });
    expect([...calcom.webhooks.values()]).toEqual(left);
    await connection.register();
    expect(on().webhook).toEqual({ state: "right", problem: null });
    expect(calcom.webhooks.size).toBe(1);
  },
);

test("what the user does not want is not made", async () => {
  const { connection, calcom, on } = await aCalcomBookbell();
  await connection.tend();
  expect([calcom.webhooks.size, on().webhook.state]).toEqual([0, "none"]);
  await connection.register();
  await connection.unregister();
  expect([calcom.webhooks.size, on().webhook.state]).toEqual([0, "none"]);
});

test("two at once make one", async () => {
  const { connection, calcom } = await aCalcomBookbell();
  await Promise.all([connection.register(), connection.tend(), connection.register()]);
  expect(calcom.webhooks.size).toBe(1);
});

test("without an address there is nothing to register", async () => {
  const { connection, where, on } = await aCalcomBookbell();
  where.hook = null;
  expect(await code(connection.register())).toBe("no-public-address");
  expect(on().webhook).toEqual({ state: "none", problem: { code: "no-public-address" } });
});

test("a pause at Cal.com is a fault that the next look ends", async () => {
  const { connection, calcom, faults, on } = await aCalcomBookbell();
  await connection.register();
  calcom.fault({ at: /webhooks/, how: { status: 503 }, times: 4 });
  await connection.tend();
  expect([on().webhook.problem, faults.length]).toEqual([{ code: "calcom-busy" }, 1]);
  await connection.tend();
  expect(on().webhook.problem).toBeNull();
});

test("a key that is refused is not tried again by itself; one that could not be asked about is", async () => {
  const { connection, calcom } = await aCalcomBookbell();
  calcom.fault({ at: /me$/, how: { status: 401 } });
  expect(await code(connection.check())).toBe("calcom-key-refused");
  expect(connection.view()).toEqual({ state: "failed", problem: { code: "calcom-key-refused" } });
  const asked = calcom.requests.length;
  await connection.ensure();
  await connection.tend();
  expect(calcom.requests.length).toBe(asked);
  calcom.fault({ at: /me$/, how: { status: 502 }, times: 4 });
  expect(await code(connection.check())).toBe("calcom-busy");
  await connection.ensure();
  expect(connection.isOn()).toBe(true);
});

test("the key taken out forgets what was remembered", async () => {
  const { connection, memory, shown } = await aCalcomBookbell();
  await connection.register();
  connection.off();
  expect([shown.at(-1), memory.get()]).toEqual([
    "off",
    { webhook: null, watermark: null, silentUntil: null },
  ]);
});

test("the key that the user takes out takes its webhook with it, or what stays there is said", async () => {
  const { connection, calcom, memory } = await aCalcomBookbell();
  await connection.register();
  await connection.leave();
  expect([calcom.webhooks.size, connection.view()]).toEqual([0, { state: "off" }]);
  await connection.check();
  await connection.register();
  calcom.fault({ at: /webhooks/, how: { status: 503 }, times: 4 });
  expect(await code(connection.leave())).toBe("calcom-webhook-left");
  expect([calcom.webhooks.size, connection.view()]).toEqual([1, { state: "off" }]);
  expect(memory.get().webhook).toBeNull();
});
