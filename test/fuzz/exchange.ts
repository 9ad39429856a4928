import { connect } from "node:net";
import { patienceMs } from "../support/patience.ts";
import type { Random } from "../support/random.ts";

/** What goes over one connection, byte for byte. */
export interface Exchange {
  /** Sent as so many writes, each in a turn of its own. */
  readonly bytes: readonly Buffer[];
  /** Then that many answers are waited for, or the sender hangs up, in order or abruptly. */
  readonly after: number | "end" | "destroy";
}

/** Sends it; resolves with the status of each answer once the connection is closed. */
export function exchange(port: number, { bytes, after }: Exchange): Promise<number[]> {
  return new Promise((resolve, reject) => {
    let answers = "";
    const statuses = () =>
      [...answers.matchAll(/^HTTP\/1\.1 (\d+) /gm)]
        .map(([, status]) => Number(status))
        .filter((one) => one >= 200);
    const socket = connect(port, "127.0.0.1");
    const late = setTimeout(() => {
      socket.destroy();
      reject(new Error(`No end of ${JSON.stringify(bytes[0]?.subarray(0, 300).toString("latin1"))}`));
    }, patienceMs);
    socket.on("data", (data) => {
      answers += data;
      if (typeof after === "number" && statuses().length >= after) socket.destroy();
    });
    // Being cut off is an answer too.
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(late);
      resolve(statuses());
    });
    const write = ([first, ...rest]: readonly Buffer[]) => {
      if (socket.destroyed) return;
      if (first) socket.write(first, () => setImmediate(write, rest));
      else if (after === "end") socket.end();
      else if (after === "destroy") socket.destroy();
    };
    socket.on("connect", () => write(bytes));
  });
}

/** A complete POST, which has one answer. */
export function posted(path: string, body: Buffer, headers = ["Content-Type: application/json"]) {
  const lines = [`POST ${path} HTTP/1.1`, "Host: x", ...headers, `Content-Length: ${body.length}`];
  const bytes = Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), body]);
  return { bytes: [bytes] as [Buffer], after: 1 };
}

/** The same bytes in a few writes. */
export function inPieces(bytes: Buffer, random: Random): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + random.below(random.chance(0.5) ? 20 : bytes.length);
    // Not for ever in tiny steps: slow senders have a test of their own.
    pieces.push(bytes.subarray(at, pieces.length < 8 ? at + length : bytes.length));
    at += pieces.at(-1)?.length ?? 0;
  }
  return pieces;
}
