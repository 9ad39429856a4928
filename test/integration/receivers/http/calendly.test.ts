import { expect, test } from "vitest";
import { hookPath } from "../../../../main/lib/tokens.ts";
import { calendlyBody } from "../../../support/calendly-payloads.ts";
import { signedByCalendly } from "../../../support/calendly-signing.ts";
import { receivingWith } from "../../../support/http-receiver.ts";
import { signing } from "../../../support/signing.ts";
import { aStore } from "../../../support/store.ts";
import { knowing, noneAdded } from "../../../support/tokens.ts";

const token = "c".repeat(43);
const key = "calendly's key";
const minute = 60_000;
const at = (token: string) => ({ ...knowing(token), at: () => null });

/** The real receiver at the address for Calendly, in front of a real store. */
async function receiving() {
  const { store } = aStore();
  const { port } = await receivingWith({
    ...signing(key),
    addresses: { ...noneAdded, timekit: at("t".repeat(43)), calendly: at(token) },
    async take(delivery) {
      const [taken] = store.take([delivery]);
      if (!taken) throw new Error("Not taken");
      return taken;
    },
    turnAway: async () => {},
  });
  const send = async (body: Buffer, signature: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${hookPath(token, "calendly")}`, {
      method: "POST",
      body: body as BodyInit,
      headers: { "content-type": "application/json", "calendly-webhook-signature": signature },
    });
    return answer.status;
  };
  const verdicts = () => store.deliveries.page(null).lines.map(({ verdict }) => verdict);
  return { send, verdicts };
}

test("what Calendly signed is kept, and what somebody else did, or it did long ago, is turned away", async () => {
  const { send, verdicts } = await receiving();
  const body = calendlyBody("invitee.created");
  expect(await send(body, signedByCalendly("another", body, Date.now()))).toBe(401);
  expect(await send(body, signedByCalendly(key, body, Date.now() - 6 * minute))).toBe(401);
  expect(verdicts()).toEqual([]);
  expect(await send(body, signedByCalendly(key, body, Date.now()))).toBe(204);
  expect(verdicts()).toEqual(["first"]);
});

test("a body of theirs that cannot be read is kept, and answered as one that can: they would disable the webhook", async () => {
  const { send, verdicts } = await receiving();
  const body = Buffer.from('{"event":"invitee.created","payload":{}}');
  expect(await send(body, signedByCalendly(key, body, Date.now()))).toBe(204);
  expect(verdicts()).toEqual(["unreadable"]);
});

test("what somebody entered in a routing form is answered, and kept nowhere", async () => {
  const { send, verdicts } = await receiving();
  const body = calendlyBody("routing_form_submission.created");
  expect(await send(body, signedByCalendly(key, body, Date.now()))).toBe(204);
  expect(verdicts()).toEqual([]);
});
