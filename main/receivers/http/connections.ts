import type { Socket } from "node:net";

/** Twice that many may be open. */
const places = 256;

/**
 * Sees to it that no crowd of strangers shuts the door: half of the places are for connections over which the token was
 * shown, and in the other half the newest comes in for the oldest, whatever that one does.
 */
export function createConnections() {
  const strangers = new Set<Socket>();
  const trusted = new Set<Socket>();
  return {
    came(socket: Socket): void {
      strangers.add(socket);
      socket.once("close", () => {
        strangers.delete(socket);
        trusted.delete(socket);
      });
      const [oldest] = strangers;
      if (strangers.size <= places || !oldest) return;
      strangers.delete(oldest);
      oldest.destroy();
    },
    /** The token was shown over it. */
    trust(socket: Socket): void {
      if (trusted.size < places && strangers.delete(socket)) trusted.add(socket);
    },
  };
}
