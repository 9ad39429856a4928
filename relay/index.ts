import { readConfig } from "./config.ts";
import { consoleLog } from "./log.ts";
import { serve } from "./serve.ts";

const endMs = 5_000;

async function main() {
  const relay = await serve(readConfig(process.env), consoleLog);
  const end = () => {
    // A supervisor that waits kills anyway.
    setTimeout(() => process.exit(1), endMs).unref();
    void relay.close();
  };
  process.once("SIGTERM", end).once("SIGINT", end);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
