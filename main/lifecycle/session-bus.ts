import type { EventEmitter } from "node:events";
import type { Readable } from "node:stream";
import { DBusError, Message, type MessageBus, sessionBus } from "@jellybrick/dbus-next";

/** An interface of an object of another program on the desktop's session bus. */
export interface Remote {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
}

export interface BusParts {
  /** As DBUS_SESSION_BUS_ADDRESS has it; undefined where there is no bus. */
  readonly address: string | undefined;
  /** Whose coming and going, and whose signals are wanted. */
  readonly followed: Remote;
  /** Another program owns its name now, by the name that no other ever has on this bus; "" = none does. */
  onOwner(owner: string): void;
  /** It sent a signal, from its path and interface. Anybody else's never get here. */
  onSignal?(member: string, body: readonly unknown[]): void;
}

/** The program answered that it cannot, or there is no such program: the bus itself is well. */
const isRefusal = (error: unknown) => error instanceof DBusError;

/** Nothing came back in time: the other program hangs. */
export class NoAnswer extends Error {
  /** Its answer, should it go on; pending for ever else. */
  readonly late: Promise<unknown[]>;
  constructor(late: Promise<unknown[]>) {
    super("No answer on the session bus.");
    this.late = late;
  }
}

const answerMs = 10_000;
/** The bus itself, which knows who is there. */
export const theBus: Remote = {
  destination: "org.freedesktop.DBus",
  path: "/org/freedesktop/DBus",
  interface: "org.freedesktop.DBus",
};

/** A connection to the session bus, made when first needed and made again when it broke. */
export function createSessionBus({ address, followed, onOwner, onSignal }: BusParts) {
  let connection: Promise<MessageBus> | null = null;

  async function connect(): Promise<MessageBus> {
    if (!address) throw new Error("There is no session bus.");
    const bus = sessionBus({ busAddress: address });
    const connected = new Promise<void>((resolve, reject) => {
      bus.on("connect", resolve);
      // Stays on: an error that nobody listens to would end Bookbell.
      (bus as EventEmitter).on("error", reject);
    });
    await inTime(connected, () => new Error("The session bus does not answer."));
    goOnReading(bus);
    await listen(bus);
    return bus;
  }

  /** A signal sent straight to Bookbell comes in whatever the match rules, so each is looked at here again. */
  async function listen(bus: MessageBus): Promise<void> {
    let owner: string | null = null;
    bus.on("message", (message: Message) => {
      const { sender, member, body, type } = message;
      if (type !== signal || !sender || !member) return;
      if (sender === theBus.destination) {
        if (!isFrom(message, theBus) || member !== ownerChanged || body[0] !== followed.destination) return;
        owner = String(body[2]);
        onOwner(owner);
      } else if (sender === owner && isFrom(message, followed)) {
        // Both come at once when Bookbell was busy: whoever waits for an answer that came before it has it first.
        setImmediate(() => onSignal?.(member, body));
      }
    });
    const { destination } = followed;
    const rules = [`${ruleFor(theBus)},member='${ownerChanged}',arg0='${destination}'`];
    if (onSignal) rules.push(ruleFor(followed));
    for (const rule of rules) await ask(bus, theBus, "AddMatch", "s", rule);
    const [now] = await ask(bus, theBus, "GetNameOwner", "s", destination).catch(nobody);
    // What was heard of meanwhile is at least as new.
    owner ??= String(now);
  }

  return {
    /**
     * Calls a method; settles within 10 s.
     * @throws DBusError when the other program refuses or is not there, NoAnswer, or any other error when there is no bus.
     */
    async call(remote: Remote, member: string, signature = "", ...body: unknown[]): Promise<unknown[]> {
      connection ??= connect();
      const current = connection;
      try {
        return await ask(await current, remote, member, signature, ...body);
      } catch (error) {
        if (!isRefusal(error) && !(error instanceof NoAnswer) && connection === current) connection = null;
        throw error;
      }
    },
  };
}

const signal = 4;
const ownerChanged = "NameOwnerChanged";

const isFrom = (message: Message, remote: Remote) =>
  message.path === remote.path && message.interface === remote.interface;
const ruleFor = (remote: Remote) =>
  `type='signal',sender='${remote.destination}',path='${remote.path}',interface='${remote.interface}'`;

/**
 * dbus-next 0.11 throws while it reads a message that speaks of a file descriptor and brings none, which any program
 * may send; Bookbell would end by that. It has then taken the message off the stream, so the next one can be read.
 */
function goOnReading(bus: MessageBus): void {
  const { stream } = (bus as unknown as { _connection: { stream: Readable } })._connection;
  for (const read of stream.listeners("readable")) {
    stream.off("readable", read as () => void);
    stream.on("readable", function again() {
      try {
        read.call(stream);
      } catch {
        again();
      }
    });
  }
}

function nobody(error: unknown): [string] {
  if (isRefusal(error)) return [""];
  throw error;
}

function ask(bus: MessageBus, remote: Remote, member: string, signature: string, ...body: unknown[]) {
  const call = bus.call(new Message({ ...remote, member, signature, body }));
  const answer = call.then((message) => message?.body ?? []);
  return inTime(answer, () => new NoAnswer(answer));
}

/** dbus-next 0.11 leaves a call pending for ever when nobody answers, or the connection is cut. */
function inTime<T>(promise: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(late()), answerMs);
    promise.then(resolve, reject).finally(() => clearTimeout(deadline));
  });
}
