import { createHmac } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { hookPath } from "../../../main/lib/tokens.ts";
import { fingerprint } from "../../../main/receivers/http/probes.ts";
import { signatureHeader } from "../../../main/sources/timekit/verify.ts";
import { hook, probedDoors } from "../../support/probed-door.ts";

const aDoor = probedDoors();

describe("the receiver", () => {
  const body = '{"id":"b"}';
  async function aReceiver() {
    const door = await aDoor();
    const post = async (query: string, headers = {}, sent: string | Buffer = body) => {
      const url = `http://127.0.0.1:${door.receiver.port}${hook}${query}`;
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: sent as BodyInit,
      });
      return { status: response.status, text: await response.text(), headers: response.headers };
    };
    const signed = {
      [signatureHeader]: createHmac("sha256", "the signing secret").update(body).digest("hex"),
    };
    return { ...door, post, signed };
  }

  test("answers a probe that is open now, once, and lets nobody keep the answer", async () => {
    const { probes, post, answered, kept } = await aReceiver();
    const { nonce, answer } = probes.open();
    expect(nonce).toMatch(/^[0-9a-f]{32}$/);
    const first = await post(`?g=instant&s=confirmed&probe=${nonce}`);
    expect([first.status, first.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(first.text).toBe(answer + fingerprint(Buffer.from(body)));
    const second = await post(`?probe=${nonce}`);
    expect([second.status, second.text]).toEqual([404, "Not found.\n"]);
    expect([answered, kept]).toEqual([[], []]);
  });

  test("counts one that comes late as neither delivery nor refusal", async () => {
    const { probes, post, answered, kept } = await aReceiver();
    const { nonce, close } = probes.open();
    close();
    for (let i = 0; i < 200; i++) probes.open().close();
    expect((await post(`?probe=${nonce}`)).status).toBe(404);
    expect([answered, kept]).toEqual([[], []]);
  });

  test("takes whatever bears another name for the delivery it is", async () => {
    const { post, signed, answered, kept } = await aReceiver();
    const names = ["0".repeat(32), "", "constructor", "__proto__", "a&probe=b"];
    for (const name of names)
      expect((await post(`?g=instant&s=confirmed&probe=${name}`, signed)).status).toBe(204);
    expect(kept).toEqual(names.map(() => body));
    for (const name of names) expect((await post(`?probe=${name}`)).status).toBe(401);
    expect(answered).toEqual([...names.map(() => 204), ...names.map(() => 401)]);
  });

  test("knows nothing of a probe elsewhere, or without the token, and leaves it open", async () => {
    const { probes, receiver, post } = await aReceiver();
    const { nonce } = probes.open();
    for (const path of [`/probe/${nonce}`, `${hookPath("guess")}?probe=${nonce}`, `/?probe=${nonce}`]) {
      const response = await fetch(`http://127.0.0.1:${receiver.port}${path}`, { method: "POST" });
      expect(response.status).toBe(404);
    }
    expect((await post(`?probe=${nonce}`)).status).toBe(200);
  });

  test("is asked by whatever host name, which says nothing", async () => {
    const { probes, receiver } = await aReceiver();
    const asking = request(`http://127.0.0.1:${receiver.port}${hook}?probe=${probes.open().nonce}`, {
      method: "POST",
      headers: { host: "evil.example" },
    }).end();
    const [response] = await once(asking, "response");
    expect(response.statusCode).toBe(200);
    response.resume();
  });

  test("reads no more of a probe than of a delivery", async () => {
    const { probes, post } = await aReceiver();
    expect((await post(`?probe=${probes.open().nonce}`, {}, Buffer.alloc(256 * 1024 + 1))).status).toBe(413);
  });
});
