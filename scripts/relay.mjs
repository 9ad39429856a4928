import "./node-version.mjs";
import { spawn } from "node:child_process";

/** Runs a team's relay, or one of the commands for it, from a clone: what stands behind `npm run relay --`. */
async function relay() {
  const { runRelaySteps } = await import("./setup/steps.mjs");
  const program = await runRelaySteps();
  const child = spawn(process.execPath, [program, ...process.argv.slice(2)], {
    // Where the command was given, not where package.json lies.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: "inherit",
  });
  // They reach both anyway when they come from a terminal; the relay decides when it ends.
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"]))
    process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}

void relay();
