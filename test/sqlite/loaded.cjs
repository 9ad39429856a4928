// Loaded into a process: at its end it says on standard error whether the package's native part was loaded into it.
const { writeSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

process.on("exit", () => {
  if (!isMainThread) return;
  const { sharedObjects } = /** @type {any} */ (process.report.getReport());
  const loaded = sharedObjects.some((/** @type {string} */ name) => name.includes("photostructure"));
  writeSync(2, `package: ${loaded ? "loaded" : "not loaded"}\n`);
});
