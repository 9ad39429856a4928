import { DBusError, type Remote, theBus } from "./dbus/calls.ts";
import { connect } from "./dbus/connection.ts";
import type { Incoming } from "./dbus/message.ts";

export { NoAnswer, type Remote, theBus } from "./dbus/calls.ts";

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

type Following = Awaited<ReturnType<typeof follow>>;

/** A connection to the session bus, made when first needed and made again when it broke. */
export function createSessionBus(parts: BusParts) {
  let current: Promise<Following> | null = null;

  function connected(): Promise<Following> {
    if (current) return current;
    const forget = () => {
      if (current === mine) current = null;
    };
    const mine = follow(parts, forget);
    mine.catch(forget);
    current = mine;
    return mine;
  }

  return {
    /**
     * Calls a method; settles within 10 s, and 10 s for each step of connecting.
     * @throws DBusError when the other program refuses or is not there, NoAnswer, or any other error when there is no bus.
     */
    async call(remote: Remote, member: string, signature = "", ...body: unknown[]): Promise<unknown[]> {
      return (await connected()).call(remote, member, signature, ...body);
    },
    /**
     * Who owns the followed name now, as `onOwner` has it.
     * @throws Error when there is no bus
     */
    async owner(): Promise<string> {
      return (await connected()).owner();
    },
  };
}

/** A signal sent straight to Bookbell comes in whatever the match rules, so each is looked at here again. */
async function follow({ address, followed, onOwner, onSignal }: BusParts, onEnd: () => void) {
  if (!address) throw new Error("There is no session bus.");
  let owner: string | null = null;

  function heard(signal: Incoming): void {
    const { sender, member = "" } = signal;
    if (sender === theBus.destination) {
      if (isFrom(signal, theBus) && member === ownerChanged) changed(signal.body() ?? []);
    } else if (onSignal && sender === owner && isFrom(signal, followed)) {
      const body = signal.body();
      // Both come at once when Bookbell was busy: whoever waits for an answer that came before it has it first.
      if (body) setImmediate(onSignal, member, body);
    }
  }

  function changed([name, , now]: readonly unknown[]): void {
    if (name !== followed.destination) return;
    owner = String(now);
    onOwner(owner);
  }

  const { call, close } = await connect(address, { onSignal: heard, onEnd });
  const { destination } = followed;
  try {
    await call(theBus, "Hello");
    const rules = [`${ruleFor(theBus)},member='${ownerChanged}',arg0='${destination}'`];
    if (onSignal) rules.push(ruleFor(followed));
    for (const rule of rules) await call(theBus, "AddMatch", "s", rule);
    const [now] = await call(theBus, "GetNameOwner", "s", destination).catch(nobody);
    // What was heard of meanwhile is at least as new.
    owner ??= String(now);
  } catch (cause) {
    close();
    throw new Error("The session bus does not answer.", { cause });
  }
  return { call, owner: () => owner ?? "" };
}

const ownerChanged = "NameOwnerChanged";

const isFrom = (signal: Incoming, remote: Remote) =>
  signal.path === remote.path && signal.interface === remote.interface;
const ruleFor = (remote: Remote) =>
  `type='signal',sender='${remote.destination}',path='${remote.path}',interface='${remote.interface}'`;

function nobody(error: unknown): [string] {
  if (error instanceof DBusError) return [""];
  throw error;
}
