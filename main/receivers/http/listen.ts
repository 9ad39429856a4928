import { createServer, type RequestListener, type Server } from "node:http";
import type { Socket } from "node:net";
import { ports } from "../../../common/ports.ts";

export interface Listening {
  readonly port: number;
  /** Takes no new connection, lets the answers under way go out, and cuts what has not ended after a second. */
  close(): Promise<void>;
}

const portsToTry = 20;
const drainMs = 1_000;

/**
 * Serves on 127.0.0.1 only: on `wanted`, or on the next free port. `onConnection` bounds how many may be open.
 * @throws when no port can be had.
 */
export async function listenLocally(
  handler: RequestListener,
  wanted: number,
  onConnection: (connection: Socket) => void,
): Promise<Listening> {
  const server = createServer(
    {
      requestTimeout: 15_000,
      headersTimeout: 5_000,
      keepAliveTimeout: 30_000,
      // Node looks for slow senders only every 30 s otherwise.
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16 * 1024,
    },
    handler,
  );
  server.on("connection", onConnection);
  for (let port = wanted; ; port++) {
    try {
      await bind(server, port);
      return { port, close: () => closeServer(server) };
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!taken || port === Math.min(wanted + portsToTry, ports.most)) throw error;
    }
  }
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
