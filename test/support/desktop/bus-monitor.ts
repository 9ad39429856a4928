import { Child, type Env } from "./child.ts";

/** A message as it went over the bus. */
export interface BusMessage {
  readonly type: "method_call" | "method_return" | "error" | "signal";
  readonly member: string | undefined;
  readonly sender: string;
  readonly destination: string | undefined;
  /** The sender's number for it, which an answer repeats as `answers`. */
  readonly serial: number;
  readonly answers: number | undefined;
  /** When the monitor had it, in milliseconds since 1970, with fractions. */
  readonly at: number;
  readonly body: readonly unknown[];
}

/** Reads the session bus along; one rule in the bus's own syntax for each kind of message wanted. */
export async function monitorBus(
  env: Env,
  rules: readonly string[],
  onMessage: (message: BusMessage) => void,
): Promise<Child> {
  const matches = rules.map((rule) => `--match=${rule}`);
  const address = `--address=${env.DBUS_SESSION_BUS_ADDRESS}`;
  // A process of its own: the time of arrival doesn't suffer from a busy test process.
  const child = new Child("busctl", [address, "--json=short", ...matches, "monitor"], env, (line) =>
    onMessage(messageOf(JSON.parse(line))),
  );
  await child.printed(/^Monitoring bus message stream/);
  return child;
}

interface Line {
  readonly type: BusMessage["type"];
  readonly member?: string;
  readonly sender: string;
  readonly destination?: string;
  readonly cookie: number;
  readonly reply_cookie?: number;
  readonly "timestamp-realtime": number;
  readonly payload: { readonly data: readonly unknown[] };
}

function messageOf(line: Line): BusMessage {
  return {
    type: line.type,
    member: line.member,
    sender: line.sender,
    destination: line.destination,
    serial: line.cookie,
    answers: line.reply_cookie,
    at: line["timestamp-realtime"] / 1000,
    body: line.payload.data,
  };
}
