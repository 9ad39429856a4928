import { setImmediate } from "node:timers/promises";
import type { Request, Response } from "express";
import { expect, test } from "vitest";
import { concurrencyGate } from "../../../../main/receivers/http/concurrency-gate.ts";

/** Two begin in a turn, and three of a connection may wait. */
function aQueue() {
  const begun: string[] = [];
  const refused: string[] = [];
  const handler = concurrencyGate({
    aTurn: 2,
    waiting: 3,
    refuse: (response) => refused.push(response.locals.name),
  });
  const connection = (name: string) => {
    const socket = { destroyed: false };
    let sent = 0;
    const send = () => {
      sent += 1;
      const request = `${name}${sent}`;
      handler(
        { socket } as unknown as Request,
        { locals: { name: request } } as unknown as Response,
        () => void begun.push(request),
      );
    };
    return { socket, send: (times: number) => Array.from({ length: times }, send) };
  };
  return { begun, refused, connection };
}

test("two begin in a turn, and connections take turns, however many requests came before over one of them", async () => {
  const { begun, connection } = aQueue();
  connection("a").send(5);
  connection("b").send(1);
  connection("c").send(2);
  expect(begun).toEqual(["a1", "a2"]);
  await setImmediate();
  expect(begun.slice(2)).toEqual(["a3", "b1"]);
  await setImmediate();
  expect(begun.slice(4)).toEqual(["c1", "a4"]);
  await setImmediate();
  expect(begun.slice(6)).toEqual(["c2", "a5"]);
});

test("of one connection only so many may wait; of others that many as well", async () => {
  const { begun, refused, connection } = aQueue();
  const a = connection("a");
  a.send(7);
  connection("b").send(4);
  expect(refused).toEqual(["a6", "a7", "b4"]);
  for (let turns = 0; turns < 4; turns++) await setImmediate();
  expect(begun).toHaveLength(8);
  a.send(1);
  expect(begun.at(-1)).toBe("a8");
});

test("what waits is dropped when its connection is gone, and takes nobody's turn", async () => {
  const { begun, connection } = aQueue();
  const a = connection("a");
  a.send(5);
  const b = connection("b");
  b.send(2);
  a.socket.destroyed = true;
  a.send(1);
  await setImmediate();
  expect(begun).toEqual(["a1", "a2", "b1", "b2"]);
});
