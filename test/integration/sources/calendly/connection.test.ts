import { describe, expect, test } from "vitest";
import { aCalendlyConnection, firstHook, secondHook } from "../../../support/calendly-connection.ts";
import { code } from "../../../support/timekit-client.ts";

async function connected(options: Parameters<typeof aCalendlyConnection>[0] = {}) {
  const at = await aCalendlyConnection(options);
  await at.connection.check();
  return at;
}

async function registered() {
  const at = await connected();
  await at.connection.register();
  return at;
}

describe("the token", () => {
  test("names its user when it is good, and the problem when it is refused", async () => {
    const { connection, calendly, views } = await connected();
    expect(views).toMatchObject([{ state: "checking" }, { state: "on", name: "Nora Lindqvist" }]);
    calendly.fault({ how: { status: 401, body: "{}" } });
    expect(await code(connection.check())).toBe("calendly-token-refused");
    expect(connection.view()).toMatchObject({ state: "failed", problem: { code: "calendly-token-refused" } });
  });

  test("is tried again when it could not be, and not when it was refused", async () => {
    const { connection, calendly } = await aCalendlyConnection();
    calendly.fault({ how: { status: 418, body: "" } });
    expect(await code(connection.ensure())).toBe("calendly-odd");
    await connection.ensure();
    await connection.ensure();
    expect(connection.isOn()).toBe(true);
    calendly.fault({ how: { status: 401, body: "{}" } });
    await connection.check().catch(() => {});
    await connection.ensure();
    expect(connection.isOn()).toBe(false);
    expect(calendly.requests).toHaveLength(3);
  });

  test("that is taken out leaves nothing that is remembered", async () => {
    const { connection, memory } = await registered();
    memory.change({ watermark: 5, silentUntil: 5 });
    connection.off();
    expect(connection.view()).toEqual({ state: "off" });
    expect(memory.get()).toEqual({ wanted: false, webhook: null, watermark: null, silentUntil: null });
    expect(await connection.tend()).toBe(false);
  });

  test("that the user takes out takes its webhook with it", async () => {
    const { connection, urls } = await registered();
    await connection.leave();
    expect([urls(), connection.view()]).toEqual([[], { state: "off" }]);
  });

  test("that cannot be used any more leaves its webhook there, to be removed with the next one", async () => {
    const { connection, calendly, memory, on, urls } = await registered();
    calendly.fault({ at: /^DELETE/, how: { status: 500, body: "" }, times: 4 });
    expect(await code(connection.leave())).toBe("calendly-webhook-left");
    expect([urls(), connection.view()]).toEqual([[firstHook], { state: "off" }]);
    expect(memory.get()).toMatchObject({ wanted: false, watermark: null });
    await connection.check();
    expect(on().webhook.state).toBe("active");
    await connection.unregister();
    expect(urls()).toEqual([]);
  });
});

describe("the webhook", () => {
  test("is made at one press, is remembered without the token, and is left as it is", async () => {
    const { connection, calendly, memory, on, urls } = await registered();
    expect(urls()).toEqual([firstHook]);
    expect([...calendly.subscriptions.values()][0]?.signing_key).toBe("made by us");
    expect(on().webhook).toEqual({ state: "active", renewedAt: null, problem: null });
    expect(JSON.stringify(memory.get())).not.toContain(firstHook.split("/").at(-1));
    expect(await connection.tend()).toBe(false);
    expect([...calendly.subscriptions.keys()]).toEqual(["W1"]);
  });

  test("follows the public address, and the new one is there before the old one goes", async () => {
    const { connection, calendly, where, on, urls } = await registered();
    where.hook = null;
    await connection.tend();
    expect(urls()).toEqual([firstHook]);
    where.hook = secondHook;
    expect(on().webhook.state).toBe("stale");
    await connection.tend();
    expect(urls()).toEqual([secondHook]);
    expect(on().webhook.state).toBe("active");
    const did = calendly.requests.map(({ method }) => method).filter((method) => method !== "GET");
    expect(did).toEqual(["POST", "POST", "DELETE"]);
  });

  test("that Calendly has disabled is made anew, and that something was missed is said", async () => {
    const { connection, calendly, on, urls, now } = await registered();
    calendly.disableAll();
    expect(await connection.tend()).toBe(true);
    expect(urls()).toEqual([firstHook]);
    expect([...calendly.subscriptions.values()][0]?.state).toBe("active");
    expect(on().webhook).toMatchObject({ state: "active", renewedAt: now(), problem: null });
    calendly.subscriptions.clear();
    expect(await connection.tend()).toBe(true);
    expect(urls()).toEqual([firstHook]);
  });

  test("that Calendly has disabled while Bookbell is out of reach is said to be so", async () => {
    const { connection, calendly, where, on } = await registered();
    where.hook = null;
    calendly.disableAll();
    expect(await connection.tend()).toBe(false);
    expect(on().webhook).toMatchObject({
      state: "disabled",
      problem: { code: "calendly-webhook-disabled" },
    });
    where.hook = secondHook;
    expect(await connection.tend()).toBe(true);
    expect(on().webhook).toMatchObject({ state: "active", problem: null });
  });

  test("that Calendly tries again with is said to be so", async () => {
    const { connection, calendly, on } = await registered();
    for (const [id, one] of calendly.subscriptions)
      calendly.subscriptions.set(id, { ...one, retry_started_at: calendly.moment() });
    await connection.tend();
    expect(on().webhook.state).toBe("retrying");
  });

  test("gives way when nobody remembers it, as Bookbell does not have its key, or it tells too little", async () => {
    const { connection, calendly, memory, urls } = await registered();
    memory.change({ webhook: null });
    await connection.tend();
    expect([...calendly.subscriptions.keys()]).toEqual(["W2"]);
    for (const [id, one] of calendly.subscriptions)
      calendly.subscriptions.set(id, { ...one, events: ["invitee.created"] });
    expect(await connection.tend()).toBe(false);
    expect([urls(), [...calendly.subscriptions.keys()]]).toEqual([[firstHook], ["W3"]]);
  });

  test("whose key cannot be read gives way to one with a new key, once the user wants it", async () => {
    const { connection, calendly, key, urls } = await registered();
    key.isLost = true;
    await connection.tend();
    expect([...calendly.subscriptions.keys()]).toEqual(["W1"]);
    key.now = "another";
    await connection.register();
    expect([urls(), [...calendly.subscriptions.keys()]]).toEqual([[firstHook], ["W2"]]);
    expect([...calendly.subscriptions.values()][0]?.signing_key).toBe("another");
  });

  test("of somebody else is left alone", async () => {
    const { connection, calendly, urls } = await registered();
    const [own] = calendly.subscriptions.values();
    const theirs = "https://somebody.example/hooks/calendly/else";
    if (own)
      calendly.subscriptions.set("X", {
        ...own,
        uri: "https://api.calendly.com/webhook_subscriptions/X",
        callback_url: theirs,
      });
    calendly.disableAll();
    await connection.tend();
    expect(urls()).toEqual([theirs, firstHook]);
    await connection.unregister();
    expect(urls()).toEqual([theirs]);
  });

  test.each([/^DELETE/, /^POST/])("broken off at %s is made good the next time", async (at) => {
    const { connection, calendly, where, faults, urls } = await registered();
    where.hook = secondHook;
    calendly.fault({ at, how: { status: 500, body: "" }, times: 4 });
    expect(await connection.tend()).toBe(false);
    expect(faults).toHaveLength(1);
    for (let n = 0; n < 4; n += 1) await connection.tend();
    expect(urls()).toEqual([secondHook]);
  });

  test("is none without a public address, or where Calendly gives none, and that is said", async () => {
    const { connection, where, on } = await connected({ webhooks: false });
    expect(await code(connection.register())).toBe("calendly-not-allowed");
    expect(on().webhook).toMatchObject({ state: "none", problem: { code: "calendly-not-allowed" } });
    where.hook = null;
    expect(await code(connection.register())).toBe("no-public-address");
  });

  test("is not made by itself, and not again once it is wanted no more", async () => {
    const { connection, urls } = await connected();
    await connection.tend();
    expect(urls()).toEqual([]);
    await Promise.all([connection.register(), connection.register()]);
    expect(urls()).toEqual([firstHook]);
    await connection.unregister();
    await connection.tend();
    expect(urls()).toEqual([]);
  });
});
