import { describe, expect, onTestFinished, test, vi } from "vitest";
import { probe } from "../../../main/tunnel/probe.ts";
import { aFreezablePath } from "../../support/https-door.ts";
import { hook, probedDoors } from "../../support/probed-door.ts";

const aDoor = probedDoors();

/** Lets the test wind the deadline's clock; sockets go on as ever. */
function windableTimers() {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
}

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
