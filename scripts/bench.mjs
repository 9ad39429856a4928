import "./node-version.mjs";
import { join } from "node:path";
import { setUp } from "./setup.mjs";

async function bench() {
  const { electron, env } = await setUp({ forTests: true });
  Object.assign(process.env, env, { BOOKBELL_ELECTRON: electron });
  const { runnerImport } = await import("vite");
  const given = (/** @type {string} */ word) => process.argv.includes(`--${word}`);
  const which = given("hour") ? "hour" : given("relay") ? "relay" : "bench";
  const file = join(import.meta.dirname, `../test/bench/${which}.ts`);
  const { module } = await runnerImport(file, { configFile: false, logLevel: "error" });
  const run = { hour: "runHour", relay: "runRelay", bench: "runBench" }[which];
  const kept = await module[run](which === "hour" ? 60 : { quick: given("quick") });
  process.exitCode = kept ? 0 : 1;
}

bench().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
