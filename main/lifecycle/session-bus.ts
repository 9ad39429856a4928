import type { EventEmitter } from "node:events";
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
  /** The signals wanted, as match rules. */
  readonly rules: readonly string[];
  onSignal(member: string, body: readonly unknown[]): void;
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
export function createSessionBus({ address, rules, onSignal }: BusParts) {
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
    bus.on("message", ({ sender, member, body, type }: Message) => {
      if (type === signal && sender && member) onSignal(member, body);
    });
    for (const rule of rules) await ask(bus, theBus, "AddMatch", "s", rule);
    return bus;
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
