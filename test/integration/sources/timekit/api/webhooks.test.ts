import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { Webhook } from "../../../../../common/timekit.ts";
import { leadsTo } from "../../../../../main/sources/timekit/api/webhooks.ts";
import { aTimekitApi, code } from "../../../../support/timekit-client.ts";
import { payload } from "../../../../support/timekit-payloads.ts";

const hook = "https://first.example/hook/token";
const confirmed = { graph: "instant", state: "confirmed" };
const cancelled = { graph: "instant", state: "cancelled" };
const pairs = [confirmed, cancelled];

async function registering(options: Parameters<typeof aTimekitApi>[1] = {}) {
  const { api, timekit } = await aTimekitApi({}, options);
  let kept: readonly Webhook[] = [];
  const keep = async (webhooks: readonly Webhook[]) => {
    kept = webhooks;
  };
  return {
    timekit,
    kept: () => kept,
    urls: () => [...timekit.webhooks.values()].map(({ url }) => url),
    register: (to = hook, wanted = pairs) => api.register({ hook: to, pairs: wanted, kept, keep }),
  };
}

test("registers one webhook for each pair, marked in its address, and none twice", async () => {
  const { register, timekit } = await registering();
  const first = await register();
  expect(first).toEqual({
    kept: [
      { ...confirmed, url: `${hook}?g=instant&s=confirmed`, id: "1234" },
      { ...cancelled, url: `${hook}?g=instant&s=cancelled`, id: "1235" },
    ],
    refused: [],
    undeletable: [],
  });
  expect(timekit.requests[0]?.body).toBe(
    JSON.stringify({ ...confirmed, url: `${hook}?g=instant&s=confirmed`, method: "post" }),
  );
  expect(await register()).toEqual(first);
  expect(timekit.webhooks.size).toBe(2);
});

test("what is kept of a webhook tells addresses apart, and holds no token", async () => {
  const { register, kept, urls } = await registering();
  const hookOf = (letter: string) => `https://first.example/hooks/timekit/${letter.repeat(43)}`;
  await register(hookOf("a"));
  expect(urls().every((url) => url.startsWith(`${hookOf("a")}?`))).toBe(true);
  expect(JSON.stringify(kept())).not.toContain("a".repeat(43));
  expect(kept().map((webhook) => leadsTo(webhook, hookOf("a")))).toEqual([true, true]);
  await register(hookOf("a"));
  expect(kept()).toHaveLength(2);
  expect(kept().map((webhook) => leadsTo(webhook, hookOf("b")))).toEqual([false, false]);
  await register(hookOf("b"));
  expect([kept().length, urls().every((url) => url.startsWith(hookOf("b")))]).toEqual([2, true]);
});

test("a new address is registered before the old one is deleted", async () => {
  const { register, timekit, urls, kept } = await registering();
  await register();
  timekit.requests.length = 0;
  await register("https://second.example/hook/token");
  expect(timekit.requests.map(({ method }) => method)).toEqual(["POST", "POST", "DELETE", "DELETE"]);
  expect(urls()).toEqual(kept().map(({ url }) => url));
  expect(urls().every((url) => url.startsWith("https://second.example/"))).toBe(true);
});

test("what is not wanted any more is deleted, and what is gone already counts as deleted", async () => {
  const { register, timekit, kept } = await registering();
  await register();
  timekit.webhooks.delete("1235");
  expect(await register(hook, [])).toEqual({ kept: [], refused: [], undeletable: [] });
  expect([timekit.webhooks.size, kept()]).toEqual([0, []]);
});

test("what was registered before something failed is kept, and not registered again", async () => {
  const { register, timekit, kept } = await registering();
  timekit.fault({ at: /^DELETE/, how: { status: 401 } });
  await register();
  await expect(register(hook, [confirmed])).rejects.toMatchObject({ code: "timekit-key-refused" });
  expect(kept()).toHaveLength(2);

  timekit.fault({ at: /^POST/, how: "cut" });
  const moved = "https://second.example/hook/token";
  expect(await code(register(moved))).toBe("timekit-unreachable");
  expect([kept().length, timekit.webhooks.size]).toEqual([2, 2]);
  await register(moved);
  expect([kept().length, timekit.webhooks.size]).toEqual([2, 2]);
});

test.each([
  ["Created webhook with id 1234", "1234"],
  ["The webhook is valid. ID: 5b0c-77.", "5b0c-77"],
  ['Stored under id "9"!', "9"],
])("the id is found in “%s”", async (sentence, id) => {
  const { register } = await registering({ sentence: () => sentence });
  expect((await register(hook, [confirmed])).kept).toMatchObject([{ id }]);
});

test.each([
  ["a field", '{"data":{"id":77}}', "77"],
  ["no answer at all", "", null],
  ["a page of HTML", "<p>Thank you", null],
  ["other words", '{"meta":{"message":"Done, thank you"}}', null],
])("any success counts: the id in %s", async (_name, body, id) => {
  const { register, timekit } = await registering();
  timekit.fault({ how: { status: 201, body } });
  expect((await register(hook, [confirmed])).kept).toMatchObject([{ id }]);
});

test("a webhook without a known id is named, to be deleted by hand", async () => {
  const { register, timekit } = await registering({ sentence: () => "Done" });
  await register(hook, [confirmed]);
  const { kept, undeletable } = await register("https://second.example/hook/token", [confirmed]);
  expect(undeletable).toEqual([{ ...confirmed, url: `${hook}?g=instant&s=confirmed`, id: null }]);
  expect([kept.length, timekit.requests.filter(({ method }) => method === "DELETE").length]).toEqual([2, 0]);
});

test("a pair that Timekit refuses does not stop the others", async () => {
  const { register, timekit } = await registering();
  timekit.fault({ how: { status: 422, body: '{"errors":{"state":["is unknown"]}}' } });
  expect(await register()).toMatchObject({ kept: [cancelled], refused: [confirmed] });
});

test.each([404, 405])("%d: this account's webhooks are added by hand", async (status) => {
  const { register, timekit } = await registering();
  timekit.fault({ how: { status } });
  expect(await code(register())).toBe("timekit-by-hand");
});

test("a registered webhook brings what Timekit stores", async () => {
  const { register, timekit } = await registering();
  const came: string[] = [];
  const receiver = createServer((request, response) => {
    came.push(`${request.method} ${request.url}`);
    request.resume().once("end", () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void receiver.close());
  await register(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook/token`);
  const sent = await timekit.put(JSON.parse(payload("instant.cancelled").toString()));
  expect(sent).toMatchObject([{ answers: [204] }]);
  expect(came).toEqual(["POST /hook/token?g=instant&s=cancelled"]);
});
