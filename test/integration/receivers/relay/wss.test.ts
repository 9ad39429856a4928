import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { postBooking } from "../../../support/relay-laptop.ts";
import { freePort } from "../../../support/system.ts";
import { aCertificate, aTlsDoor, type Secrets } from "../../../support/tls-door.ts";
import { aLaptopTrusting, aWssRelay, endOfOpening } from "../../../support/wss-relay.ts";

const { signal } = new AbortController();
const straight = async () => "DIRECT";

/** How it ends to open the relay of that world at another door; undefined = well. */
async function codeAt({ invitation }: Awaited<ReturnType<typeof aWssRelay>>, port: number, ca: string) {
  const at = { ...invitation, nats: [`wss://localhost:${port}`] };
  return endOfOpening(aLaptopTrusting(at, ca, straight));
}

/** A web server with that certificate, which answers whatever comes, until the test ends. */
async function aPage(secrets: Secrets, status: number, headers: Record<string, string> = {}) {
  const server: Server = createServer({ ...secrets }, (_request, response) => {
    response.writeHead(status, headers).end("<h1>Sign in</h1>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

test("with a certificate that this computer trusts, bookings come and the whole way is tried", async () => {
  const { relay, secrets, invitation } = await aWssRelay();
  const laptop = aLaptopTrusting(invitation, secrets.cert, straight);
  laptop.start();
  await laptop.was("up");
  await postBooking(relay.url, 1);
  await laptop.has(1);
  await laptop.supervisor.close();
  const tunnel = await laptop.provider.open(1, signal);
  expect(await tunnel.probe?.({ thorough: true, signal })).toMatchObject({ ok: true });
  await tunnel.close();
});

test("a certificate that nobody vouches for, that has ended, or is for another name is not taken", async () => {
  const relay = await aWssRelay();
  const { port } = relay.world.server;
  const other = await aCertificate();
  const door = async (secrets: Secrets) => (await aTlsDoor(secrets, port)).port;
  // Trusted: one that is not shown.
  expect(await codeAt(relay, await door(other), relay.secrets.cert)).toBe("relay-certificate");
  expect(await codeAt(relay, await door(other), other.cert)).toBeUndefined();
  const ended = await aCertificate({ ended: true });
  expect(await codeAt(relay, await door(ended), ended.cert)).toBe("relay-certificate");
  const elsewhere = await aCertificate({ names: "DNS:relay.example.com" });
  expect(await codeAt(relay, await door(elsewhere), elsewhere.cert)).toBe("relay-certificate");
  // No TLS at all.
  expect(await codeAt(relay, port, other.cert)).toBe("relay-certificate");
});

test("also where the environment says that any certificate will do", async () => {
  const relay = await aWssRelay();
  const { NODE_TLS_REJECT_UNAUTHORIZED: before } = process.env;
  onTestFinished(() => {
    if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
  });
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
  const other = await aCertificate();
  expect(await codeAt(relay, relay.door.port, other.cert)).toBe("relay-certificate");
});

test("a page where the relay should be is one, and a front door without a relay behind it is none", async () => {
  const relay = await aWssRelay();
  const { secrets } = relay;
  const html = { "content-type": "text/html" };
  for (const [status, headers, code] of [
    [200, html, "relay-page"],
    [404, html, "relay-page"],
    [403, {}, "relay-page"],
    [302, { location: "https://login.example.com/" }, "relay-page"],
    // What stands before it is there, and says that the relay is not.
    [502, html, "relay-unreachable"],
    [503, html, "relay-unreachable"],
  ] as const)
    expect(await codeAt(relay, await aPage(secrets, status, headers), secrets.cert)).toBe(code);
  expect(await codeAt(relay, await freePort(), secrets.cert)).toBe("relay-unreachable");
});
