import type { Client } from "ssh2";
import { WorldError } from "../../../lib/world-error.ts";

/**
 * Asks the server to listen at `place`: the path of a unix socket, or "8022" or "127.0.0.1:8022" for a port of its own
 * loopback, which servers offer that allow nothing else. Null = it does; else why not.
 */
export function listenAt(client: Client, place: string): Promise<WorldError | null> {
  return new Promise((resolve) => {
    const onAnswer = (error?: Error | null) =>
      resolve(error ? new WorldError("ssh-forward-refused", error.message) : null);
    const port = portOf(place);
    if (port === null) client.openssh_forwardInStreamLocal(place, onAnswer);
    else client.forwardIn("127.0.0.1", port, onAnswer);
  });
}

/** Asks the server to stop. Settles with its answer, whatever it is, or once the connection is gone. */
export function stopListeningAt(client: Client, place: string): Promise<void> {
  return new Promise((resolve) => {
    const port = portOf(place);
    try {
      if (port === null) client.openssh_unforwardInStreamLocal(place, () => resolve());
      else client.unforwardIn("127.0.0.1", port, () => resolve());
    } catch {
      // ssh2 throws when the connection is gone already.
      resolve();
    }
  });
}

function portOf(place: string): number | null {
  const port = /^(?:127\.0\.0\.1:)?(\d+)$/.exec(place)?.[1];
  return port === undefined ? null : Number(port);
}
