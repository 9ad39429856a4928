import { describe, expect, test } from "vitest";
import { createReceiverApp, type ReceiverParts } from "../../../../main/receivers/http/app.ts";
import { listenLocally } from "../../../../main/receivers/http/listen.ts";
import { createReceiver } from "../../../../main/receivers/http/server.ts";

describe("listening", () => {
  const notFound = createReceiverApp({ onAnswered() {} } as Partial<ReceiverParts> as ReceiverParts);
  const onConnection = () => {};

  test("on 127.0.0.1 only, and on the next free port when one is taken", async () => {
    const first = await listenLocally(notFound, 27_100, onConnection);
    const second = await listenLocally(notFound, first.port, onConnection);
    expect(second.port).toBeGreaterThan(first.port);
    await expect(fetch(`http://[::1]:${first.port}/`)).rejects.toThrow();
    await Promise.all([first.close(), second.close()]);
    await expect(fetch(`http://127.0.0.1:${first.port}/`)).rejects.toThrow();
  });

  test("moves to another port without a gap, and says so", async () => {
    const states: object[] = [];
    const receiver = createReceiver(notFound, {
      onState: (state) => states.push(state),
      onConnection,
      onFault: (error) => expect.fail(String(error)),
    });
    await receiver.listenOn(27_200);
    const first = receiver.port();
    await receiver.listenOn(27_300);
    expect(receiver.port()).not.toBe(first);
    expect(states).toMatchObject([
      { state: "listening", wanted: 27_200 },
      { state: "listening", wanted: 27_300, port: receiver.port() },
    ]);
    await expect(fetch(`http://127.0.0.1:${first}/`)).rejects.toThrow();
    await receiver.close();
  });

  test("moved several times at once, it is served on one port alone, the last one wished for", async () => {
    const receiver = createReceiver(notFound, {
      onState() {},
      onConnection,
      onFault: (error) => expect.fail(String(error)),
    });
    await receiver.listenOn(27_400);
    const wished = [27_420, 27_440, 27_460, 27_480];
    await Promise.all(wished.map(receiver.listenOn));
    expect(receiver.port()).toBe(27_480);
    const served = async (port: number) =>
      (await fetch(`http://127.0.0.1:${port}/`).catch(() => null)) !== null;
    expect(await Promise.all([27_400, ...wished].map(served))).toEqual([false, false, false, false, true]);
    await Promise.all([receiver.listenOn(27_420), receiver.close()]);
    expect(await Promise.all([27_400, ...wished].map(served))).toEqual([false, false, false, false, false]);
  });

  test("a port that may not be used is a problem with a remedy", async () => {
    const states: object[] = [];
    const receiver = createReceiver(notFound, {
      onState: (state) => states.push(state),
      onConnection,
      onFault() {},
    });
    await receiver.listenOn(70_000);
    expect(states).toMatchObject([{ state: "failed", problem: { code: "port-refused" } }]);
  });
});
