import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { hookPath } from "../../main/lib/tokens.ts";
import { payload } from "../support/timekit-payloads.ts";
import { exchange, posted } from "./exchange.ts";
import { aReceiver } from "./receiver.ts";

const strangers = 600;

/** Connects, sends that and nothing more; whatever becomes of it. */
async function stranger(port: number, bytes: string): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {}).resume();
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  if (bytes) socket.write(bytes);
  return socket;
}

const crowd = (port: number, bytes: string) =>
  Promise.all(Array.from({ length: strangers }, () => stranger(port, bytes)));

test.each([
  ["say nothing", ""],
  ["send half a head", "POST / HTTP/1.1\r\nHost: x\r\n"],
  ["stay after they were refused", "GET / HTTP/1.1\r\nHost: x\r\n\r\n"],
  [
    "stay after their form was refused",
    "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  ],
  [
    "never send their body",
    `POST ${hookPath("w".repeat(43))} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n`,
  ],
])(`${strangers} strangers who %s shut nobody out`, async (_name, bytes) => {
  const { port, path, faults } = await aReceiver();
  await crowd(port, bytes);
  expect(await exchange(port, posted(path, payload("instant.confirmed")))).toEqual([204]);
  expect(faults).toEqual([]);
});

test("whoever has shown the token keeps its place, however many strangers come after it", async () => {
  const { port, path } = await aReceiver();
  const body = payload("instant.confirmed");
  const head = [`POST ${path} HTTP/1.1`, "Host: x", "Expect: 100-continue", `Content-Length: ${body.length}`];
  const slow = await stranger(port, `${head.join("\r\n")}\r\n\r\n`);
  expect(String(await once(slow, "data"))).toMatch(/^HTTP\/1\.1 100 /);
  await crowd(port, "");
  await exchange(port, posted(path, payload("instant.cancelled")));
  slow.write(body);
  expect(String(await once(slow, "data"))).toMatch(/^HTTP\/1\.1 204 /);
});

test("thousands of requests in one go over a few connections are cut short, and hold up no delivery", async () => {
  const { port, path, faults, answered } = await aReceiver();
  const flood = {
    bytes: [Buffer.from("GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(2_000))],
    after: "end" as const,
  };
  const floods = Array.from({ length: 10 }, () => exchange(port, flood));
  const honest = Array.from({ length: 96 }, () => exchange(port, posted(path, payload("instant.confirmed"))));
  expect(await Promise.all(honest)).toEqual(honest.map(() => [204]));
  await Promise.all(floods);
  const begun = (answered.get("404 refused") ?? 0) + (answered.get("429 refused") ?? 0);
  expect(begun).toBeLessThan(5_000);
  expect(answered.get("503 refused")).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});
