import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { startDesktop } from "../support/desktop/session.ts";
import { idleBudgets } from "./idle.ts";
import { seed } from "./seed.ts";
import { tableOf } from "./table.ts";

const stored = 10_000;

/** Starts and memory alone, in more starts than the whole bench has; false when a budget is missed. */
export async function runIdle(options: { quick: boolean }): Promise<boolean> {
  console.log(`${cpus().length} cores, load before: ${loadavg()[0]?.toFixed(2)}`);
  const folder = await mkdtemp(path.join(tmpdir(), "bookbell-bench-"));
  const desktop = await startDesktop({ windowManager: true });
  try {
    const seeded = (await seed(folder, [stored])).get(stored) ?? "";
    const lines = await idleBudgets(desktop.env, seeded, options.quick ? 5 : 21);
    console.log(`\n${tableOf(lines)}\n`);
    return lines.every(({ kept }) => kept !== false);
  } finally {
    await desktop.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
