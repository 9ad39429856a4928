import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { hashOf, hookPath } from "../../../../main/lib/tokens.ts";
import type { StoreClient } from "../../../../main/store/thread/client.ts";
import { aReceiver, json, post, token } from "../../../support/receiver.ts";
import { signing } from "../../../support/signing.ts";
import { payload } from "../../../support/timekit-payloads.ts";
import { knowing } from "../../../support/tokens.ts";

test("a booking is answered with 204 once it is stored", async () => {
  const { url, store, answered } = await aReceiver();
  const response = await post(url, payload("instant.confirmed"));
  expect([response.status, await response.text()]).toEqual([204, ""]);
  expect(await store.alerts.owed()).toHaveLength(1);
  expect(answered).toEqual(["204 taken"]);
});

test.each([
  { origin: "http://evil.example" },
  { origin: "null" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "none" },
])("what a browser sends is not found, whoever has the address: %j", async (headers) => {
  const { url, origin, store } = await aReceiver();
  const answer = await post(url, payload("instant.confirmed"), { ...json, ...headers });
  const unknown = await post(`${origin}/hooks/timekit/unknown`, "", json);
  expect([answer.status, await answer.text()]).toEqual([404, await unknown.text()]);
  expect((await fetch(url, { headers })).status).toBe(404);
  expect((await store.deliveries.page(null)).lines).toEqual([]);
});

test.each([200, 201])("the answer can be %d", async (code) => {
  const { url } = await aReceiver({ successCode: () => code });
  expect((await post(url, payload("instant.confirmed"))).status).toBe(code);
});

test("duplicates and stale ones are acknowledged as well", async () => {
  const { url, store } = await aReceiver();
  for (const name of ["instant.cancelled", "instant.cancelled", "instant.confirmed"])
    expect((await post(url, payload(name))).status).toBe(204);
  expect(await store.alerts.owed()).toHaveLength(1);
});

describe("says no with one plain line", () => {
  let at: Awaited<ReturnType<typeof aReceiver>>;
  beforeEach(async () => {
    at = await aReceiver();
  });

  test.each([
    ["an unknown path", "/", "POST"],
    ["a wrong token", hookPath("w".repeat(43)), "POST"],
    ["a wrong token, with another method", hookPath("w".repeat(43)), "DELETE"],
    ["a token that is part of the right one", hookPath(token.slice(1)), "POST"],
    ["the right token for nobody's deliveries", hookPath(token, "nobody"), "POST"],
    ["the right token under a name that is none of ours", hookPath(token, "__proto__"), "POST"],
    ["a path that cannot be decoded", hookPath("%zz"), "POST"],
    ["a path below the right one", `${hookPath(token)}/x`, "POST"],
  ])("404 to %s", async (_name, path, method) => {
    const response = await fetch(at.origin + path, { method });
    expect([response.status, await response.text()]).toEqual([404, "Not found.\n"]);
    expect(response.headers.get("x-powered-by")).toBeNull();
  });

  test.each(["GET", "PUT", "DELETE", "OPTIONS", "PATCH"])(
    "405 to %s, with what is allowed",
    async (method) => {
      const response = await fetch(at.url, { method });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    },
  );

  test("415 to a form, and to a compressed body", async () => {
    expect((await post(at.url, "a=b", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(
      415,
    );
    const zipped = gzipSync(payload("instant.confirmed"));
    expect((await post(at.url, zipped, { ...json, "content-encoding": "gzip" })).status).toBe(415);
  });

  test("413 above 256 KiB, told or not", async () => {
    const big = Buffer.alloc(256 * 1024 + 1, " ");
    expect((await post(at.url, big)).status).toBe(413);
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(big);
        controller.close();
      },
    });
    const init = { method: "POST", body: stream, headers: json, duplex: "half" } as RequestInit;
    const streamed = await fetch(at.url, init);
    expect([streamed.status, await streamed.text()]).toEqual([413, "The body is larger than 256 KiB.\n"]);
  });

  test("400 to what is no booking, which is kept all the same", async () => {
    const response = await post(at.url, "{}");
    expect([response.status, await response.text()]).toEqual([
      400,
      "This is not a Timekit booking: id, graph, and state must be a text.\n",
    ]);
    expect((await post(at.url, "")).status).toBe(400);
  });

  test("429 to endless guessing, and still 204 to Timekit", async () => {
    const guesses = await Promise.all(
      Array.from({ length: 80 }, () =>
        fetch(at.origin + hookPath("w".repeat(43))).then(({ status }) => status),
      ),
    );
    expect(new Set(guesses)).toEqual(new Set([404, 429]));
    expect((await post(at.url, payload("instant.confirmed"))).status).toBe(204);
  });
});

test("a body without a content type, or with a charset, is not held against a booking", async () => {
  const { url, port } = await aReceiver();
  const charset = { "content-type": "application/json; charset=utf-8" };
  expect((await post(url, payload("instant.confirmed"), charset)).status).toBe(204);
  const body = payload("instant.cancelled");
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(`POST ${hookPath(token)} HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`);
      socket.write(body);
    });
    socket.once("data", (data) => {
      resolve(String(data));
      socket.destroy();
    });
    socket.once("error", reject);
  });
  expect(answer).toMatch(/^HTTP\/1.1 204 /);
});

test("a disk that fails is a 503 without a word of why", async () => {
  const take: StoreClient["take"] = () => Promise.reject(new Error("SQLITE_FULL: /secret/path"));
  const { url, answered } = await aReceiver({ take });
  const response = await post(url, payload("instant.confirmed"));
  expect([response.status, await response.text()]).toEqual([503, "Not now; please send it again.\n"]);
  expect(answered).toEqual(["503 unavailable"]);
});

test("a bug is a 500 without a stack", async () => {
  const { url } = await aReceiver({
    successCode: () => {
      throw new Error("bug at /secret/path");
    },
  });
  const response = await post(url, payload("instant.confirmed"));
  expect([response.status, await response.text()]).toEqual([500, "Internal error.\n"]);
});

test("each refusal at the right address is told with its reason and size, and no other", async () => {
  const at = await aReceiver(signing("a secret"));
  const big = Buffer.alloc(256 * 1024 + 1, " ");
  await fetch(at.url);
  await post(at.url, "a=b", { "content-type": "application/x-www-form-urlencoded" });
  await post(at.url, big);
  await post(at.url, "12345", { ...json, "content-encoding": "gzip" });
  await post(at.url, "{}", { ...json, "x-timekit-signature": "0".repeat(64) });
  const told = ["method 0", "type 3", `size ${big.length}`, "encoding 5", "signature 2"];
  expect(at.refused).toEqual(told);
  // Strangers are none of it, whatever they send.
  const wrong = at.origin + hookPath("w".repeat(43));
  await fetch(wrong);
  await post(wrong, big);
  await post(wrong, "{}", { ...json, "content-encoding": "gzip" });
  await post(at.origin + hookPath("short"), "{}");
  await post(`${at.origin}/wp-login.php`, "{}");
  expect(at.refused).toEqual(told);
  expect(at.misdirected).toEqual([]);
});

test("over an address that ends soon all is taken as over the newest, and counted", async () => {
  const old = "o".repeat(43);
  const at = await aReceiver(knowing(token, { old: { hash: hashOf(old), until: 0 } }));
  const body = payload("instant.confirmed");
  const to = async (shown: string, sent: Uint8Array | string) =>
    (await post(at.origin + hookPath(shown), sent)).status;
  expect([await to(token, body), await to(old, body), await to(old, "{}")]).toEqual([204, 204, 400]);
  expect(at.overOld).toEqual([body.byteLength, 2]);
  expect((await fetch(at.origin + hookPath(old))).status).toBe(405);
  expect([at.misdirected, at.overOld.length]).toEqual([[], 2]);
});

test("what is posted to another address of that kind is looked at, and answered like any unknown path", async () => {
  const { origin, misdirected, answered } = await aReceiver();
  const wrong = origin + hookPath("w".repeat(43));
  const response = await post(wrong, "{}", { ...json, "x-timekit-signature": "abc" });
  expect([response.status, await response.text()]).toEqual([404, "Not found.\n"]);
  expect(misdirected).toEqual(["2 abc unknown"]);
  expect(answered).toEqual(["404 refused"]);
});
