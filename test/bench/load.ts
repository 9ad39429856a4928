import { connect, type Socket } from "node:net";
import { setImmediate } from "node:timers/promises";

export interface Sent {
  /** From the first byte sent to the answer's last, each in milliseconds. */
  readonly latencies: readonly number[];
  readonly perSecond: number;
}

/** Keep-alive connections to a server, to send over again and again. */
export interface Line {
  /** Sends requests, on each connection the next when the last is answered. */
  send(requests: readonly Buffer[]): Promise<Sent>;
  close(): void;
}

/**
 * Plain sockets and ready-made bytes: on two cores an HTTP client would take from the server what is to be measured.
 */
export async function openLine(port: number, connections: number): Promise<Line> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  // Not while the last connections are still being accepted.
  await setImmediate();
  return {
    send: (requests) => sendOver(sockets, requests),
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Sends requests over so many connections that are opened for them. */
export async function send(port: number, requests: readonly Buffer[], connections: number): Promise<Sent> {
  const line = await openLine(port, connections);
  const sent = await line.send(requests);
  line.close();
  return sent;
}

async function sendOver(sockets: readonly Socket[], requests: readonly Buffer[]): Promise<Sent> {
  const latencies: number[] = [];
  const queue = requests.values();
  const begun = performance.now();
  await Promise.all(
    sockets.map(async (socket) => {
      for (const request of queue) {
        const sent = performance.now();
        await exchange(socket, request);
        latencies.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  return { latencies, perSecond: requests.length / seconds };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => {
      socket.off("error", reject);
      resolve(socket);
    });
    socket.once("error", reject);
  });
}

/** @throws unless the answer is 204, which has no body: it ends with the empty line. */
function exchange(socket: Socket, request: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.destroyed) reject(new Error("The connection was closed before."));
    let answer = "";
    const onData = (data: Buffer) => {
      answer += data.toString("latin1");
      if (!answer.endsWith("\r\n\r\n")) return;
      settle();
      if (answer.startsWith("HTTP/1.1 204")) resolve();
      else reject(new Error(`Not stored: ${answer}`));
    };
    const onEnd = () => {
      settle();
      reject(new Error(`The connection was closed after "${answer}".`));
    };
    const settle = () => socket.off("data", onData).off("close", onEnd).off("error", onEnd);
    socket.on("data", onData).once("close", onEnd).once("error", onEnd).write(request);
  });
}
