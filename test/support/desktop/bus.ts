import { execFile } from "node:child_process";
import { type EventEmitter, once } from "node:events";
import { promisify } from "node:util";
import { Message, type MessageBus, MessageType, sessionBus } from "@jellybrick/dbus-next";
import { patienceMs } from "../patience.ts";
import { Changes, within } from "./changes.ts";
import type { Env } from "./child.ts";

/** An interface of an object of a program on the bus. */
export interface Remote {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
}

/** A signal; its body has one value for each type of the signature. */
export interface Signal {
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature: string;
  readonly body: unknown[];
}

/** The bus itself. */
export const theBus: Remote = {
  destination: "org.freedesktop.DBus",
  path: "/org/freedesktop/DBus",
  interface: "org.freedesktop.DBus",
};

/** A connection to the desktop's session bus. */
export async function connectBus(env: Env): Promise<MessageBus> {
  const busAddress = env.DBUS_SESSION_BUS_ADDRESS;
  if (!busAddress) throw new Error("This environment names no session bus");
  const bus = sessionBus({ busAddress });
  // Without a listener a bus that ends before its clients would end the test process.
  (bus as EventEmitter).on("error", () => undefined);
  await within(once(bus, "connect"), patienceMs, "No connection to the session bus");
  return bus;
}

/** Calls a method and returns what it answers. */
export async function call(
  bus: MessageBus,
  remote: Remote,
  member: string,
  signature = "",
  ...body: unknown[]
): Promise<unknown[]> {
  const answer = bus.call(new Message({ ...remote, member, signature, body }));
  // The library leaves calls pending for ever when the connection is cut.
  const message = await within(answer, patienceMs, `No answer to ${remote.interface}.${member}`);
  return message?.body ?? [];
}

/** Sends a signal straight to one program; settles once it is on its way there, before whatever is sent after. */
export async function sendSignal(bus: MessageBus, destination: string, signal: Signal): Promise<void> {
  bus.send(new Message({ ...signal, type: MessageType.SIGNAL, destination }));
  await call(bus, theBus, "GetId");
}

/** Sends a signal to one program that speaks of a file descriptor and brings none. */
export async function sendWithoutDescriptor(env: Env, destination: string): Promise<void> {
  const signal = ["--object-path", "/made/up", "--signal", "made.up.Signal", "handle 0"];
  await promisify(execFile)("gdbus", ["emit", "--session", "--dest", destination, ...signal], { env });
}

/** The names that the bus itself gave to the connections of that process. */
export async function connectionsOf(bus: MessageBus, pid: number): Promise<string[]> {
  const [names] = await call(bus, theBus, "ListNames");
  const unique = (names as string[]).filter((name) => name.startsWith(":"));
  const pids = await Promise.all(
    unique.map((name) => call(bus, theBus, "GetConnectionUnixProcessID", "s", name)),
  );
  return unique.filter((_, index) => pids[index]?.[0] === pid);
}

/** The value of a property. */
export async function property(bus: MessageBus, remote: Remote, name: string): Promise<unknown> {
  const properties = { ...remote, interface: "org.freedesktop.DBus.Properties" };
  const [variant] = await call(bus, properties, "Get", "ss", remote.interface, name);
  return unwrap(variant);
}

/** A variant's value; anything else as it is. */
export function unwrap(value: unknown): unknown {
  const isVariant = typeof value === "object" && value !== null && "signature" in value && "value" in value;
  return isVariant ? value.value : value;
}

/** Ends the desktop's session bus without a word, as a crash would. */
export async function killBus(env: Env): Promise<void> {
  const bus = await connectBus(env);
  const [pid] = await call(bus, theBus, "GetConnectionUnixProcessID", "s", theBus.destination);
  process.kill(Number(pid), "SIGKILL");
}

/** Tells of names that get another owner, or none (""); `rule` narrows it down as in a match rule. */
export async function watchNames(
  bus: MessageBus,
  rule: string,
  changed: (name: string, owner: string) => void,
): Promise<void> {
  bus.on("message", ({ member, sender, body }) => {
    if (member === "NameOwnerChanged" && sender === theBus.destination)
      changed(String(body[0]), String(body[2]));
  });
  const match = `type='signal',sender='${theBus.destination}',member='NameOwnerChanged',${rule}`;
  await call(bus, theBus, "AddMatch", "s", match);
}

/** Settles as soon as somebody owns that name. */
export async function nameOwned(env: Env, name: string): Promise<void> {
  const bus = await connectBus(env);
  const changes = new Changes();
  let owned = false;
  try {
    await watchNames(bus, `arg0='${name}'`, (_, owner) => {
      owned = owner !== "";
      changes.announce();
    });
    const [alreadyOwned] = await call(bus, theBus, "NameHasOwner", "s", name);
    owned ||= alreadyOwned === true;
    await changes.until(
      () => owned || undefined,
      patienceMs,
      () => `Nobody owns ${name}`,
    );
  } finally {
    bus.disconnect();
  }
}
