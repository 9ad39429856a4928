import type { Socket } from "node:net";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Incoming } from "../../../main/desktop/dbus/message.ts";
import { createSessionBus, NoAnswer } from "../../../main/desktop/session-bus.ts";
import { type Peer, playBus, politely } from "../../support/dbus/peer.ts";
import { deferred } from "../../support/deferred.ts";
import { patienceMs } from "../../support/patience.ts";

const followed = { destination: "org.example.Followed", path: "/org/example", interface: "org.example" };
const patience = { timeout: patienceMs };
const text = (value: string) => ({ signature: "s", value });
const path = { signature: "o", value: followed.path };
const signal = { kind: 4, fields: { 1: path, 2: text("org.example"), 3: text("Pressed"), 7: text(":1.9") } };

/** Bookbell's client, and the signals that it hears. */
function listening(address: string) {
  const signals: string[] = [];
  const bus = createSessionBus({
    address,
    followed,
    onOwner() {},
    onSignal: (member) => signals.push(member),
  });
  return { bus, signals };
}

/** Bookbell's client on a bus that is played; `hears` is told of what it asks the program that it follows. */
async function onPlayedBus(hears: (call: Incoming, peer: Peer) => void, greets?: (socket: Socket) => void) {
  const { address, peers } = await playBus((message, peer) => {
    politely(message, peer);
    if (message.member === "Ask") hears(message, peer);
  }, greets);
  const { bus, signals } = listening(address);
  return { ask: () => bus.call(followed, "Ask", "s", "?"), peers, signals };
}

describe("when nothing comes back", () => {
  const tenSeconds = 10_000;
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));

  test("to Hello, that is an error, and not taken for a program that hangs", async () => {
    const asked = deferred();
    const { address } = await playBus(() => asked.resolve());
    const bus = createSessionBus({ address, followed, onOwner() {} });
    const failed = bus.owner().catch((error: unknown) => error);
    await asked.promise;
    await vi.advanceTimersByTimeAsync(tenSeconds);
    expect(await failed).toMatchObject({ message: "The session bus does not answer." });
  });

  test("to the first word, that is an error after ten seconds, and it is tried anew", async () => {
    let heard = deferred();
    const { ask, peers } = await onPlayedBus(
      () => {},
      () => heard.resolve(),
    );
    for (const count of [1, 2]) {
      heard = deferred();
      const failed = expect(ask()).rejects.toThrow("The session bus does not answer.");
      await heard.promise;
      await vi.advanceTimersByTimeAsync(tenSeconds);
      await failed;
      expect(peers).toHaveLength(count);
    }
  });

  /** A call of which it was told that nothing came back, and who did not answer it. */
  async function unanswered() {
    const asked = deferred<[Incoming, Peer]>();
    const { ask } = await onPlayedBus((...heard) => asked.resolve(heard));
    const failed = ask().catch((error: unknown) => error);
    const [call, peer] = await asked.promise;
    await vi.advanceTimersByTimeAsync(tenSeconds);
    const error = await failed;
    expect(error).toBeInstanceOf(NoAnswer);
    return { late: (error as NoAnswer).late, call, peer };
  }

  test("to a call, that is told after ten seconds, and the answer counts when it comes", async () => {
    const { late, call, peer } = await unanswered();
    peer.answer(call, "s", ["late"], ":1.9");
    expect(await late).toEqual(["late"]);
  });

  test("and the connection ends then, waiting ends, too", async () => {
    const { late, peer } = await unanswered();
    peer.socket.destroy();
    await expect(late).rejects.toThrow("has ended");
  });
});

test.each<[string, (call: Incoming, peer: Peer) => void]>([
  ["cuts the connection", (_, { socket }) => socket.destroy()],
  ["ends it", (_, { socket }) => socket.end()],
  ["sends what is no message", (_, { socket }) => socket.write("HTTP/1.1 400 Bad Request\r\n\r\n")],
  ["sends a message that breaks the rules", (_, { send }) => send({ kind: 4, fields: {} })],
  [
    "sends one that is far too long",
    (_, { socket }) => socket.write(Buffer.from("6c0401010000000f0100000000000000", "hex")),
  ],
])(
  "when the bus %s, whoever waits is told, and the next call makes another connection",
  async (_, breaks) => {
    let broken = false;
    const { ask, peers } = await onPlayedBus((call, peer) => {
      if (broken) return peer.answer(call, "s", ["well"], ":1.9");
      broken = true;
      breaks(call, peer);
    });
    await expect(Promise.all([ask(), ask()])).rejects.toThrow("The connection to the session bus has ended.");
    expect(await ask()).toEqual(["well"]);
    expect(peers).toHaveLength(2);
  },
);

test("a bus that does not let Bookbell in is none", async () => {
  const { ask } = await onPlayedBus(
    () => {},
    (socket) => void socket.write("REJECTED DBUS_COOKIE_SHA1\r\n"),
  );
  await expect(ask()).rejects.toThrow("has ended");
});

test("only who was asked can answer, or the bus for it", async () => {
  const { address } = await playBus((message, peer) => {
    politely(message, peer);
    if (message.member !== "Ask") return;
    const forged = message.destination === ":1.9" ? ":1.10" : "org.example.Other";
    peer.answer(message, "s", ["forged"], forged);
    peer.answer(message, "s", ["forged"], "");
    peer.answer({ ...message, serial: message.serial + 1000 }, "s", ["another"], ":1.9");
    peer.answer(message, "s", ["true"], ":1.9");
  });
  const bus = createSessionBus({ address, followed, onOwner() {} });
  expect(await bus.call(followed, "Ask", "s", "?")).toEqual(["true"]);
  expect(await bus.call({ ...followed, destination: ":1.9" }, "Ask", "s", "?")).toEqual(["true"]);
});

test("an answer and a signal that break the rules of their signature harm none but themselves", async () => {
  const { ask, signals } = await onPlayedBus((call, peer) => {
    peer.send({ ...signal, signature: "b", body: [2] });
    peer.answer(call, "b", [2], ":1.9");
    peer.send(signal);
  });
  await expect(ask()).rejects.toThrow("InconsistentMessage");
  await vi.waitFor(() => expect(signals).toEqual(["Pressed"]), patience);
});

test("a call that wants no answer gets none, one that does is told that there is no such method", async () => {
  const answers: Incoming[] = [];
  const { address, peers } = await playBus((message, peer) => {
    politely(message, peer);
    if (message.kind === 3) answers.push(message);
  });
  await createSessionBus({ address, followed, onOwner() {} }).owner();
  const fields = { 1: path, 3: text("Ask"), 7: text(":1.10") };
  peers[0]?.send({ kind: 1, flags: 1, fields });
  peers[0]?.send({ kind: 1, fields });
  await vi.waitFor(() => expect(answers).toHaveLength(1), patience);
  // The bus has said four things before: three answers, and the call that wants none.
  expect(answers[0]).toMatchObject({
    replySerial: 5,
    destination: ":1.10",
    errorName: "org.freedesktop.DBus.Error.UnknownMethod",
  });
});

test("calls by the thousand are not all answered while the bus takes nothing, and signals still come", async () => {
  const many = 20_000;
  let answers = 0;
  const { address, peers } = await playBus((message, peer) => {
    politely(message, peer);
    if (message.kind === 3) answers++;
  });
  const { bus, signals } = listening(address);
  await bus.owner();
  const [peer] = peers as [Peer];
  peer.socket.pause();
  for (let i = 0; i < many; i++)
    peer.send({ kind: 1, fields: { 1: path, 3: text("Ask"), 7: text(":1.10") } });
  peer.send(signal);
  await vi.waitFor(() => expect(signals).toEqual(["Pressed"]), patience);
  peer.socket.resume();
  expect(
    await bus.call({ ...followed, destination: "org.freedesktop.DBus" }, "GetNameOwner", "s", "x"),
  ).toEqual([":1.9"]);
  expect(answers).toBeGreaterThan(0);
  expect(answers).toBeLessThan(many / 2);
});
