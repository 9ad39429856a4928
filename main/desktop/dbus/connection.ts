import { createCalls, type Remote } from "./calls.ts";
import { openLine } from "./line.ts";
import { encode, type Incoming, kinds, noAnswerWanted } from "./message.ts";

interface ConnectionParts {
  /** A signal came, from whomever. */
  onSignal(signal: Incoming): void;
  /** It is gone, and whoever waited for an answer knows. */
  onEnd(): void;
}

/** While so many bytes wait for the bus to take them, what other programs ask stays unanswered. */
const mostUnsent = 64 * 1024;
const mostSerial = 0xffff_ffff;

/**
 * A connection to a bus, which wants to be called "Hello" first. Nothing is offered to other programs.
 * @throws Error when no bus is there, or it does not let us in within 10 s
 */
export async function connect(address: string, { onSignal, onEnd }: ConnectionParts) {
  const calls = createCalls();
  let lastSerial = 0;
  const line = await openLine(address, {
    onMessage(message) {
      const { kind } = message;
      if (kind === kinds.answer || kind === kinds.error) calls.answered(message);
      else if (kind === kinds.signal) onSignal(message);
      else if (kind === kinds.call) refuse(message);
    },
    onEnd(reason) {
      calls.end(reason);
      onEnd();
    },
  });

  function nextSerial(): number {
    lastSerial = (lastSerial % mostSerial) + 1;
    return lastSerial;
  }

  /**
   * Calls a method.
   * @throws DBusError, NoAnswer after 10 s, WireError for a value that is not of its type, Error when the connection ends
   */
  async function call(remote: Remote, member: string, signature = "", ...body: unknown[]) {
    const serial = nextSerial();
    const bytes = encode({ ...remote, member, signature, kind: kinds.call, serial }, body);
    const answer = calls.wait(serial, remote.destination);
    line.write(bytes);
    return answer;
  }

  /** Whoever asks is told that there is nothing, as the specification wants it. */
  function refuse({ flags = 0, serial, sender }: Incoming): void {
    if (flags & noAnswerWanted || !sender || line.writableLength > mostUnsent) return;
    const answer = { kind: kinds.error, flags: noAnswerWanted, serial: nextSerial(), replySerial: serial };
    const told = { errorName: "org.freedesktop.DBus.Error.UnknownMethod", signature: "s" };
    line.write(encode({ ...answer, ...told, destination: sender }, ["There is no such method."]));
  }

  return { call, close: () => void line.destroy() };
}
