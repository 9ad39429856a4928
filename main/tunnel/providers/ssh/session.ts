import { connect } from "node:net";
import ssh2, { type Client, type ParsedKey, type PublicKeyAuthMethod } from "ssh2";
import type { SshSettings } from "../../../../common/tunnel-settings.ts";
import { doubtAbout } from "./host-key.ts";

/** A connection to the server, from its first packet on. */
export interface Session {
  readonly client: Client;
  /** Settles when the server has let the user in, or never. */
  readonly ready: Promise<void>;
  /** What ended the connection; never rejects. */
  readonly ended: Promise<Error>;
  /** Hangs up at once, whatever the server does. */
  cut(): void;
}

// Node lists chacha20-poly1305 and Electron's BoringSSL does not have it: naming it makes `connect` throw there.
const ciphers = ["aes128-gcm@openssh.com", "aes256-gcm@openssh.com", "aes128-ctr", "aes256-ctr"] as const;

/** Just beyond the system's fourth try at connecting, which is after seven seconds. */
const connectWithinMs = 7_500;

/** Connects and signs in with `key`, but only to the server whose key the user trusts. */
export function startSession(server: SshSettings, key: ParsedKey): Session {
  // Without noDelay every request costs 44 ms more.
  const socket = connect({ host: server.host, port: server.port, noDelay: true });
  const client = new ssh2.Client();
  let fault: Error | undefined;
  const onFault = (error: Error) => {
    fault ??= error;
    // ssh2 only ends it, which a server that hangs would never answer.
    socket.destroy();
  };
  socket.on("error", onFault);
  // The system would go on for two minutes, in growing steps, and then be the last to notice that the server is back.
  const unanswered = setTimeout(() => onFault(new Error("The server does not answer.")), connectWithinMs);
  for (const over of ["connect", "close"]) socket.once(over, () => clearTimeout(unanswered));
  client.on("error", onFault);
  const ready = new Promise<void>((resolve) => void client.once("ready", resolve));
  const ended = new Promise<Error>((resolve) => {
    socket.once("close", () => resolve(fault ?? new Error("The server closed the connection.")));
  });

  const publicKey: PublicKeyAuthMethod = { type: "publickey", username: server.user, key };
  try {
    client.connect({
      sock: socket,
      username: server.user,
      authHandler: [publicKey],
      hostVerifier(hostKey: Buffer) {
        const doubt = doubtAbout(hostKey, server.hostKey);
        if (doubt) fault ??= doubt;
        return doubt === null;
      },
      algorithms: { cipher: [...ciphers] },
      // Notices a dead line after three intervals.
      keepaliveInterval: 10_000,
      keepaliveCountMax: 2,
      // The time to open is the caller's.
      readyTimeout: 0,
    });
  } catch (error) {
    onFault(error as Error);
  }

  return { client, ready, ended, cut: () => void socket.destroy() };
}
