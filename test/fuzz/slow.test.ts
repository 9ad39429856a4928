import { connect } from "node:net";
import { expect, test } from "vitest";
import { payload } from "../support/timekit-payloads.ts";
import { leastWork } from "../support/work.ts";
import { exchange, posted } from "./exchange.ts";
import { aReceiver } from "./receiver.ts";

const slowSenders = 150;

test("who sends too slowly is cut off, and keeps nobody else waiting", async () => {
  const { port, path, faults } = await aReceiver();
  const request = posted(path, payload("instant.confirmed")).bytes[0];
  const headEnd = request.indexOf("\r\n\r\n") + 4;
  const begins = [
    request.subarray(0, 0),
    request.subarray(0, request.indexOf("\r\n") + 2),
    request.subarray(0, headEnd),
  ];
  const rests = [Buffer.alloc(0), Buffer.from("X: y\r\n".repeat(1_000)), request.subarray(headEnd)];
  const events: string[] = [];
  const cut = Promise.all(
    Array.from({ length: slowSenders }, (_, i) =>
      drip(port, begins[i % 3] as Buffer, rests[i % 3] as Buffer).then((ms) => {
        events.push("cut off");
        return ms;
      }),
    ),
  );
  expect(await exchange(port, posted(path, payload("instant.confirmed")))).toEqual([204]);
  events.push("answered");

  const ends = await cut;
  console.log(`Cut off after ${Math.round(Math.min(...ends))} to ${Math.round(Math.max(...ends))} ms`);
  expect(events[0]).toBe("answered");
  expect(faults).toEqual([]);
});

/** Sends a byte now and then, for ever if it may; resolves with the milliseconds until it is cut off. */
function drip(port: number, begin: Buffer, rest: Buffer): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now();
    let dripping: NodeJS.Timeout | undefined;
    const socket = connect(port, "127.0.0.1", () => {
      let at = 0;
      socket.write(begin);
      // To come slowly is the test itself; nothing is waited for.
      dripping = setInterval(() => {
        if (at < rest.length - 1) socket.write(rest.subarray(at, ++at));
      }, 200);
    });
    socket.resume();
    socket.on("error", () => {});
    socket.on("close", () => {
      clearInterval(dripping);
      resolve(performance.now() - started);
    });
  });
}

test.each(["{}", "0", '{"timezone":"Asia/Tokyo"}'])(
  "a body full of %s, made to be slow to read, holds nobody up",
  async (customer) => {
    const { port, path, faults } = await aReceiver();
    const bodyOf = (customers: readonly string[]) =>
      Buffer.from(`{"id":"many","graph":"instant","state":"confirmed","customers":[${customers}]}`);
    const many = bodyOf(Array(Math.floor(250_000 / (customer.length + 1))).fill(customer));
    const plain = bodyOf([`{"name":"${"x".repeat(250_000)}"}`]);
    const work = (body: Buffer) => leastWork(() => exchange(port, posted(path, body)));
    // Ten times the work of an ordinary body of this length; read in full it would be a hundred times and more.
    expect(await work(many)).toBeLessThan(40 * (await work(plain)));
    expect(await exchange(port, posted(path, payload("instant.confirmed")))).toEqual([204]);
    expect(faults).toEqual([]);
  },
);
