import { DBusError, Message, type MessageBus } from "@jellybrick/dbus-next";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { createSessionBus, theBus } from "../../../main/desktop/session-bus.ts";
import { bodiesOf } from "../../support/dbus/arbitrary.ts";
import { bigEndianClient } from "../../support/dbus/peer.ts";
import { aBus } from "../../support/dbus/real-bus.ts";
import { call, connectBus, sendSignal, sendWithoutDescriptor } from "../../support/desktop/bus.ts";
import type { Env } from "../../support/desktop/child.ts";
import { patienceMs } from "../../support/patience.ts";

const followed = {
  destination: "org.example.Followed",
  path: "/org/example",
  interface: "org.example.Followed",
};
const patience = { timeout: patienceMs };
const signalled = (member: string, signature: string, ...body: unknown[]) => {
  const { path, interface: of } = followed;
  return { path, interface: of, member, signature, body };
};

async function aClient(env: Env): Promise<MessageBus> {
  const bus = await connectBus(env);
  onTestFinished(() => bus.disconnect());
  return bus;
}

/** Bookbell's own client, and what it was told. */
function ours({ DBUS_SESSION_BUS_ADDRESS: address }: Env) {
  const owners: string[] = [];
  const signals: [string, readonly unknown[]][] = [];
  const { call, owner } = createSessionBus({
    address,
    followed,
    onOwner: (owner) => owners.push(owner),
    onSignal: (member, body) => signals.push([member, body]),
  });
  return { call, owner, owners, signals };
}

/** A program that answers whatever it is asked with what it was sent; its library reads and writes that its own way. */
async function anEcho(env: Env) {
  const bus = await aClient(env);
  const callers: string[] = [];
  bus.addMethodHandler((message) => {
    if (message.path !== followed.path) return false;
    callers.push(message.sender);
    bus.send(Message.newMethodReturn(message, message.signature, message.body));
    return true;
  });
  await bus.requestName(followed.destination, 0);
  return { bus, callers };
}

test("another library reads what Bookbell writes, and the other way round", async () => {
  const env = await aBus();
  await anEcho(env);
  const { call } = ours(env);
  // dbus-next 0.11 keeps dictionaries as objects, gives file descriptors numbers of its own, and refuses infinity and
  // the least of 64 bits.
  await fc.assert(
    fc.asyncProperty(bodiesOf("ybnqiutsog", "o"), async ({ signature, body }) => {
      expect(await call(followed, "Echo", signature, ...body)).toEqual(body);
    }),
  );
});

test("signals and answers are read in the other byte order, too", async () => {
  const env = await aBus();
  const { call, owner, signals } = ours(env);
  const address = String(env.DBUS_SESSION_BUS_ADDRESS);
  const other = await bigEndianClient(address, followed.destination, (message, peer) => {
    if (message.member === "Ask")
      peer.answer(message, "sa{sv}", ["yes", new Map([["n", { signature: "u", value: 258 }]])]);
  });
  await vi.waitFor(async () => expect(await owner()).toMatch(/^:/), patience);
  expect(await call(followed, "Ask", "s", "?")).toEqual([
    "yes",
    new Map([["n", { signature: "u", value: 258 }]]),
  ]);
  other.send({
    kind: 4,
    fields: {
      1: { signature: "o", value: followed.path },
      2: { signature: "s", value: followed.interface },
      3: { signature: "s", value: "Pressed" },
    },
    signature: "us",
    body: [0x01020304, "key"],
  });
  await vi.waitFor(() => expect(signals).toEqual([["Pressed", [0x01020304, "key"]]]), patience);
});

test("what other programs send straight to Bookbell breaks nothing: descriptors, very long ones, many", async () => {
  const env = await aBus();
  const { bus, callers } = await anEcho(env);
  const { call, signals } = ours(env);
  await call(followed, "Echo");
  const name = String(callers[0]);

  const stranger = await aClient(env);
  await sendWithoutDescriptor(env, name);
  await sendSignal(stranger, name, signalled("Long", "ay", Buffer.alloc(1_000_000)));
  await sendSignal(stranger, name, { ...signalled("Long", ""), path: `/${"a".repeat(100_000)}` });
  for (let i = 0; i < 5_000; i++) await sendSignal(stranger, name, signalled("Many", "s", "x".repeat(1_000)));
  await sendSignal(bus, name, signalled("Long", "ay", Buffer.alloc(1_000_000)));
  await sendSignal(bus, name, signalled("Pressed", "us", 1, "key"));
  await vi.waitFor(() => expect(signals).toEqual([["Pressed", [1, "key"]]]), patience);
  await call(followed, "Echo");
  expect(callers).toEqual([name, name]);
});

test("what Bookbell is asked is answered: there is no such method", async () => {
  const env = await aBus();
  const { callers } = await anEcho(env);
  await ours(env).call(followed, "Echo");
  const destination = String(callers[0]);
  const asked = call(await aClient(env), { ...followed, destination }, "Ask", "s", "?");
  await expect(asked).rejects.toThrow(DBusError);
  await expect(asked).rejects.toMatchObject({ type: "org.freedesktop.DBus.Error.UnknownMethod" });
});

test("the owner is known, and whoever comes and goes is told", async () => {
  const env = await aBus();
  const { call, owner, owners } = ours(env);
  expect(await owner()).toBe("");
  await expect(call(followed, "Echo")).rejects.toThrow("org.freedesktop.DBus.Error.ServiceUnknown");
  const { bus } = await anEcho(env);
  await vi.waitFor(() => expect(owners).toEqual([bus.name]), patience);
  expect(await owner()).toBe(bus.name);
  bus.disconnect();
  await vi.waitFor(() => expect(owners).toEqual([bus.name, ""]), patience);
  expect(await owner()).toBe("");
});

test("an answer too long to keep is a refusal, and the next one is heard", async () => {
  const env = await aBus();
  await anEcho(env);
  const { call } = ours(env);
  const long = Array(100_000).fill(1);
  await expect(call(followed, "Echo", "ay", long)).rejects.toThrow("InconsistentMessage");
  expect(await call(followed, "Echo", "s", "short")).toEqual(["short"]);
});

test("a value that is not of its type is not sent, and the connection stays", async () => {
  const env = await aBus();
  const { callers } = await anEcho(env);
  const { call } = ours(env);
  await call(followed, "Echo");
  await expect(call(followed, "Echo", "s", "a\0b")).rejects.toThrow("bad text");
  await call(theBus, "GetId");
  await call(followed, "Echo");
  expect(new Set(callers).size).toBe(1);
});

test("of several addresses the first that leads to a bus is taken", async () => {
  const { DBUS_SESSION_BUS_ADDRESS: there } = await aBus();
  const address = `tcp:host=localhost;unix:abstract=not-there;unix:path=/not/there;${there}`;
  const [id] = await ours({ DBUS_SESSION_BUS_ADDRESS: address }).call(theBus, "GetId");
  expect(id).toMatch(/^[0-9a-f]{32}$/);
});
