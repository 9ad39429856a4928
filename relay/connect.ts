import {
  credsAuthenticator,
  type NatsConnection,
  type WsConnectionOptions,
  wsconnect,
} from "@nats-io/nats-core";
import WebSocket from "ws";

/** How to come to a nats-server. */
export interface Door {
  /** "wss://…", or "ws://…" within one machine or one network of containers; each leads to the same stream. */
  readonly servers: readonly string[];
  /** The text of a creds file. */
  readonly creds: string;
}

const dialMs = 5_000;

/**
 * Connects once. Reconnecting is the caller's: the library's own takes half a minute to notice that a link is dead, and
 * hides what is lost meanwhile.
 * @throws what the socket said, where it came to that; the library calls everything a refused connection.
 */
export async function connect({ servers, creds }: Door, name: string): Promise<NatsConnection> {
  let cause: Error | undefined;
  const options: WsConnectionOptions = {
    servers: [...servers],
    authenticator: credsAuthenticator(new TextEncoder().encode(creds)),
    name,
    reconnect: false,
    timeout: dialMs,
    pingInterval: 5_000,
    maxPingOut: 2,
    ignoreClusterUpdates: true,
    wsFactory: async (url) => {
      const socket = openSocket(url, (error) => {
        cause = error;
      });
      return { socket, encrypted: url.startsWith("wss:") };
    },
  };
  try {
    return await wsconnect(options);
  } catch (error) {
    throw cause ?? error;
  }
}

function openSocket(url: string, onError: (error: Error) => void) {
  // The server's own compression once filled its memory before anybody had signed in (CVE-2026-27571).
  const socket = new WebSocket(url, { perMessageDeflate: false, handshakeTimeout: dialMs });
  socket.on("error", onError);
  // A close waits half a minute for an answer, which a dead link never brings.
  socket.close = socket.terminate;
  return socket as unknown as globalThis.WebSocket;
}
