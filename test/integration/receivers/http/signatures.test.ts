import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { aReceiver, json, post } from "../../../support/receiver.ts";
import { signedWith, signing } from "../../../support/signing.ts";
import { payload, signatureVectors } from "../../../support/timekit-payloads.ts";

describe("with a signing secret", () => {
  const secret = "test-webhook-secret-do-not-use";

  test.each(signatureVectors())("$name", async ({ name, secret, body_base64, signature_hex }) => {
    // The vector "wrong secret" is signed with what its sender had, and checked against ours.
    const { url, store } = await aReceiver(signing(secret));
    const headers: Record<string, string> = signature_hex
      ? { ...json, "x-timekit-signature": signature_hex }
      : json;
    const response = await post(url, Buffer.from(body_base64, "base64"), headers);
    const refused = name.endsWith("must-fail") || signature_hex === null;
    expect(response.status).toBe(refused ? 401 : 204);
    expect(await store.alerts.owed()).toHaveLength(refused ? 0 : 1);
  });

  test("the signature is over the bytes as sent", async () => {
    const { url } = await aReceiver(signing(secret));
    const body = '{"id":"1","graph":"instant","state":"confirmed","where":"a\\/b \\u00e9"}';
    const sign = (text: string) => createHmac("sha256", secret).update(text).digest("hex");
    const headers = (text: string) => ({ ...json, "x-timekit-signature": sign(text) });
    expect((await post(url, body, headers(JSON.stringify(JSON.parse(body))))).status).toBe(401);
    expect((await post(url, body, headers(body))).status).toBe(204);
  });

  test("of several any signs, and who is told which; a test of Bookbell's own tells nothing", async () => {
    const signed: string[] = [];
    const { url } = await aReceiver({
      ...signing("the new", "the old"),
      onSigned: (source, secret) => signed.push(`${source}: ${secret}`),
    });
    const body = payload("instant.confirmed");
    const send = async (secret: string, more = {}) =>
      (await post(url, body, { ...signedWith(secret, body), ...more })).status;
    expect([await send("the old"), await send("the new"), await send("another")]).toEqual([204, 204, 401]);
    expect(await send("the new", { "x-bookbell-proof": "mark" })).toBe(204);
    expect(signed).toEqual(["timekit: the old", "timekit: the new"]);
  });

  test("of which one cannot be read, what the others have not signed is to come again", async () => {
    const signingSecrets = async () => ({ secrets: ["the new"], unreadable: true });
    const { url, refused } = await aReceiver({ signingSecrets });
    const body = payload("instant.confirmed");
    const send = async (secret: string) => (await post(url, body, signedWith(secret, body))).status;
    expect([await send("the new"), await send("the old")]).toEqual([204, 503]);
    expect(refused).toEqual([]);
  });

  test("that cannot be read nothing is believed, and Timekit is asked to come again", async () => {
    const { url, store } = await aReceiver({
      signingSecrets: async () => ({ secrets: [], unreadable: true }),
    });
    const response = await post(url, payload("instant.confirmed"));
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await store.alerts.owed()).toEqual([]);
  });
});
