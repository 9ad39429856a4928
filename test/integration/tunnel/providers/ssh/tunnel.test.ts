import { createHash, randomBytes } from "node:crypto";
import { type ClientRequest, createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { request } from "node:https";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Front, post, startFront } from "../../../../support/front.ts";
import { aServer, fails, listen, open } from "../../../../support/ssh-tunnel.ts";
import { freePort } from "../../../../support/system.ts";

async function aReceiver(handler: RequestListener): Promise<number> {
  const server = createServer(handler);
  const port = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return port;
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Answers with the hash of what it got. */
const hashing: RequestListener = (request, response) => {
  const hash = createHash("sha256");
  request.on("data", (part) => hash.update(part)).on("end", () => response.end(hash.digest("hex")));
};

describe("through a real sshd and a real nginx", () => {
  let at: Awaited<ReturnType<typeof aServer>>;
  let front: Front;
  beforeEach(async () => {
    at = await aServer();
    front = await startFront(at.dir, { socket: at.settings.socket });
    onTestFinished(() => front.stop());
  });

  test("every byte of a delivery arrives, and every byte of the answer", async () => {
    const tunnel = await open(at.settings, await aReceiver(hashing));
    expect(tunnel.url).toBe("https://hooks.example.com");
    const all256 = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    for (const body of [Buffer.alloc(0), all256, randomBytes(5 * 1024 * 1024)])
      expect(await post(front, body)).toEqual({ status: 200, text: sha256(body) });

    const long = randomBytes(4 * 1024 * 1024).toString("base64");
    await tunnel.close();
    await open(at.settings, await aReceiver((_request, response) => response.end(long)));
    expect(sha256(Buffer.from((await post(front, all256)).text))).toBe(sha256(Buffer.from(long)));
  });

  test("headers arrive as they were sent", async () => {
    let got: IncomingHttpHeaders = {};
    const receiver = await aReceiver((request, response) => {
      got = request.headers;
      response.end();
    });
    await open(at.settings, receiver);
    const headers = { "content-type": "application/json", "x-timekit-signature": "aB+/=".repeat(9) };
    await post(front, Buffer.from("{}"), headers);
    expect(got).toMatchObject(headers);
  });

  test("200 deliveries at once all arrive", async () => {
    await open(at.settings, await aReceiver(hashing));
    const bodies = Array.from({ length: 200 }, () => randomBytes(3_000));
    const answers = await Promise.all(bodies.map((body) => post(front, body)));
    expect(answers).toEqual(bodies.map((body) => ({ status: 200, text: sha256(body) })));
  });

  test("a receiver that is down is a quick 502, and the tunnel stands", async () => {
    const port = await freePort();
    await open(at.settings, port);
    expect((await post(front, Buffer.from("{}"))).status).toBe(502);
    const server = createServer(hashing).listen(port, "127.0.0.1");
    onTestFinished(() => void server.close());
    expect((await post(front, Buffer.from("{}"))).status).toBe(200);
  });

  test("a receiver that dies amid a delivery ends it at once", async () => {
    const receiver = await aReceiver((request) =>
      request.once("data", () => request.socket.resetAndDestroy()),
    );
    await open(at.settings, receiver);
    expect((await post(front, randomBytes(100_000))).status).toBe(502);
  });

  test("a sender that hangs up amid a delivery is gone for the receiver too", async () => {
    let sending: ClientRequest | undefined;
    let onGone = () => {};
    const gone = new Promise<void>((resolve) => {
      onGone = resolve;
    });
    const receiver = await aReceiver((request) => {
      request.socket.once("close", onGone);
      request.once("data", () => sending?.destroy());
    });
    await open(at.settings, receiver);
    const headers = { "content-length": 1_000_000 };
    sending = request(front.url, { method: "POST", ca: front.ca, headers, agent: false });
    sending.on("error", () => {});
    sending.write(randomBytes(100_000));
    await gone;
  });

  test("a tunnel that takes the place of one that hangs serves at once", async () => {
    await open(at.settings, await aReceiver((_request, response) => response.end("old")));
    await at.sshd.freezeSessions();
    await open(at.settings, await aReceiver((_request, response) => response.end("new")));
    expect((await post(front, Buffer.from("{}"))).text).toBe("new");
    await at.sshd.thawSessions();
    expect((await post(front, Buffer.from("{}"))).text).toBe("new");
  });

  test("closing ends it for good, as often as one likes", async () => {
    const tunnel = await open(at.settings, await aReceiver(hashing));
    await Promise.all([tunnel.close(), tunnel.close()]);
    expect((await post(front, Buffer.from("{}"))).status).toBe(502);
  });

  test("closing cuts deliveries under way", async () => {
    let onArrival = () => {};
    const arrived = new Promise<void>((resolve) => {
      onArrival = resolve;
    });
    const tunnel = await open(at.settings, await aReceiver(onArrival));
    const answer = post(front, Buffer.from("{}"));
    await arrived;
    await tunnel.close();
    expect((await answer).status).toBe(502);
  });
});

test("a server that offers only ports is listened on by its port", async () => {
  for (const place of [String, (port: number) => `127.0.0.1:${port}`]) {
    const port = await freePort();
    const { settings } = await aServer({
      config: [`PermitListen 127.0.0.1:${port}`, "AllowStreamLocalForwarding no"],
      keyOptions: `restrict,port-forwarding,permitlisten="127.0.0.1:${port}"`,
    });
    const tunnel = await open({ ...settings, socket: place(port) }, await aReceiver(hashing));
    const url = `http://127.0.0.1:${port}/`;
    expect(await (await fetch(url, { method: "POST", body: "hello" })).text()).toBe(
      sha256(Buffer.from("hello")),
    );
    await tunnel.close();
    await expect(fetch(url)).rejects.toThrow();
  }
});

describe("a tunnel that stands", () => {
  test("says that it is lost when the server ends the session", async () => {
    const { sshd, settings } = await aServer();
    const tunnel = await open(settings, 1);
    await sshd.killSessions();
    expect(await tunnel.lost).toMatchObject({ code: "tunnel-ended" });
    await tunnel.close();
  });

  test("notices within half a minute that the line is dead", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    const { sshd, settings } = await aServer();
    const tunnel = await open(settings, 1);
    await sshd.freezeSessions();
    vi.advanceTimersByTime(30_000);
    expect(await tunnel.lost).toMatchObject({ code: "tunnel-unreachable" });
  });

  test("closes also when the server hangs, and is not called lost", async () => {
    const { sshd, settings } = await aServer();
    const tunnel = await open(settings, 1);
    await sshd.freezeSessions();
    let lost = false;
    void tunnel.lost.then(() => {
      lost = true;
    });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const closed = tunnel.close();
    vi.advanceTimersByTime(2_000);
    await closed;
    expect(lost).toBe(false);
  });

  test("comes back once the server does", async () => {
    const { sshd, settings } = await aServer();
    const tunnel = await open(settings, 1);
    await sshd.stop();
    expect(await tunnel.lost).toMatchObject({ code: "tunnel-ended" });
    expect(await fails(settings)).toMatchObject({ code: "tunnel-unreachable" });
    await sshd.start();
    await open(settings, 1);
  });
});
