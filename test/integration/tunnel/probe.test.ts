import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type IncomingMessage, type RequestListener, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { hookPath } from "../../../main/lib/tokens.ts";
import { createReceiverApp } from "../../../main/receivers/http/app.ts";
import { createConnections } from "../../../main/receivers/http/connections.ts";
import { type Listening, listenLocally } from "../../../main/receivers/http/listen.ts";
import { createProbes, fingerprint } from "../../../main/receivers/http/probes.ts";
import { signatureHeader } from "../../../main/sources/timekit/verify.ts";
import { probe } from "../../../main/tunnel/probe.ts";
import {
  aFreezablePath,
  anHttpsDoor,
  createCertificate,
  passingTo,
  trusting,
} from "../../support/https-door.ts";
import { receiverParts } from "../../support/receiver-parts.ts";
import { signing } from "../../support/signing.ts";
import { freePort } from "../../support/system.ts";

let secrets: { key: string; cert: string };
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "bookbell-test-"));
  secrets = await createCertificate(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const token = "t".repeat(43);
const hook = hookPath(token);

/** A real receiver, and a door to the internet that does as `handler` says: by default it passes all on. */
async function aDoor(handler?: (receiver: Listening) => RequestListener) {
  const probes = createProbes();
  const answered: number[] = [];
  const kept: string[] = [];
  const connections = createConnections();
  const app = createReceiverApp({
    ...receiverParts(token),
    // Nothing that comes is signed rightly.
    ...signing("the signing secret"),
    async take({ body }) {
      kept.push(Buffer.from(body).toString());
      return { verdict: "first", bookingId: "b", reason: "" } as never;
    },
    trust: connections.trust,
    takeProbe: probes.take,
    onAnswered: (status) => answered.push(status),
  });
  const receiver = await listenLocally(app, await freePort(), connections.came);
  onTestFinished(receiver.close);
  const door = await anHttpsDoor(secrets, handler?.(receiver) ?? passingTo(() => receiver.port));
  const parts = { open: probes.open, request: trusting(secrets.cert), now: () => performance.now() };
  const ask = (thorough = false, url = door.url, signal = new AbortController().signal) =>
    probe({ url: `${url}${hook}`, thorough, signal }, parts);
  return { ...door, ask, parts, probes, receiver, answered, kept };
}

const page = (status: number, body: string, headers = {}): RequestListener => {
  return (_request, response) => {
    response.writeHead(status, { "content-type": "text/html", ...headers }).end(body);
  };
};

/** Lets the test wind the deadline's clock; sockets go on as ever. */
function windableTimers() {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
}

describe("through a sound door", () => {
  test.each([false, true])("a probe comes back (thorough: %s)", async (thorough) => {
    const { ask, answered, kept } = await aDoor();
    expect(await ask(thorough)).toEqual({ ok: true, ms: expect.any(Number) });
    // It is no delivery, and no refused one either.
    expect([answered, kept]).toEqual([[], []]);
  });

  test("each makes a connection of its own, to an address never seen before", async () => {
    const paths = new Set<string>();
    const { ask, seen } = await aDoor(({ port }) => (request, response) => {
      paths.add(request.url ?? "");
      passingTo(() => port)(request, response);
    });
    for (let i = 0; i < 3; i++) await ask();
    expect([seen.connections, paths.size]).toEqual([3, 3]);
  });

  test("below a path of its own, too", async () => {
    const { ask, url } = await aDoor(({ port }) => (request, response) => {
      request.url = request.url?.replace("/base", "");
      passingTo(() => port)(request, response);
    });
    expect(await ask(false, `${url}/base`)).toMatchObject({ ok: true });
  });

  test("it says nothing that Timekit would not, such as a wish to skip a warning", async () => {
    let names: string[] = [];
    const { ask } = await aDoor(({ port }) => (request, response) => {
      names = Object.keys(request.headers);
      expect(request.headers["user-agent"]).toBe("Bookbell");
      passingTo(() => port)(request, response);
    });
    await ask();
    const all = ["accept", "connection", "content-length", "content-type", "host", "user-agent"];
    expect(names.sort()).toEqual([...all, signatureHeader]);
  });
});

describe("a door that answers, but does not lead here", () => {
  test("is refused when it lets all through but what Timekit posts", async () => {
    const blocking = (blocks: (request: IncomingMessage) => boolean) =>
      aDoor(({ port }) => (request, response) => {
        if (blocks(request)) response.writeHead(403).end("Blocked");
        else passingTo(() => port)(request, response);
      });
    const doors = await Promise.all([
      blocking(({ url }) => url?.startsWith("/hooks/") ?? false),
      blocking(({ method }) => method === "POST"),
      blocking(({ headers }) => headers["content-type"] === "application/json"),
      blocking(({ headers }) => signatureHeader in headers),
    ]);
    for (const { ask } of doors) expect(await ask()).toEqual({ ok: false, code: "front-door-refused" });
  });

  test("leads to another Bookbell, which refuses its token", async () => {
    const { parts, url } = await aDoor();
    const wanted = {
      url: `${url}${hookPath("another")}`,
      thorough: false,
      signal: new AbortController().signal,
    };
    expect(await probe(wanted, parts)).toEqual({ ok: false, code: "front-door-refused" });
  });

  test.each([
    ["refused", 404, "<h1>Not Found</h1>", {}],
    ["refused", 502, "<h1>Bad Gateway</h1>", {}],
    ["refused", 530, "error code: 1033", {}],
    ["refused", 302, "", { location: "https://login.example.com/" }],
    ["intercepted", 200, "<h1>Accept our terms</h1>", {}],
    ["intercepted", 204, "", {}],
    ["intercepted", 200, "", {}],
    ["intercepted", 403, "<p>You are about to visit</p> ERR_NGROK_6024", {}],
    ["intercepted", 307, "", { "ngrok-error-code": "ERR_NGROK_6024" }],
    ["intercepted", 200, "a page without an end".repeat(5), {}],
    ["intercepted", 200, "0123456789abcdef".repeat(4), {}],
    ["intercepted", 200, "0123456789abcdef".repeat(8), {}],
  ])("is %s when it says %d %s", async (fault, status, body, headers) => {
    const { ask } = await aDoor(() => page(status, body, headers));
    expect(await ask()).toEqual({ ok: false, code: `front-door-${fault}` });
  });

  test("is intercepted as well when it posts into a page", async () => {
    const { ask } = await aDoor(() => page(200, "<h1>Accept our terms</h1>"));
    expect(await ask(true)).toEqual({ ok: false, code: "front-door-intercepted" });
  });

  test("is intercepted when its page goes on without end, which nobody waits for", async () => {
    const { ask } = await aDoor(() => (_request, response) => {
      const more = () => void (response.destroyed || response.write("x".repeat(1_000), more));
      more();
    });
    expect(await ask()).toEqual({ ok: false, code: "front-door-intercepted" });
  });

  test("is not followed elsewhere", async () => {
    const { ask, probes, receiver } = await aDoor(() => page(302, "", { location: "/elsewhere" }));
    const elsewhere = probes.open();
    const there = await aDoor(() =>
      page(307, "", { location: `http://127.0.0.1:${receiver.port}${hook}?probe=${elsewhere.nonce}` }),
    );
    expect(await there.ask()).toEqual({ ok: false, code: "front-door-refused" });
    expect(await ask()).toEqual({ ok: false, code: "front-door-refused" });
    expect(probes.take(elsewhere.nonce)).toBe(elsewhere.answer);
  });
});

describe("a door that changes what is posted", () => {
  test.each([
    ["bytes that are no text", (body: Buffer) => Buffer.from(body.toString("utf8"))],
    ["line ends", (body: Buffer) => Buffer.from(body.toString("latin1").replace("\r", ""), "latin1")],
  ])("is found out by %s, by the thorough probe only", async (_name, alter) => {
    const { ask } = await aDoor(({ port }) => passingTo(() => port, alter));
    expect(await ask(true)).toEqual({ ok: false, code: "front-door-altered" });
    expect(await ask(false)).toMatchObject({ ok: true });
  });

  test.each([false, true])("is found out when it drops the signature (thorough: %s)", async (thorough) => {
    const { ask } = await aDoor(({ port }) => (request, response) => {
      delete request.headers[signatureHeader];
      passingTo(() => port)(request, response);
    });
    expect(await ask(thorough)).toEqual({ ok: false, code: "front-door-altered" });
  });

  test.each([false, true])("is found out when it changes the length (thorough: %s)", async (thorough) => {
    const { ask } = await aDoor(({ port }) =>
      passingTo(
        () => port,
        (body) => body.subarray(0, -1),
      ),
    );
    expect(await ask(thorough)).toEqual({ ok: false, code: "front-door-altered" });
  });
});

describe("a door that is silent", () => {
  const silent = { ok: false, code: "front-door-silent" };

  test("because nobody listens, or no such name is known, or the URL is none", async () => {
    const { ask } = await aDoor();
    for (const url of ["https://127.0.0.1:9", "https://nowhere.invalid", "no url"])
      expect(await ask(false, url)).toEqual(silent);
  });

  test("because its certificate is not to be trusted, whatever the environment says", async () => {
    const { url, parts, probes } = await aDoor();
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    onTestFinished(() => void vi.unstubAllEnvs());
    const { request } = await import("node:https");
    const { signal } = new AbortController();
    const wanted = { url: `${url}${hook}`, thorough: false, signal };
    const result = await probe(wanted, { ...parts, open: probes.open, request });
    expect(result).toEqual(silent);
  });

  test("because the connection breaks in the middle of the answer", async () => {
    const { ask } = await aDoor(() => (_request, response) => {
      response.writeHead(200, { "content-length": "64" }).write("half", () => response.destroy());
    });
    expect(await ask()).toEqual(silent);
  });

  test.each(["at once", "in the middle of the answer"])(
    "because it stops %s: it is given up after five seconds",
    async (when) => {
      windableTimers();
      let arrive = () => {};
      const reached = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      const { ask } = await aDoor(() => (_request, response) => {
        if (when !== "at once") response.writeHead(200).write("a");
        arrive();
      });
      const asked = ask();
      await reached;
      vi.advanceTimersByTime(4_999);
      expect(await Promise.race([asked, Promise.resolve("pending")])).toBe("pending");
      vi.advanceTimersByTime(1);
      expect(await asked).toEqual(silent);
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  test("because the path froze below TLS", async () => {
    windableTimers();
    const { ask, url } = await aDoor();
    const path = await aFreezablePath(Number(new URL(url).port));
    expect(await ask(false, path.url)).toMatchObject({ ok: true });
    path.setFrozen(true);
    const asked = ask(false, path.url);
    vi.advanceTimersByTime(5_000);
    expect(await asked).toEqual(silent);
  });

  test("because nobody wants to know any more", async () => {
    const ending = new AbortController();
    const { ask, url } = await aDoor(() => () => ending.abort());
    expect(await ask(false, url, ending.signal)).toEqual(silent);
    expect(await ask(false, url, ending.signal)).toEqual(silent);
  });
});

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
