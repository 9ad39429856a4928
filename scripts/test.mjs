import "./node-version.mjs";
import { setUp } from "./setup.mjs";

async function test() {
  const { electron, node, env } = await setUp({ forTests: true });
  const { runAll } = await import("./test/runners.mjs");
  const total = await runAll({ ...env, BOOKBELL_ELECTRON: electron }, node);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  // Here again, as CI may keep no more than the end of what is printed.
  for (const name of total.failed) console.log(`Failed: ${name}`);
  console.log(`${total.passed} passed, ${total.failed.length} failed${skipped}`);
  process.exitCode = total.failed.length > 0 ? 1 : 0;
}

void test();
