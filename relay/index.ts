import { fileURLToPath } from "node:url";
import { runCommand, usage } from "./cli.ts";
import { readConfig } from "./config.ts";
import { consoleLog } from "./log.ts";
import { serve } from "./serve.ts";

const endMs = 5_000;

async function run() {
  const relay = await serve(readConfig(process.env), consoleLog);
  const end = () => {
    // A supervisor that waits kills anyway.
    setTimeout(() => process.exit(1), endMs).unref();
    void relay.close();
  };
  process.once("SIGTERM", end).once("SIGINT", end);
}

async function main(args: readonly string[]) {
  if (args[0] === "serve") return run();
  if (args.length === 0) return console.error(usage);
  process.exitCode = await runCommand(args, {
    program: fileURLToPath(import.meta.url),
    now: Date.now,
    print: console.log,
    warn: console.error,
  });
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
