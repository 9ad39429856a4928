import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { createReceiverApp, type ReceiverParts } from "../../main/receiver/app.ts";
import { type Listening, listenLocally } from "../../main/receiver/listen.ts";
import { createProbes } from "../../main/receiver/probes.ts";
import { probe } from "../../main/tunnel/probe.ts";
import {
  aFreezablePath,
  anHttpsDoor,
  createCertificate,
  passingTo,
  trusting,
} from "../support/https-door.ts";
import { freePort } from "../support/system.ts";

let secrets: { key: string; cert: string };
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "bookbell-test-"));
  secrets = await createCertificate(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A real receiver, and a door to the internet that does as `handler` says: by default it passes all on. */
async function aDoor(handler?: (receiver: Listening) => RequestListener) {
  const probes = createProbes();
  const answered: number[] = [];
  const app = createReceiverApp({
    token: () => "t".repeat(43),
    takeProbe: probes.take,
    onAnswered: (status) => answered.push(status),
  } as Partial<ReceiverParts> as ReceiverParts);
  const receiver = await listenLocally(app, await freePort());
  onTestFinished(receiver.close);
  const door = await anHttpsDoor(secrets, handler?.(receiver) ?? passingTo(() => receiver.port));
  const parts = { open: probes.open, request: trusting(secrets.cert), now: () => performance.now() };
  const ask = (thorough = false, url = door.url, signal = new AbortController().signal) =>
    probe({ url, thorough, signal }, parts);
  return { ...door, ask, parts, probes, receiver, answered };
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
    const { ask, answered } = await aDoor();
    expect(await ask(thorough)).toEqual({ ok: true, ms: expect.any(Number) });
    expect(answered).toEqual([]);
  });

  test("each makes a connection of its own, to a path never seen before", async () => {
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
    expect(names.sort()).toEqual(["accept", "connection", "host", "user-agent"]);
  });
});

describe("a door that answers, but does not lead here", () => {
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
      page(307, "", { location: `http://127.0.0.1:${receiver.port}${elsewhere.path}` }),
    );
    expect(await there.ask()).toEqual({ ok: false, code: "front-door-refused" });
    expect(await ask()).toEqual({ ok: false, code: "front-door-refused" });
    expect(probes.take(elsewhere.path.slice("/probe/".length))).toBe(elsewhere.answer);
  });
});

describe("a door that changes what is posted", () => {
  test.each([
    ["bytes that are no text", (body: Buffer) => Buffer.from(body.toString("utf8"))],
    ["line ends", (body: Buffer) => Buffer.from(body.toString("latin1").replace("\r", ""), "latin1")],
    ["nothing but the length", (body: Buffer) => body.subarray(0, -1)],
  ])("is found out by %s, by the thorough probe only", async (_name, alter) => {
    const { ask } = await aDoor(({ port }) => passingTo(() => port, alter));
    expect(await ask(true)).toEqual({ ok: false, code: "front-door-altered" });
    expect(await ask(false)).toMatchObject({ ok: true });
  });

  test("is found out when it drops the signature", async () => {
    const { ask } = await aDoor(({ port }) => (request, response) => {
      delete request.headers["x-timekit-signature"];
      passingTo(() => port)(request, response);
    });
    expect(await ask(true)).toEqual({ ok: false, code: "front-door-altered" });
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
    const result = await probe({ url, thorough: false, signal }, { ...parts, open: probes.open, request });
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
  const at = (port: number, path: string) => `http://127.0.0.1:${port}${path}`;

  test("answers a probe that is open now, once, and lets nobody keep the answer", async () => {
    const { probes, receiver } = await aDoor();
    const { path, answer } = probes.open();
    expect(path).toMatch(/^\/probe\/[0-9a-f]{32}$/);
    const first = await fetch(at(receiver.port, path));
    expect([first.status, await first.text(), first.headers.get("cache-control")]).toEqual([
      200,
      answer,
      "no-store",
    ]);
    const second = await fetch(at(receiver.port, path));
    expect([second.status, await second.text()]).toEqual([404, "Not found.\n"]);
  });

  test("knows nothing of a probe that was closed or never opened, and counts it as a guess", async () => {
    const { probes, receiver, answered } = await aDoor();
    const { path, close } = probes.open();
    close();
    const guesses = [path, `/probe/${"0".repeat(32)}`, "/probe/", "/probe/constructor"];
    for (const guess of guesses)
      for (const method of ["GET", "POST"]) {
        const response = await fetch(at(receiver.port, guess), { method });
        expect([response.status, await response.text()]).toEqual([404, "Not found.\n"]);
      }
    expect(answered).toHaveLength(8);
    const many = await Promise.all(
      Array.from({ length: 60 }, () => fetch(at(receiver.port, path)).then(({ status }) => status)),
    );
    expect(new Set(many)).toEqual(new Set([404, 429]));
    const { path: open } = probes.open();
    expect((await fetch(at(receiver.port, open))).status).toBe(200);
  });

  test("is asked by whatever host name, which says nothing", async () => {
    const { probes, receiver } = await aDoor();
    const { request } = await import("node:http");
    const asking = request(at(receiver.port, probes.open().path), {
      headers: { host: "evil.example" },
    }).end();
    const [response] = await once(asking, "response");
    expect(response.statusCode).toBe(200);
    response.resume();
  });

  test("reads no more of a posted probe than of a delivery", async () => {
    const { probes, receiver } = await aDoor();
    const body = Buffer.alloc(256 * 1024 + 1);
    const response = await fetch(at(receiver.port, probes.open().path), { method: "POST", body });
    expect(response.status).toBe(413);
  });
});
