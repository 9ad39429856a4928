import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { Changes } from "../support/desktop/changes.ts";
import type { Env } from "../support/desktop/child.ts";
import { patienceMs } from "../support/patience.ts";

const repository = path.join(import.meta.dirname, "../..");

/** A Bookbell that is going to be killed. */
export interface Victim {
  /** The port, once it listens; null when it has ended before. */
  readonly listening: Promise<number | null>;
  /** Settles when its last process is gone. */
  readonly gone: Promise<void>;
  /** What it logged of bugs, and of what the world did to it. */
  readonly faults: readonly string[];
  readonly troubles: readonly string[];
  /** All that it said, for whoever looks for a cause. */
  readonly lines: readonly string[];
  /** Settles when it logs such a line, from now on. */
  logs(line: RegExp): Promise<unknown>;
  /** Holds every process of it, as a computer that sleeps does, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Ends every process of it with SIGKILL, as a crash or an empty battery would. */
  kill(): Promise<void>;
}

/** Starts the built Bookbell without a debugger, as a user would, leading a process group of its own. */
export function startVictim(env: Env, profile: string, args: readonly string[]): Victim {
  const electron = process.env.BOOKBELL_ELECTRON;
  if (!electron) throw new Error("BOOKBELL_ELECTRON must name Electron's executable; npm test sets it.");
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  // A test runner that is killed runs no clean-up: the kernel ends Bookbell instead.
  const command = ["--pdeathsig", "KILL", "--", electron, ...asRoot, repository];
  const child = spawn("setpriv", [...command, `--user-data-dir=${profile}`, ...args], {
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  // All of its processes hold these pipes: they are closed when the last one is gone.
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const faults: string[] = [];
  const troubles: string[] = [];
  const changes = new Changes();
  const lines: string[] = [];
  function signal(name: NodeJS.Signals) {
    if (child.pid === undefined) throw new Error("Bookbell did not start");
    process.kill(-child.pid, name);
  }
  return {
    listening: listening(child, gone, (line) => {
      lines.push(line);
      changes.announce();
      if (/Fault|Unhandled/.test(line)) faults.push(line);
      if (/Something failed/.test(line)) troubles.push(line);
    }),
    gone,
    faults,
    troubles,
    lines,
    logs(line) {
      const from = lines.length;
      const found = () => lines.slice(from).find((one) => line.test(one));
      return changes.until(found, patienceMs, () => `It did not log ${line}`);
    },
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    async kill() {
      signal("SIGKILL");
      await gone;
    },
  };
}

function listening(
  child: ChildProcess,
  gone: Promise<void>,
  onLine: (line: string) => void,
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("Bookbell does not listen")), patienceMs);
    const settle = (port: number | null) => {
      clearTimeout(late);
      resolve(port);
    };
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream as NodeJS.ReadableStream }).on("line", (line) => {
        const port = /Listening \{"port":(\d+)/.exec(line)?.[1];
        if (port) settle(Number(port));
        onLine(line);
      });
    void gone.then(() => settle(null));
  });
}
