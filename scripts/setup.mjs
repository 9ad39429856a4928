import "./node-version.mjs";
import { realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * Makes ready everything that Bookbell needs to run, and ends the process with a sentence where it
 * can't. With `forTests` the programs of the end-to-end tests belong to that, `withRelay` those of a
 * team's relay. `electron` is the executable, `node` that of the store's tests where there is one, `env` the
 * whole environment for child processes.
 */
export async function setUp({ forTests = false, withRelay = false } = {}) {
  const { runSteps } = await import("./setup/steps.mjs");
  return runSteps({ forTests, withRelay: withRelay || forTests });
}

const script = process.argv[1];
if (script && pathToFileURL(realpathSync(script)).href === import.meta.url) {
  void setUp({ forTests: process.argv.includes("--tests") });
}
