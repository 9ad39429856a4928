import { expect, test } from "vitest";
import { stateOf, wantedTriggers } from "../../../../../main/sources/calcom/api/webhooks.ts";
import { calcomBody } from "../../../../support/calcom.ts";
import type { CalcomWebhook } from "../../../../support/calcom-api.ts";
import { aCalcomApi } from "../../../../support/calcom-client.ts";

const hook = "https://first.example/hooks/calcom/token";
const registering = { hook, id: null, secret: "signing-secret" };

test("registers one webhook for all that happens to bookings, with the secret to sign by", async () => {
  const { api, calcom } = await aCalcomApi();
  const webhook = await api.register(registering);
  expect([...calcom.webhooks.values()]).toEqual([
    {
      id: webhook.id,
      subscriberUrl: hook,
      active: true,
      triggers: wantedTriggers,
      secret: "signing-secret",
      payloadTemplate: null,
    },
  ]);
  expect(webhook).not.toHaveProperty("secret");
  expect(stateOf(webhook, hook)).toBe("right");
});

test("moves it to another address", async () => {
  const { api, calcom } = await aCalcomApi();
  const { id } = await api.register(registering);
  const moved = "https://second.example/hooks/calcom/token";
  expect((await api.register({ hook: moved, id, secret: null })).id).toBe(id);
  expect([...calcom.webhooks.values()]).toMatchObject([{ subscriberUrl: moved, secret: "signing-secret" }]);
});

test.each([
  ["off", { active: false }],
  ["template", { payloadTemplate: '{"content":"x"}' }],
  ["incomplete", { triggers: ["BOOKING_CREATED"] }],
  ["elsewhere", { subscriberUrl: "https://old.example/hooks/calcom/token" }],
])("notices that it is %s, and mends it", async (state, changes) => {
  const { api, calcom } = await aCalcomApi();
  const { id } = await api.register(registering);
  calcom.webhooks.set(id, { ...(calcom.webhooks.get(id) as CalcomWebhook), ...changes });
  const [found] = await api.webhooks();
  expect(stateOf(found, hook)).toBe(state);
  expect(stateOf(await api.register({ hook, id, secret: null }), hook)).toBe("right");
  expect(calcom.webhooks.size).toBe(1);
});

test("takes over one that was added by hand, and makes no second", async () => {
  const { api, calcom } = await aCalcomApi();
  const byHand = { id: "by-hand", subscriberUrl: hook, active: true, secret: null, payloadTemplate: null };
  calcom.webhooks.set("by-hand", { ...byHand, triggers: ["BOOKING_CREATED", "MEETING_ENDED"] });
  expect((await api.register({ ...registering, id: "long gone" })).id).toBe("by-hand");
  expect(calcom.webhooks.size).toBe(1);
});

test("asks for no change where nothing is to change", async () => {
  const { api, calcom } = await aCalcomApi();
  const { id } = await api.register(registering);
  calcom.requests.length = 0;
  await api.register({ hook, id, secret: null });
  expect(calcom.requests.map(({ method }) => method)).toEqual(["GET"]);
});

test("removes it, though it be gone already", async () => {
  const { api, calcom } = await aCalcomApi();
  const { id } = await api.register(registering);
  await api.removeWebhook(id);
  await api.removeWebhook(id);
  expect(calcom.webhooks.size).toBe(0);
});

test("without one there is none, and of silent triggers none is posted", async () => {
  const { api, calcom } = await aCalcomApi();
  expect(stateOf(undefined, hook)).toBe("none");
  await api.register(registering);
  expect(await calcom.post(calcomBody("silent/meeting-ended"))).toEqual([]);
});
