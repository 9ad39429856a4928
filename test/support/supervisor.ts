import { onTestFinished, vi } from "vitest";
import type { ProblemCode } from "../../common/problems.ts";
import { WorldError } from "../../main/lib/world-error.ts";
import type { Provider, Tunnel } from "../../main/tunnel/provider.ts";
import { createSupervisor, type TunnelState } from "../../main/tunnel/supervisor.ts";

function aPromise<T>() {
  let settle: [resolve: (value: T) => void, reject: (error: unknown) => void] | undefined;
  const promise = new Promise<T>((...both) => {
    settle = both;
  });
  return {
    promise,
    resolve: (value: T) => settle?.[0](value),
    reject: (error: unknown) => settle?.[1](error),
  };
}

/** One call of `open`, settled by the test. */
interface Try {
  readonly port: number;
  readonly signal: AbortSignal;
  succeed(): void;
  fail(code: ProblemCode): void;
  lose(code?: ProblemCode): void;
  /** Whether the tunnel was closed. */
  closed: boolean;
}

/** A supervisor whose provider does what the test says; an aborted try fails at once unless `deaf`. */
export function aSupervisor({ deaf = false } = {}) {
  const tries: Try[] = [];
  const states: TunnelState[] = [];
  const faults: unknown[] = [];
  const provider: Provider = {
    probeEveryMs: 30_000,
    backoff: { baseMs: 1_000, capMs: 30_000 },
    open(port, signal) {
      const opening = aPromise<Tunnel>();
      const lost = aPromise<WorldError>();
      const tunnel: Tunnel = {
        url: `https://try-${tries.length + 1}.example.com`,
        lost: lost.promise,
        async close() {
          one.closed = true;
        },
      };
      const one: Try = {
        port,
        signal,
        succeed: () => opening.resolve(tunnel),
        fail: (code) => opening.reject(new WorldError(code)),
        lose: (code = "tunnel-ended") => lost.resolve(new WorldError(code)),
        closed: false,
      };
      if (!deaf) signal.addEventListener("abort", () => one.fail("tunnel-ended"));
      tries.push(one);
      return opening.promise;
    },
  };
  const chosen: { provider: Provider | null; port: number | null } = { provider, port: 27_000 };
  const supervisor = createSupervisor({
    provider: () => chosen.provider,
    port: () => chosen.port,
    now: Date.now,
    random: () => 0.5,
    log: { info: () => {}, warn: () => {} },
    onFault: (error) => faults.push(error),
  });
  supervisor.onState((state) => states.push(state));
  onTestFinished(async () => {
    await Promise.all([supervisor.close(), vi.advanceTimersByTimeAsync(60_000)]);
  });
  const settled = () => vi.advanceTimersByTimeAsync(0);
  /** The newest try. */
  const last = () => tries.at(-1) as Try;
  return {
    supervisor,
    chosen,
    tries,
    last,
    faults,
    states,
    settled,
    names: () => states.map(({ state }) => state),
    async up() {
      supervisor.apply();
      await settled();
      last().succeed();
      await settled();
    },
    async fail(code: ProblemCode = "tunnel-unreachable") {
      last().fail(code);
      await settled();
    },
  };
}
