import "./node-version.mjs";
import { join } from "node:path";
import { setUp } from "./setup.mjs";

async function bench() {
  const { electron, env } = await setUp({ forTests: true });
  Object.assign(process.env, env, { BOOKBELL_ELECTRON: electron });
  const { runnerImport } = await import("vite");
  const hour = process.argv.includes("--hour");
  const file = join(import.meta.dirname, `../test/bench/${hour ? "hour" : "bench"}.ts`);
  const { module } = await runnerImport(file, { configFile: false, logLevel: "error" });
  const kept = await (hour
    ? module.runHour(60)
    : module.runBench({ quick: process.argv.includes("--quick") }));
  process.exitCode = kept ? 0 : 1;
}

bench().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
