import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
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
  for (let port = wanted; ; port++) {
    try {
      return await listenAt({ host: "127.0.0.1", port }, handler, onConnection);
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!taken || port === Math.min(wanted + portsToTry, ports.most)) throw error;
    }
  }
}

/** Serves there, and nowhere else. */
export async function listenAt(
  { host, port }: { readonly host: string; readonly port: number },
  handler: RequestListener,
  onConnection: (connection: Socket) => void,
): Promise<Listening> {
  const server = createServer(
    {
      requestTimeout: 15_000,
      headersTimeout: 5_000,
      keepAliveTimeout: 30_000,
      // Node looks for slow senders only every 30 s otherwise; each look wakes a laptop that has nothing else to do.
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 16 * 1024,
    },
    handler,
  );
  server.on("connection", onConnection);
  await bind(server, host, port);
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
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
