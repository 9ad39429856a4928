import { setTimeout as pause } from "node:timers/promises";
import { WorldError } from "../../../lib/world-error.ts";
import type { Tunnel } from "../../provider.ts";
import { lastWords } from "./last-words.ts";
import { freePort, type Metrics, metricsAt } from "./metrics.ts";
import { type Program, startProgram } from "./program.ts";
import { endLeftovers, makeRunFolder, type RunFolder } from "./run-folder.ts";

/** What both kinds of Cloudflare tunnel need of the rest of Bookbell. */
export interface CloudflareParts {
  /** The program's file; null = it is not on this computer. */
  program(): Promise<string | null>;
  /** Bookbell's own folder for what a running tunnel needs; nobody else writes there. */
  readonly folder: string;
  /** Other times than the usual ones, for tests. */
  readonly timing?: Timing;
}

/** Milliseconds. */
export interface Timing {
  /** From the start until it must be ready. */
  readonly readyWithin: number;
  /** Between two looks at a tunnel that stands. */
  readonly checkEvery: number;
  /** What is left to it when it is to end, before it is killed. */
  readonly endWithin: number;
}

/** What one tunnel is opened with. */
interface Opening {
  readonly port: number;
  readonly signal: AbortSignal;
  readonly token: string | null;
  /** What follows the arguments that all tunnels have. */
  args(run: RunFolder): readonly string[];
  url(metrics: Metrics, signal: AbortSignal): Promise<string>;
}

/** Its `--grace-period` and a second beyond. */
const usualTiming: Timing = { readyWithin: 24_000, checkEvery: 10_000, endWithin: 6_000 };
const lookEveryMs = 100;
const missesAllowed = 3;

/**
 * Starts cloudflared and waits until it is connected. One tunnel at a time: what an earlier one left is ended.
 * @throws WorldError
 */
export async function openCloudflared(parts: CloudflareParts, opening: Opening): Promise<Tunnel> {
  const { port, signal, token } = opening;
  const timing = parts.timing ?? usualTiming;
  const stop = AbortSignal.any([signal, AbortSignal.timeout(timing.readyWithin)]);
  const file = await parts.program();
  if (!file) throw new WorldError("cloudflared-missing");
  await endLeftovers(parts.folder);
  const metricsPort = await freePort();
  const run = await makeRunFolder(parts.folder, token);
  const args = [
    ...["tunnel", "--config", run.config, "--no-autoupdate", "--grace-period", "5s"],
    ...["--metrics", `127.0.0.1:${metricsPort}`, "--url", `http://127.0.0.1:${port}`],
    ...opening.args(run),
  ];
  let program: Program | undefined;
  try {
    program = await startProgram(file, args, token);
    await run.note(program.pid);
    const metrics = metricsAt(metricsPort);
    await untilReady(program, metrics, stop);
    return standing(await opening.url(metrics, stop), program, metrics, run, timing);
  } catch (error) {
    // It has no requests under way yet that it could be given time for.
    await program?.end(0);
    await run.remove();
    if (signal.aborted) throw new WorldError("tunnel-ended");
    if (stop.aborted) throw lastWords(program?.lines ?? [], "tunnel-late");
    if (program && (error as Error).name === "AbortError")
      throw lastWords(program.lines, "cloudflared-broken");
    throw error;
  }
}

/** @throws AbortError when `stop` aborts or the program ends */
async function untilReady(program: Program, metrics: Metrics, stop: AbortSignal): Promise<void> {
  const ended = new AbortController();
  void program.ended.then(() => ended.abort());
  const signal = AbortSignal.any([stop, ended.signal]);
  while (!(await metrics.ready(signal))) await pause(lookEveryMs, undefined, { signal });
}

function standing(url: string, program: Program, metrics: Metrics, run: RunFolder, timing: Timing): Tunnel {
  const closed = new AbortController();
  let closing: Promise<void> | undefined;

  async function end() {
    closed.abort();
    await program.end(timing.endWithin);
    await run.remove();
  }

  return {
    url,
    lost: new Promise((resolve) => {
      void program.ended.then(() => {
        if (!closed.signal.aborted) resolve(lastWords(program.lines, "tunnel-ended"));
      });
      cutOff(metrics, timing.checkEvery, closed.signal).then(
        () => resolve(new WorldError("tunnel-ended", "no connection to Cloudflare")),
        // The pause was aborted: it was closed.
        () => {},
      );
    }),
    close: () => {
      closing ??= end();
      return closing;
    },
  };
}

/** Settles when cloudflared had no connection several times in a row: alive, it may stay so for ever. */
async function cutOff(metrics: Metrics, everyMs: number, signal: AbortSignal): Promise<void> {
  for (let misses = 0; misses < missesAllowed; ) {
    await pause(everyMs, undefined, { signal });
    misses = (await metrics.ready(signal)) ? 0 : misses + 1;
  }
  signal.throwIfAborted();
}
