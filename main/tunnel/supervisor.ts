import { isLasting, type ProblemCode } from "../../common/problems.ts";
import { createEvent } from "../lib/event.ts";
import { pause } from "../lib/pause.ts";
import { WorldError } from "../lib/world-error.ts";
import type { Log } from "../lifecycle/log.ts";
import { backoffMs } from "./backoff.ts";
import { closeInTime, openInTime } from "./open-in-time.ts";
import type { Provider, Tunnel } from "./provider.ts";

/** What the supervisor is doing; times are epoch milliseconds, `attempt` counts the failures in a row so far. */
export type TunnelState =
  | { readonly state: "off" }
  | { readonly state: "opening"; readonly attempt: number }
  | ({ readonly state: "up"; readonly url: string; readonly since: number } & Pick<Tunnel, "hook" | "probe">)
  | {
      readonly state: "waiting";
      readonly attempt: number;
      readonly retryAt: number;
      readonly error: WorldError;
    }
  /** Only the user can mend it. */
  | { readonly state: "stuck"; readonly error: WorldError };

/** Why a new try may be worth it now. */
export type RetryReason = "wake" | "network" | "probe" | "user";

/** What keeping a tunnel open needs of the rest of Bookbell. */
export interface SupervisorParts {
  /** The way that the user chose; null = none. */
  provider(): Provider | null;
  /** Where the receiver listens; null = nowhere yet. */
  port(): number | null;
  now(): number;
  /** From 0 to 1. */
  random(): number;
  readonly log: Pick<Log, "info" | "warn">;
  onFault(error: unknown): void;
}

/** A tunnel that was up for so long is not part of a row of failures. */
const steadyMs = 60_000;

/** The service is there, and does not want to be asked again so soon. */
const turnedDown: ReadonlySet<ProblemCode> = new Set<ProblemCode>(["tunnel-limit", "tunnel-turned-down"]);

/** When each reason leads to a new try; elsewhere it says nothing new. */
const retriedIn: Record<RetryReason, readonly TunnelState["state"][]> = {
  wake: ["opening", "up", "waiting"],
  network: ["opening", "up", "waiting"],
  probe: ["up"],
  user: ["up", "waiting", "stuck"],
};

/** Keeps the chosen tunnel open: one at a time, tried again with growing pauses. Nothing is opened before `apply`. */
export function createSupervisor(parts: SupervisorParts) {
  const change = createEvent<TunnelState>();
  let state: TunnelState = { state: "off" };
  let attempt = 0;
  let failingSince = 0;
  let life = new AbortController();
  /** Settles when nothing is left of the lives so far. */
  let ended: Promise<void> = Promise.resolve();
  let closed = false;

  function show(next: TunnelState) {
    state = next;
    change.tell(next);
  }

  /** Ends what is open or under way, then begins anew; calls that come meanwhile share that beginning. */
  function restart() {
    if (closed) return;
    life.abort();
    life = new AbortController();
    const { signal } = life;
    const provider = parts.provider();
    const port = parts.port();
    if (!provider || port === null) return show({ state: "off" });
    show({ state: "opening", attempt });
    ended = ended.then(() => keepOpen(provider, port, signal)).catch(parts.onFault);
  }

  async function keepOpen(provider: Provider, port: number, signal: AbortSignal) {
    while (!signal.aborted) {
      const error = await openUntilLost(provider, port, signal);
      if (signal.aborted) return;
      attempt += 1;
      parts.log.warn("No tunnel", { code: error.code, detail: error.detail, attempt });
      if (isLasting(error.code)) return show({ state: "stuck", error });
      const at = parts.now();
      if (attempt === 1) failingSince = at;
      const absence = {
        failures: attempt,
        lastsMs: at - failingSince,
        turnedDown: turnedDown.has(error.code),
      };
      const ms = backoffMs(provider.backoff, absence, parts.random);
      show({ state: "waiting", attempt, retryAt: at + ms, error });
      await pause(ms, signal);
      if (!signal.aborted) show({ state: "opening", attempt });
    }
  }

  /** @returns why there is no tunnel, or no more; of no meaning once `signal` aborted */
  async function openUntilLost(provider: Provider, port: number, signal: AbortSignal): Promise<WorldError> {
    try {
      const tunnel = await openInTime(provider, port, signal, parts.onFault);
      return await serve(tunnel, signal);
    } catch (error) {
      if (error instanceof WorldError) return error;
      if (!signal.aborted) parts.onFault(error);
      return new WorldError("internal");
    }
  }

  async function serve(tunnel: Tunnel, signal: AbortSignal): Promise<WorldError> {
    const steady = setTimeout(() => {
      attempt = 0;
    }, steadyMs);
    try {
      if (!signal.aborted) {
        const { url, hook, probe } = tunnel;
        show({ state: "up", url, since: parts.now(), ...(hook && { hook }), ...(probe && { probe }) });
      }
      return await lostOrAborted(tunnel, signal);
    } finally {
      clearTimeout(steady);
      await closeInTime(tunnel, parts.onFault);
    }
  }

  return {
    state: (): TunnelState => state,
    /** Not told any more once `close` was called. */
    onState: change.on,
    /** To be called when the port or anything about the chosen way has changed. */
    apply(): void {
      attempt = 0;
      restart();
    },
    /** A tunnel that is up is opened anew: after sleep or on another network it may look alive and be dead. */
    retryNow(reason: RetryReason): void {
      if (closed || !retriedIn[reason].includes(state.state)) return;
      parts.log.info("The tunnel is opened anew", { reason });
      restart();
    },
    /** Ends it for good; nothing is left when the promise settles, and it never rejects. */
    async close(): Promise<void> {
      closed = true;
      life.abort();
      state = { state: "off" };
      await ended;
    },
  };
}

function lostOrAborted(tunnel: Tunnel, signal: AbortSignal): Promise<WorldError> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(new WorldError("tunnel-ended"));
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    tunnel.lost.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
