import { WorldError } from "../../../lib/world-error.ts";
import type { Provider, Tunnel } from "../../provider.ts";
import { problemCode } from "./errors.ts";
import type { OpenRequest, Report } from "./messages.ts";

/** The process that runs worker.ts: what this needs of Electron's UtilityProcess. */
export interface NgrokProcess {
  readonly pid?: number | undefined;
  postMessage(request: OpenRequest): void;
  on(event: "message", listener: (report: Report) => void): void;
  on(event: "exit", listener: (code: number) => void): void;
  on(event: "spawn" | "error", listener: () => void): void;
  kill(): void;
}

/** What ngrok's way needs of the rest of Bookbell. */
export interface NgrokParts {
  fork(): NgrokProcess;
  /** Null = not entered. */
  token(): Promise<string | null>;
  /** Empty = the one that ngrok gives. */
  domain(): string;
}

const openMs = 20_000;
const killMs = 2_000;

/** A tunnel of the user's ngrok account, opened by ngrok's own library in a process that ends with the tunnel. */
export function ngrokProvider({ fork, token, domain }: NgrokParts): Provider {
  return {
    givenAddress: domain() === "",
    // A free account has 20,000 requests a month (ngrok.com/docs/pricing-limits/free-plan-limits, 2026), and once a minute
    // would be 44,640; these are fewer than 9,000. That its session is lost the library says within half a minute, by the
    // heartbeats that it sends every ten seconds.
    probeEveryMs: 300_000,
    backoff: { baseMs: 500, capMs: 30_000 },
    async open(port, signal) {
      const secret = await token();
      if (!secret) throw new WorldError("tunnel-unfinished");
      if (signal.aborted) throw new WorldError("tunnel-ended");
      return openWith(fork(), { port, token: secret, domain: domain() }, signal);
    },
  };
}

async function openWith(child: NgrokProcess, request: OpenRequest, signal: AbortSignal): Promise<Tunnel> {
  const { lost, end } = watch(child);
  child.postMessage(request);
  const outcome = await answer(child, signal);
  if (typeof outcome === "string") return { url: outcome, lost, close: end };
  await end();
  throw outcome;
}

/** The public URL, or why there is none. */
function answer(child: NgrokProcess, signal: AbortSignal): Promise<string | WorldError> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(new WorldError("tunnel-late")), openMs);
    const stop = () => settle(new WorldError("tunnel-ended"));
    signal.addEventListener("abort", stop);
    child.on("exit", (code) => settle(exitError(code)));
    child.on("message", (report) => {
      if (report.state === "up") settle(report.url);
      if (report.state === "failed") settle(new WorldError(problemCode(report.code), report.detail));
    });

    function settle(outcome: string | WorldError) {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      resolve(outcome);
    }
  });
}

function watch(child: NgrokProcess): Pick<Tunnel, "lost"> & { end(): Promise<void> } {
  const exited = new Promise<number>((resolve) => child.on("exit", resolve));
  let ending: Promise<void> | undefined;
  // An exit follows, which says it all.
  child.on("error", () => {});
  const lost = new Promise<WorldError>((resolve) => {
    const lose = (error: WorldError) => ending ?? resolve(error);
    void exited.then((code) => lose(exitError(code)));
    // The library would go on trying by itself, without end and without a word.
    child.on("message", ({ state }) => {
      if (state === "closed") lose(new WorldError("tunnel-ended", "ngrok closed the session"));
    });
  });

  async function end() {
    child.kill();
    // Electron does not kill a process that has not started yet.
    child.on("spawn", () => child.kill());
    const harder = setTimeout(() => child.pid && process.kill(child.pid, "SIGKILL"), killMs);
    await exited;
    clearTimeout(harder);
  }

  return {
    lost,
    end: () => {
      ending ??= end();
      return ending;
    },
  };
}

const exitError = (code: number | null) =>
  new WorldError("tunnel-ended", `ngrok's process ended with ${code}`);
