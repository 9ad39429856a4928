import { connect } from "node:net";
import { expect, test } from "vitest";
import { payload } from "../support/timekit-payloads.ts";
import { exchange, posted } from "./exchange.ts";
import { aReceiver } from "./receiver.ts";

/** The receiver's requestTimeout, and what it may take to notice. */
const cutWithinMs = 15_000 + 5_000;
const slowSenders = 150;

test("who sends too slowly is cut off, and keeps nobody else waiting", { timeout: 60_000 }, async () => {
  const { port, path, faults } = await aReceiver();
  const request = posted(path, payload("instant.confirmed")).bytes[0];
  const headEnd = request.indexOf("\r\n\r\n") + 4;
  const begins = [
    request.subarray(0, 0),
    request.subarray(0, request.indexOf("\r\n") + 2),
    request.subarray(0, headEnd),
  ];
  const rests = [Buffer.alloc(0), Buffer.from("X: y\r\n".repeat(1_000)), request.subarray(headEnd)];
  const cut = Promise.all(
    Array.from({ length: slowSenders }, (_, i) =>
      drip(port, begins[i % 3] as Buffer, rests[i % 3] as Buffer),
    ),
  );

  const begin = performance.now();
  for (let i = 0; i < 20; i++)
    expect(await exchange(port, posted(path, payload("instant.confirmed")))).toEqual([204]);
  expect(performance.now() - begin).toBeLessThan(2_000);

  const ends = await cut;
  console.log(`Cut off after ${Math.round(Math.min(...ends))} to ${Math.round(Math.max(...ends))} ms`);
  expect(Math.max(...ends)).toBeLessThan(cutWithinMs);
  expect(faults).toEqual([]);
});

/** Sends a byte now and then, for ever if it may; resolves with the milliseconds until it is cut off. */
function drip(port: number, begin: Buffer, rest: Buffer): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now();
    const socket = connect(port, "127.0.0.1", () => socket.write(begin));
    let at = 0;
    // What comes slowly is the test itself; nothing is waited for.
    const dripping = setInterval(() => {
      if (at < rest.length - 1) socket.write(rest.subarray(at, ++at));
    }, 200);
    socket.resume();
    socket.on("error", () => {});
    socket.on("close", () => {
      clearInterval(dripping);
      resolve(performance.now() - started);
    });
  });
}

test("a body made to be slow to read does not hold up the next booking", async () => {
  const { port, path, faults } = await aReceiver();
  for (const customer of ["{}", "0", '{"timezone":"Asia/Tokyo"}']) {
    const customers = Array(Math.floor(250_000 / (customer.length + 1))).fill(customer);
    const body = `{"id":"many","graph":"instant","state":"confirmed","customers":[${customers}]}`;
    const begin = performance.now();
    const slow = exchange(port, posted(path, Buffer.from(body)));
    expect(await exchange(port, posted(path, payload("instant.confirmed")))).toEqual([204]);
    await slow;
    expect(performance.now() - begin, customer).toBeLessThan(1_000);
  }
  expect(faults).toEqual([]);
});
