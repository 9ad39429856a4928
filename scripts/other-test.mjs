import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setUp } from "./setup.mjs";

/** What `npm test` does not do: the long versions of two of its tests, how much its tests notice, and pictures for people. */
const runs = {
  crash: {
    script: "@playwright/test/cli.js",
    args: ["test", "--config=test/e2e/playwright.config.ts", "--project=crash"],
    env: { BOOKBELL_ROUNDS: "200" },
  },
  screenshots: {
    script: "@playwright/test/cli.js",
    args: ["test", "--config=test/screenshots/playwright.config.ts"],
    env: {},
  },
  fuzz: {
    script: "vitest/vitest.mjs",
    args: ["run", "--config=test/vitest.config.ts", "test/fuzz"],
    env: { BOOKBELL_REQUESTS: "100000", BOOKBELL_DAYS: "30" },
  },
  mutate: {
    script: "@stryker-mutator/core/bin/stryker.js",
    args: ["run", "test/mutation/stryker.config.json"],
    env: {},
  },
};

const { electron, env } = await setUp({ forTests: true });
const [, run] = Object.entries(runs).find(([name]) => name === process.argv[2]) ?? [];
if (!run) throw new Error(`Name one of ${Object.keys(runs).join(", ")}.`);
const { status } = spawnSync(process.execPath, [join("node_modules", run.script), ...run.args], {
  cwd: join(import.meta.dirname, ".."),
  env: { ...run.env, ...env, BOOKBELL_ELECTRON: electron },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
