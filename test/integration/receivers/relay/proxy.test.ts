import { expect, test } from "vitest";
import { isLasting } from "../../../../common/problems.ts";
import { eventually } from "../../../support/eventually.ts";
import { aNetworkProxy } from "../../../support/network-proxy.ts";
import { postBooking } from "../../../support/relay-laptop.ts";
import { aCertificate, aTlsDoor } from "../../../support/tls-door.ts";
import { aLaptopTrusting, aWssRelay, endOfOpening } from "../../../support/wss-relay.ts";

const { signal } = new AbortController();

/** A laptop in an office whose proxy is the only way out; `says` is what the system says of it. */
async function anOffice() {
  const relay = await aWssRelay();
  const proxy = await aNetworkProxy();
  const system = { says: proxy.entry, asked: [] as string[] };
  const laptop = aLaptopTrusting(relay.invitation, relay.secrets.cert, async (url) => {
    system.asked.push(url);
    return system.says;
  });
  const codeOf = async () => (await endOfOpening(laptop)) ?? "none";
  return { ...relay, proxy, system, laptop, codeOf };
}

test("bookings come through the network's proxy, and so does the question at Timekit's own address", async () => {
  const { relay, laptop, proxy, system, door, front } = await anOffice();
  laptop.start();
  await laptop.was("up");
  await postBooking(relay.url, 1);
  await laptop.has(1);
  await laptop.supervisor.close();
  const tunnel = await laptop.provider.open(1, signal);
  expect(await tunnel.probe?.({ thorough: true, signal })).toMatchObject({ ok: true });
  await tunnel.close();
  const [toDoor, toFront] = [`localhost:${door.port}`, `localhost:${front.port}`];
  expect(proxy.asked).toEqual([toDoor, toDoor, toFront]);
  // Scripts know nothing of "wss:".
  expect(system.asked.every((url) => url.startsWith("https://localhost:"))).toBe(true);
  await eventually(async () => (proxy.open() === 0 ? true : null));
});

test("what the proxy does not do has words of its own, and is tried again", async () => {
  const { proxy, system, codeOf } = await anOffice();
  for (const [answer, code] of [
    [407, "relay-proxy"],
    [403, "relay-proxy"],
    [302, "relay-proxy"],
    // It lets this computer through, and cannot reach the relay.
    [502, "relay-unreachable"],
    [504, "relay-unreachable"],
    [200, "none"],
  ] as const) {
    proxy.answers(answer);
    expect(await codeOf()).toBe(code);
  }
  system.says = "SOCKS5 127.0.0.1:1";
  expect(await codeOf()).toBe("relay-proxy");
  system.says = proxy.entry;
  await proxy.stop();
  expect(await codeOf()).toBe("relay-proxy");
  expect(isLasting("relay-proxy")).toBe(false);
});

test("a proxy that says nothing is given up, and a try that is given up leaves nothing at it", async () => {
  const { proxy, laptop, codeOf } = await anOffice();
  proxy.answers(null);
  expect(await codeOf()).toBe("relay-proxy");
  const ending = new AbortController();
  const opening = laptop.provider.open(1, ending.signal);
  await eventually(async () => (proxy.asked.length === 2 ? true : null));
  ending.abort();
  await expect(opening).rejects.toThrow();
  await eventually(async () => (proxy.open() === 0 ? true : null));
});

test("of several ways the first is taken that Bookbell knows", async () => {
  const { proxy, system, codeOf } = await anOffice();
  system.says = `SOCKS5 127.0.0.1:1;${proxy.entry};DIRECT`;
  expect(await codeOf()).toBe("none");
  expect(proxy.asked).toHaveLength(1);
  system.says = `DIRECT;${proxy.entry}`;
  expect(await codeOf()).toBe("none");
  expect(proxy.asked).toHaveLength(1);
});

test("a proxy that goes takes the connection with it, and gives it back", async () => {
  const { relay, proxy, laptop } = await anOffice();
  laptop.start();
  await laptop.was("up");
  await proxy.stop();
  await eventually(async () => {
    const state = laptop.supervisor.state();
    return "error" in state && state.error.code === "relay-proxy" ? true : null;
  });
  await postBooking(relay.url, 1);
  await proxy.start();
  await laptop.has(1);
});

test("where a proxy lets nothing new through, nobody says that Timekit is shut out", async () => {
  const { proxy, laptop } = await anOffice();
  const tunnel = await laptop.provider.open(1, signal);
  proxy.answers(407);
  expect(await tunnel.probe?.({ thorough: false, signal })).toEqual({ ok: false, code: "relay-proxy" });
  await tunnel.close();
});

test("the certificate is compared with the relay's name, and not with the proxy's", async () => {
  const { world, invitation, proxy } = await anOffice();
  const { cert, key } = await aCertificate({ names: "DNS:localhost" });
  const { port } = await aTlsDoor({ cert, key }, world.server.port);
  const codeOf = async (host: string) => {
    const at = { ...invitation, nats: [`wss://${host}:${port}`] };
    const { provider } = aLaptopTrusting(at, cert, async () => `PROXY localhost:${proxy.port}`);
    return provider.open(1, signal).then(
      (tunnel) => tunnel.close(),
      ({ code }) => code,
    );
  };
  expect(await codeOf("127.0.0.1")).toBe("relay-certificate");
  expect(await codeOf("localhost")).toBeUndefined();
});
