import "./node-version.mjs";
import { setUp } from "./setup.mjs";

async function start() {
  const { electron, env } = await setUp();
  const { runApp } = await import("./start/app.mjs");
  return runApp(electron, process.argv.slice(2), env);
}

start().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
