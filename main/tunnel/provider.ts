import type { Growth } from "../lib/backoff.ts";
import type { WorldError } from "../lib/world-error.ts";

/** A tunnel that stands. */
export interface Tunnel {
  /** Where the internet reaches the receiver: "https://host" or "https://host/base", without a slash at the end. */
  readonly url: string;
  /** Settles when the tunnel is gone by itself; never rejects, and stays pending after `close`. */
  readonly lost: Promise<WorldError>;
  /** Ends it and leaves nothing behind: no process, connection, file or timer. Again and again is one; always settles. */
  close(): Promise<void>;
}

/** One way for the internet to reach the receiver. */
export interface Provider {
  /**
   * Brings up a tunnel to `port` of 127.0.0.1. Settles within `openWithinMs` whatever the other side does, and at
   * once when `signal` aborts; when it rejects, it leaves nothing behind.
   * @throws WorldError
   */
  open(port: number, signal: AbortSignal): Promise<Tunnel>;
  /** A service gives its address, not the user: nobody is told of it before a probe came back through it. */
  readonly givenAddress?: boolean;
  /** How often the front door may be tried. */
  readonly probeEveryMs: number;
  /** The wait before another try: see backoffMs. `shared` = each try costs a service that is everybody's. */
  readonly backoff: Growth & { readonly shared?: true };
}

/** No provider's `open` takes longer. */
export const openWithinMs = 30_000;
