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
  /** PEM of a certificate that is trusted besides those of the system. */
  readonly ca?: string | undefined;
}

const dialMs = 5_000;

/**
 * Connects once. Reconnecting is the caller's: the library's own takes half a minute to notice that a link is dead, and
 * hides what is lost meanwhile.
 */
export function connect({ servers, creds, ca }: Door, name: string): Promise<NatsConnection> {
  const options: WsConnectionOptions = {
    servers: [...servers],
    authenticator: credsAuthenticator(new TextEncoder().encode(creds)),
    name,
    reconnect: false,
    timeout: dialMs,
    pingInterval: 5_000,
    maxPingOut: 2,
    ignoreClusterUpdates: true,
    wsFactory: async (url) => ({ socket: openSocket(url, ca), encrypted: url.startsWith("wss:") }),
  };
  return wsconnect(options);
}

function openSocket(url: string, ca: string | undefined) {
  const socket = new WebSocket(url, {
    // The server's own once filled its memory before anybody had signed in (CVE-2026-27571).
    perMessageDeflate: false,
    handshakeTimeout: dialMs,
    ...(ca === undefined ? {} : { ca }),
  });
  // A close waits half a minute for an answer, which a dead link never brings.
  socket.close = socket.terminate;
  return socket as unknown as globalThis.WebSocket;
}
