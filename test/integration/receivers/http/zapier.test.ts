import { expect, test } from "vitest";
import { hookPath } from "../../../../main/lib/tokens.ts";
import { receivingWith } from "../../../support/http-receiver.ts";
import { signing } from "../../../support/signing.ts";
import { aStore } from "../../../support/store.ts";
import { payload } from "../../../support/timekit-payloads.ts";
import { knowing, noneAdded } from "../../../support/tokens.ts";
import { forwardedBody } from "../../../support/zapier-bodies.ts";

const [ofTimekit, ofZapier] = ["t".repeat(43), "z".repeat(43)];
const at = (token: string) => ({ ...knowing(token), at: () => null });

/** The real receiver at both addresses, in front of a real store; `busy` = nothing can be kept. */
async function receiving({ busy = false } = {}) {
  const { store } = aStore();
  const { port } = await receivingWith({
    ...signing("a secret"),
    signingSecrets: async (source) => ({
      secrets: source === "timekit" ? ["a secret"] : [],
      unreadable: false,
    }),
    addresses: { ...noneAdded, timekit: at(ofTimekit), zapier: at(ofZapier) },
    async take(delivery) {
      if (busy) throw new Error("disk full");
      const [taken] = store.take([delivery]);
      if (!taken) throw new Error("Not taken");
      return taken;
    },
    turnAway: async () => {},
  });
  const send = (path: string, body: Buffer | string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body: body as BodyInit, ...init });
  return { store, send };
}

const path = hookPath(ofZapier, "zapier");
const said = async (answer: Response) => [answer.status, (await answer.text()).trim()];

test.each([
  ["POST", "help-article.json.unflattened.json", "application/json; charset=utf-8"],
  ["PUT", "help-article.put.json.unflattened.json", "application/json"],
  ["POST", "help-article.form.flat.txt", "application/x-www-form-urlencoded"],
  ["POST", "help-article.form-header.json-body.json", "application/x-www-form-urlencoded"],
  ["POST", "help-article.custom.as-sent.json", "text/plain"],
])(
  "a booking that a Zap sends by %s as %s, called %s, is kept without a signature",
  async (method, file, type) => {
    const { store, send } = await receiving();
    const answer = await send(path, forwardedBody(file), { method, headers: { "content-type": type } });
    expect(answer.status).toBe(204);
    const [line] = store.deliveries.page(null).lines;
    expect(line).toMatchObject({ verdict: "first", reason: null });
    expect(store.deliveries.get(line?.seq ?? 0)?.headers).toMatchObject({ "content-type": type });
  },
);

test("forwarded and direct words are of one booking, and the second is no news", async () => {
  const { store, send } = await receiving();
  await send(path, forwardedBody("help-article.json.unflattened.json"));
  store.take([
    {
      source: "timekit",
      receivedAt: 8,
      via: "webhook",
      headers: {},
      body: payload("help-article.instant.confirmed"),
    },
  ]);
  expect(store.bookings.page(0)).toHaveLength(1);
  expect(store.alerts.owed()).toHaveLength(1);
});

test("what cannot be read is refused with one line that helps to mend the Zap, and kept", async () => {
  const { store, send } = await receiving();
  expect(await said(await send(path, forwardedBody("refused.no-id.json")))).toEqual([
    400,
    "The Zap sent no id: map id from the trigger.",
  ]);
  expect(store.deliveries.page(null).lines[0]).toMatchObject({
    verdict: "unreadable",
    reason: { code: "zap-not-mapped", fields: ["id"] },
  });
});

test("a booking without the time of its last change is taken, and the log says what to map", async () => {
  const { store, send } = await receiving();
  const answer = await send(path, forwardedBody("cancelled.json.no-updated_at.json"));
  expect(answer.status).toBe(204);
  expect(store.deliveries.page(null).lines[0]).toMatchObject({
    verdict: "first",
    reason: { code: "zap-not-dated" },
  });
});

test("while nothing can be kept, Zapier is asked to hold the booking, and Timekit to send it again", async () => {
  const { send } = await receiving({ busy: true });
  const held = await send(path, forwardedBody("help-article.json.flat.json"));
  expect([held.status, held.headers.get("retry-after")]).toEqual([429, "60"]);
});

test("neither address opens the other's way, and a Zap may post or put only", async () => {
  const { send } = await receiving();
  const body = forwardedBody("help-article.json.flat.json");
  expect((await send(hookPath(ofTimekit, "zapier"), body)).status).toBe(404);
  expect((await send(hookPath(ofZapier), body)).status).toBe(404);
  const deleted = await send(path, body, { method: "DELETE" });
  expect([deleted.status, deleted.headers.get("allow")]).toEqual([405, "POST, PUT"]);
});

test("a Zap that posts to Timekit's address is told that it needs one of its own", async () => {
  const { send } = await receiving();
  const headers = { "user-agent": "Zapier", "content-type": "application/json" };
  const [status, line] = await said(
    await send(hookPath(ofTimekit), payload("instant.confirmed"), { headers }),
  );
  expect([status, line]).toEqual([
    401,
    "The signature does not match. A Zap needs an address of its own: copy it under Zapier in Bookbell’s settings.",
  ]);
});
