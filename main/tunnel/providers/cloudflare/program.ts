import { spawn } from "node:child_process";
import { WorldError } from "../../../lib/world-error.ts";
import { keepLastLines } from "./lines.ts";

/** A running cloudflared. */
export interface Program {
  readonly pid: number;
  /** Settles when the process is gone and all it said was read; never rejects. */
  readonly ended: Promise<void>;
  /** The last lines it said so far. */
  readonly lines: readonly string[];
  /** Ends it: politely, and by force if it is still there after so long. Settles when it is gone. */
  end(politelyMs: number): Promise<void>;
}

/**
 * Starts a program file.
 * @param secret what may not be kept of what it says
 * @throws WorldError cloudflared-missing, cloudflared-broken
 */
export async function startProgram(
  file: string,
  args: readonly string[],
  secret: string | null,
): Promise<Program> {
  const child = spawnSafely(file, args);
  const lines = keepLastLines([child.stdout, child.stderr], secret);
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
  });
  child.once("exit", () => {
    // Whatever it started may hold its pipes open after it: "close" must not wait for that.
    setTimeout(() => {
      child.stdout.destroy();
      child.stderr.destroy();
    }, 500).unref();
  });
  const pid = await new Promise<number>((resolve, reject) => {
    child.once("spawn", () => resolve(child.pid ?? 0));
    child.on("error", (error) => reject(cannotStart(error)));
  });
  return {
    pid,
    ended,
    lines,
    async end(politelyMs) {
      child.kill("SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), politelyMs);
      await ended;
      clearTimeout(force);
    },
  };
}

function spawnSafely(file: string, args: readonly string[]) {
  try {
    return spawn(file, args, {
      env: environment(),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
  } catch (error) {
    // Some faults, such as a file in no known format, are thrown rather than emitted.
    throw cannotStart(error as NodeJS.ErrnoException);
  }
}

/** Without the variables that cloudflared takes as settings: the user may have them for another tunnel. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("TUNNEL_")));
}

function cannotStart({ code, message }: NodeJS.ErrnoException): WorldError {
  return new WorldError(code === "ENOENT" ? "cloudflared-missing" : "cloudflared-broken", code ?? message);
}
