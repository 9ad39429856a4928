import type { SourceName } from "../../common/sources.ts";
import type { Growth } from "../lib/backoff.ts";
import type { WorldError } from "../lib/world-error.ts";
import type { ProbeOf, ProbeResult } from "./probe.ts";

/** A tunnel that stands. */
export interface Tunnel {
  /** Where the internet reaches the receiver: "https://host" or "https://host/base", without a slash at the end. */
  readonly url: string;
  /** Where a booking service posts to, secret token included, where that is not this computer's own receiver. */
  hook?(source: SourceName): string;
  /** Tries the whole way, where it does not end at this computer's own receiver. Never rejects. */
  probe?(wanted: Pick<ProbeOf, "thorough" | "signal">): Promise<ProbeResult>;
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
