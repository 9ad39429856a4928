import type { IncomingMessage, RequestListener } from "node:http";
import { describe, expect, test } from "vitest";
import { hookPath } from "../../../main/lib/tokens.ts";
import { signatureHeader } from "../../../main/sources/timekit/verify.ts";
import { probe } from "../../../main/tunnel/probe.ts";
import { passingTo } from "../../support/https-door.ts";
import { hook, probedDoors } from "../../support/probed-door.ts";

const aDoor = probedDoors();

const page = (status: number, body: string, headers = {}): RequestListener => {
  return (_request, response) => {
    response.writeHead(status, { "content-type": "text/html", ...headers }).end(body);
  };
};

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
