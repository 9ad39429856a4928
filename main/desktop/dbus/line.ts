import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { socketPaths } from "./address.ts";
import { createFraming } from "./framing.ts";
import { createHandshake } from "./handshake.ts";
import { inTime } from "./in-time.ts";
import { decode, type Incoming } from "./message.ts";
import { WireError } from "./signature.ts";

interface LineParts {
  onMessage(message: Incoming): void;
  /** Nothing more comes, and nothing goes. */
  onEnd(reason: Error): void;
}

/**
 * A line to the first bus of that address that is there, on which this user was let in; messages go over it.
 * @throws Error when none is there, or does not let us in within 10 s
 */
export async function openLine(address: string, { onMessage, onEnd }: LineParts): Promise<Socket> {
  const socket = await openFirst(socketPaths(address));
  const letIn = new Promise<void>((resolve, reject) => {
    const handshake = createHandshake(process.getuid?.() ?? 0);
    const frame = createFraming((bytes) => onMessage(decode(bytes)));
    let take = (piece: Buffer) => {
      const rest = handshake.take(piece);
      if (!rest) return;
      take = frame;
      socket.write(handshake.begin);
      resolve();
      frame(rest);
    };
    socket.on("data", (piece) => {
      try {
        take(piece);
      } catch (error) {
        // After what is no message nobody knows where the next one begins.
        if (!(error instanceof WireError)) throw error;
        socket.destroy(error);
      }
    });
    let cause: Error | undefined;
    // An error that nobody listens to would end Bookbell.
    socket.on("error", (error) => {
      cause = error;
    });
    socket.on("close", () => {
      const reason = new Error("The connection to the session bus has ended.", { cause });
      onEnd(reason);
      reject(reason);
    });
    socket.write(handshake.greeting);
  });
  try {
    await inTime(letIn, () => new Error("The session bus does not answer."));
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return socket;
}

async function openFirst(paths: readonly string[]): Promise<Socket> {
  let cause: unknown;
  for (const path of paths) {
    const socket = connect(path);
    try {
      await once(socket, "connect");
      return socket;
    } catch (error) {
      cause = error;
    }
  }
  throw new Error("There is no session bus.", { cause });
}
