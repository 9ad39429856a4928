import "./node-version.mjs";
import { join } from "node:path";
import { setUp } from "./setup.mjs";

async function bench() {
  const { electron, env } = await setUp({ forTests: true });
  Object.assign(process.env, env, { BOOKBELL_ELECTRON: electron });
  const { runnerImport } = await import("vite");
  const given = (/** @type {string} */ word) => process.argv.includes(`--${word}`);
  const runs = /** @type {const} */ ({
    hour: ["hour", "runHour"],
    relay: ["relay", "runRelay"],
    idle: ["idle-only", "runIdle"],
    bench: ["bench", "runBench"],
  });
  const which = /** @type {const} */ (["hour", "relay", "idle"]).find(given) ?? "bench";
  const [name, run] = runs[which];
  const file = join(import.meta.dirname, `../test/bench/${name}.ts`);
  const { module } = await runnerImport(file, { configFile: false, logLevel: "error" });
  const kept = await module[run](which === "hour" ? 60 : { quick: given("quick") });
  process.exitCode = kept ? 0 : 1;
}

bench().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
