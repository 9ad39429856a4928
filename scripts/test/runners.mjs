import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../setup/paths.mjs";

/** @typedef {{ passed: number, failed: string[], skipped: number }} Count what failed, by name */
/** @typedef {[keyof typeof scripts, ...string[]]} Command */

const results = join(repository, "test-results");
const scripts = {
  tsc: "typescript/bin/tsc",
  biome: "@biomejs/biome/bin/biome",
  knip: "knip/bin/knip.js",
  vitest: "vitest/vitest.mjs",
  playwright: "@playwright/test/cli.js",
};
/** @type {Command[]} */
const checks = [["tsc", "-b"], ["biome", "check", "--error-on-warnings"], ["knip"]];

/**
 * Runs a tool of this repository with its output shown as it comes.
 * @param {Command} command
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [node] the Node to run it
 * @returns {Promise<boolean>} whether it ended well
 */
function runTool([tool, ...args], env, node = process.execPath) {
  console.log(`\nRunning ${tool}…`);
  return new Promise((resolve, reject) => {
    const script = join(repository, "node_modules", scripts[tool]);
    const child = spawn(node, [script, ...args], {
      cwd: repository,
      env,
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code === 0));
  });
}

/**
 * Runs a test runner and reads its count out of the report that it writes.
 * @param {Command} command
 * @param {NodeJS.ProcessEnv} env
 * @param {string} report
 * @param {(report: any) => Count} read
 * @param {string} [node] the Node to run it
 * @returns {Promise<Count>}
 */
async function runTests(command, env, report, read, node) {
  rmSync(report, { force: true });
  const ok = await runTool(command, env, node);
  /** @type {Count} */
  let count = { passed: 0, failed: [], skipped: 0 };
  try {
    count = read(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    console.log("It ended without a report.");
  }
  // A runner that fails for another reason than a failed test, or ran no test, is a failure itself.
  const silent = count.failed.length === 0 && (!ok || count.passed === 0);
  return silent ? { ...count, failed: [command.join(" ")] } : count;
}

/**
 * @param {any} file of Vitest's report; one that could not be loaded has no tests
 * @returns {string[]}
 */
function failedInFile({ name, status, assertionResults }) {
  const failed = assertionResults.filter((/** @type {any} */ test) => test.status === "failed");
  const names = failed.map((/** @type {any} */ test) => `${name} › ${test.fullName}`);
  return status === "failed" && names.length === 0 ? [name] : names;
}

/**
 * @param {any} suite of Playwright's report
 * @returns {string[]}
 */
function failedInSuite({ suites = [], specs = [] }) {
  const failed = specs.filter((/** @type {any} */ spec) => !spec.ok);
  const names = failed.map((/** @type {any} */ spec) => `${spec.file} › ${spec.title}`);
  return [...names, ...suites.flatMap(failedInSuite)];
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} config
 * @param {string} [node] the Node to run it
 */
function runVitest(env, config, node) {
  const report = join(results, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  /** @param {any} json */
  const read = (json) => ({
    passed: json.numPassedTests,
    failed: json.testResults.flatMap(failedInFile),
    skipped: json.numPendingTests + json.numTodoTests,
  });
  return runTests(["vitest", "run", `--config=${config}`, ...reporters], env, report, read, node);
}

/** @param {NodeJS.ProcessEnv} env */
function runPlaywright(env) {
  const report = join(results, "playwright.json");
  const options = ["--config=test/e2e/playwright.config.ts", "--reporter=list,json"];
  const withReport = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return runTests(["playwright", "test", ...options], withReport, report, ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: suites.flatMap(failedInSuite),
    skipped: stats.skipped,
  }));
}

/**
 * Runs the checks and all kinds of tests, whatever fails, and adds up; a check counts as a test.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [node] the one whose built-in SQLite the store is tested with
 * @returns {Promise<Count>}
 */
export async function runAll(env, node) {
  mkdirSync(results, { recursive: true });
  /** @type {Count} */
  const total = { passed: 0, failed: [], skipped: 0 };
  for (const check of checks) {
    if (await runTool(check, env)) total.passed++;
    else total.failed.push(check.join(" "));
  }
  const runs = [
    () => runVitest(env, "test/vitest.config.ts"),
    ...(node ? [() => runVitest(env, "test/sqlite/vitest.config.ts", node)] : []),
    () => runPlaywright(env),
  ];
  if (!node) console.log("The store's tests with the built-in SQLite run on Linux x64 only.");
  for (const run of runs) {
    const count = await run();
    total.passed += count.passed;
    total.failed.push(...count.failed);
    total.skipped += count.skipped;
  }
  return total;
}
