import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { repository } from "../setup/paths.mjs";
import { lacksScreen } from "../setup/system-packages.mjs";
import { openScreen } from "./screen.mjs";

const graceTime = 10_000;

/** Keeps this process alive on a signal to end, and remembers the first one for whoever asks. */
function catchSignals() {
  /** @type {{ first?: NodeJS.Signals, tell?: (signal: NodeJS.Signals) => void }} */
  const caught = {};
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      // Only once, because the second one makes Electron die without tidying up, and a terminal's
      // Ctrl-C comes again through npm.
      if (caught.first) return;
      caught.first = signal;
      caught.tell?.(signal);
    });
  }
  return caught;
}

/**
 * @param {ReturnType<typeof catchSignals>} caught
 * @param {import("node:child_process").ChildProcess} child
 */
function passOn(caught, child) {
  caught.tell = (signal) => {
    child.kill(signal);
    setTimeout(() => child.kill("SIGKILL"), graceTime).unref();
  };
  if (caught.first) caught.tell(caught.first);
}

/**
 * Runs Bookbell from this repository until it ends, and leaves no process behind.
 * @param {string} electron
 * @param {string[]} args further arguments for Bookbell
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
export async function runApp(electron, args, env) {
  const caught = catchSignals();
  const screen = lacksScreen() ? await openScreen(env) : undefined;
  // Chromium refuses to start its sandbox as root.
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  const allArgs = [...(isRoot ? ["--no-sandbox"] : []), repository, ...args];
  try {
    // Detached on Unix, so that a terminal's Ctrl-C comes by way of this process only.
    const detached = process.platform !== "win32";
    const child = spawn(electron, allArgs, { env: screen?.env ?? env, stdio: "inherit", detached });
    passOn(caught, child);
    await once(child, "exit");
    return child.exitCode ?? 128 + (child.signalCode ? constants.signals[child.signalCode] : 0);
  } finally {
    screen?.close();
  }
}
