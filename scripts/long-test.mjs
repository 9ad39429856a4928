import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setUp } from "./setup.mjs";

/** The long versions of two of the tests, with what makes them long. */
const runs = {
  crash: {
    script: "@playwright/test/cli.js",
    args: ["test", "--config=test/e2e/playwright.config.ts", "--project=crash"],
    env: { BOOKBELL_KILLS: "100" },
  },
  fuzz: {
    script: "vitest/vitest.mjs",
    args: ["run", "--config=test/vitest.config.ts", "test/fuzz"],
    env: { BOOKBELL_REQUESTS: "100000" },
  },
};

const { electron, env } = await setUp({ forTests: true });
const run = runs[process.argv[2] === "crash" ? "crash" : "fuzz"];
const { status } = spawnSync(process.execPath, [join("node_modules", run.script), ...run.args], {
  cwd: join(import.meta.dirname, ".."),
  env: { ...run.env, ...env, BOOKBELL_ELECTRON: electron },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
