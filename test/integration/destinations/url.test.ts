import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { deferred } from "../../support/deferred.ts";
import { eventually } from "../../support/eventually.ts";
import { anOutgoing, aPost, aUrl, aWay, newKey, oldKey } from "../../support/posting.ts";

const minute = 60_000;

test("a receiver can verify it by either key while the key is changed, and by no other", async () => {
  const { url, posts } = await aUrl((response) => response.writeHead(204).end());
  expect(await aWay("url", url).send()).toEqual({ result: "sent" });
  const [{ headers, body, method } = { headers: {}, body: "", method: "" }] = posts;
  const given = headers as Record<string, string>;
  expect(method).toBe("POST");
  expect(headers).toMatchObject({
    "content-type": "application/json",
    "user-agent": "Bookbell/1.2.3",
    "webhook-id": "msg_1",
    connection: "close",
  });
  expect(headers).not.toHaveProperty("cookie");
  for (const key of [newKey, oldKey])
    expect(new Webhook(key).verify(body, given)).toMatchObject({ type: "booking.new" });
  const other = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
  expect(() => new Webhook(other).verify(body, given)).toThrow("No matching signature");
  expect(() => new Webhook(newKey).verify(`${body} `, given)).toThrow("No matching signature");
  const old = { ...given, "webhook-timestamp": String(Math.floor((Date.now() - 6 * minute) / 1_000)) };
  expect(() => new Webhook(newKey).verify(body, old)).toThrow("too old");
});

test("each try has the same id and body, also when it may be a repeat", async () => {
  const { url, posts } = await aUrl((response) => response.end());
  await aWay("url", url).send();
  await aWay("url", url).send(anOutgoing(1, { doubtful: true, refusals: 2 }));
  expect(posts[0]?.body).toBe(posts[1]?.body);
  expect(posts.map(({ headers }) => headers["webhook-id"])).toEqual(["msg_1", "msg_1"]);
});

test.each([
  [200, "sent", null],
  [404, "again", "destination-failing"],
  [410, "stopped", "destination-gone"],
  [400, "refused", "destination-turned-down"],
  [500, "again", "destination-failing"],
] as const)("%d: %s", async (status, result, code) => {
  const { url } = await aUrl((response) => response.writeHead(status).end("x"));
  expect(await aWay("url", url).send()).toMatchObject({ result, ...(code && { why: { code } }) });
});

test("429 says how long to wait", async () => {
  const { url } = await aUrl((response) => response.writeHead(429, { "retry-after": "12" }).end());
  expect(await aWay("url", url).send()).toMatchObject({ why: { code: "destination-busy" }, afterMs: 12_000 });
});

test.each([301, 302, 303, 307, 308])("a redirect by %d is not followed", async (status) => {
  const inside = await aUrl((response) => response.end());
  const { url } = await aUrl((response) => response.writeHead(status, { location: inside.url }).end());
  expect(await aWay("url", url).send()).toMatchObject({ why: { code: "destination-elsewhere" } });
  expect(inside.posts).toEqual([]);
});

test("a switch of the protocol is no answer", async () => {
  const { url } = await aUrl((response) =>
    response.socket?.end("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n"),
  );
  expect(await aWay("url", url).send()).toMatchObject({ result: "again", doubtful: true });
});

describe("where the answer does not come, or not whole", () => {
  test("a reset after the post leaves it doubtful", async () => {
    const { url } = await aUrl((response) => response.socket?.resetAndDestroy());
    expect(await aWay("url", url).send()).toMatchObject({ result: "again", doubtful: true });
  });

  test("silence after the post, too, once the limit is over", async () => {
    const { url, posts } = await aUrl(() => {});
    const { send, endLimit } = aWay("url", url);
    const sending = send();
    await eventually(async () => posts[0] ?? null);
    endLimit();
    expect(await sending).toMatchObject({ why: { code: "destination-silent" }, doubtful: true });
  });

  test("a stop of Bookbell's rejects", async () => {
    const { url, posts } = await aUrl(() => {});
    const { send, stop } = aWay("url", url);
    const sending = send();
    const rejected = expect(sending).rejects.toThrow("the end");
    await eventually(async () => posts[0] ?? null);
    stop.abort(new Error("the end"));
    await rejected;
  });

  test.each([
    ["url", { result: "sent" }],
    ["slack", { why: { code: "destination-silent" }, doubtful: true }],
    ["workflow", { why: { code: "destination-silent" }, doubtful: true }],
  ] as const)(
    "200 says enough of a url, and of Slack nothing, if the body breaks off: %s",
    async (kind, outcome) => {
      const { url } = await aUrl((response) => {
        response.writeHead(200, { "content-length": 9 });
        response.write("o", () => response.socket?.destroy());
      });
      expect(await aWay(kind, url).send()).toMatchObject(outcome);
    },
  );

  test("an answer in pieces is read whole", async () => {
    const { url } = await aUrl((response) => {
      response.writeHead(400);
      response.write("Queue is ", () => setImmediate(() => response.end("full")));
    });
    expect(await aWay("url", url).send()).toMatchObject({ why: { code: "destination-busy" } });
  });

  test("of an answer without an end, a kilobyte is read, and the connection is ended", async () => {
    const { post } = aPost();
    const closed = deferred();
    const { url } = await aUrl((response) => {
      response.on("close", closed.resolve);
      const more = (error?: Error | null) => {
        if (!error && !response.destroyed) response.write("x".repeat(500), more);
      };
      more();
    });
    const answer = await post({ url, body: "{}", headers: {} }, new AbortController().signal);
    expect(answer).toMatchObject({ status: 200, body: "x".repeat(1_024), isWhole: true });
    await closed.promise;
  });
});
