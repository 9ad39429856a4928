import { expect, onTestFinished, test } from "vitest";
import { startTimekitApi } from "../../../support/timekit-api.ts";
import { apiSample } from "../../../support/timekit-api-samples.ts";

async function asking() {
  const timekit = await startTimekitApi();
  onTestFinished(timekit.stop);
  const authorization = `Basic ${Buffer.from(`:${timekit.key}`).toString("base64")}`;
  return {
    timekit,
    ask: (path: string, init: RequestInit = {}) =>
      fetch(timekit.url + path, { ...init, headers: { authorization, ...init.headers } }),
  };
}

const json = { "content-type": "application/json" };

/** The keys of an answer, with those of its first row or its one value. */
function shapeOf(answer: Record<string, unknown>) {
  const { data, ...envelope } = answer;
  const value = Array.isArray(data) ? data[0] : data;
  return {
    envelope: Object.keys(envelope),
    list: Array.isArray(data),
    value: Object.keys(value ?? {}).sort(),
  };
}

test.each([
  ["app.get", "/app"],
  ["bookings.list.page1", "/bookings?limit=3"],
  ["error.404", "/bookings/unknown"],
  [
    "booking.get.full-include",
    "/bookings/b00c0000-2222-4222-8222-000000000016?include=attributes,customers,calendar,event,user,project,meta,available_actions,customer_action_links,owner_booking",
  ],
])("the stand-in for Timekit answers in the shape of the sample %s", async (name, path) => {
  const { timekit, ask } = await asking();
  await timekit.put(JSON.parse(apiSample("booking.get.full-include")).data);
  const answer = (await (await ask(path)).json()) as Record<string, unknown>;
  expect(shapeOf(answer)).toEqual(shapeOf(JSON.parse(apiSample(name))));
});

test("it tells a webhook's id in the sample's words", async () => {
  const { ask } = await asking();
  const body = JSON.stringify({ url: "https://x.example", graph: "instant", state: "error", method: "post" });
  const response = await ask("/webhooks", { method: "POST", body, headers: json });
  expect(await response.json()).toEqual(JSON.parse(apiSample("webhook.create.response")));
});

test("it is as strict as Timekit: 400 to a GET with a content type and to a PUT of a list", async () => {
  const { ask } = await asking();
  expect((await ask("/app", { headers: json })).status).toBe(400);
  expect((await ask("/bookings/1/cancel", { method: "PUT", body: "[]", headers: json })).status).toBe(400);
  expect((await ask("/app", { headers: { authorization: "Basic eDp5" } })).status).toBe(401);
});
