import "./node-version.mjs";
import { join } from "node:path";
import { setUp } from "./setup.mjs";

async function demo() {
  const { lacksScreen } = await import("./setup/system-packages.mjs");
  const headless = lacksScreen();
  const { argv } = process;
  const team = argv.includes("--team");
  if (team && process.platform !== "linux") throw new Error("The demo of a team needs Linux.");
  const { electron, env } = await setUp({ forTests: headless, withRelay: headless || team });
  Object.assign(process.env, env, { BOOKBELL_ELECTRON: electron });
  // Vite, which builds Bookbell, also runs TypeScript where Node does not yet.
  const { runnerImport } = await import("vite");
  const file = join(import.meta.dirname, `../test/support/${team ? "demo-team" : "demo"}.ts`);
  const { module } = await runnerImport(file, { configFile: false, logLevel: "error" });
  const stay = argv.includes("--stay");
  if (team) await module.runTeamDemo({ headless, stay });
  else await module.runDemo({ headless, stay, slack: argv.includes("--slack") });
}

demo().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
