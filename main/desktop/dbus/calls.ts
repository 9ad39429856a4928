import { inTime } from "./in-time.ts";
import { type Incoming, kinds } from "./message.ts";

/** An interface of an object of another program on the bus. */
export interface Remote {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
}

/** The bus itself, which knows who is there. */
export const theBus: Remote = {
  destination: "org.freedesktop.DBus",
  path: "/org/freedesktop/DBus",
  interface: "org.freedesktop.DBus",
};

/** The program answered that it cannot, or there is no such program: the bus itself is well. */
export class DBusError extends Error {
  constructor(name: string, text: unknown) {
    super(typeof text === "string" ? `${name}: ${text}` : name);
  }
}

/** Nothing came back in time: the other program hangs. */
export class NoAnswer extends Error {
  /** Its answer, should it go on; rejected when the connection ends. */
  readonly late: Promise<unknown[]>;
  constructor(late: Promise<unknown[]>) {
    super("No answer on the session bus.");
    this.late = late;
  }
}

interface Waiting {
  readonly destination: string;
  resolve(body: unknown[]): void;
  reject(reason: Error): void;
}

/** The calls that wait for their answers, by the numbers of their messages. */
export function createCalls() {
  const waiting = new Map<number, Waiting>();
  let gone: Error | null = null;
  return {
    /** The answer to that call; rejected with DBusError, with NoAnswer after 10 s, or with what `end` was given. */
    wait(serial: number, destination: string): Promise<unknown[]> {
      const answer = new Promise<unknown[]>((resolve, reject) => {
        if (gone) reject(gone);
        else waiting.set(serial, { destination, resolve, reject });
      });
      return inTime(answer, () => new NoAnswer(answer));
    },
    answered({ replySerial = 0, kind, sender = "", errorName = "", body }: Incoming): void {
      const call = waiting.get(replySerial);
      if (!call || !mayAnswer(sender, call.destination)) return;
      waiting.delete(replySerial);
      const values = body();
      if (kind === kinds.error) call.reject(new DBusError(errorName, values?.[0]));
      else if (values) call.resolve(values);
      else call.reject(new DBusError("org.freedesktop.DBus.Error.InconsistentMessage", "It cannot be read."));
    },
    /** There will be no more answers. */
    end(reason: Error): void {
      gone = reason;
      for (const call of waiting.values()) call.reject(reason);
      waiting.clear();
    },
  };
}

/** The bus speaks for whoever is not there; a program is called by a name of its choice, and answers by the bus's for it. */
function mayAnswer(sender: string, destination: string): boolean {
  if (sender === theBus.destination || sender === destination) return true;
  return sender.startsWith(":") && !destination.startsWith(":") && destination !== theBus.destination;
}
