import { spawnSync } from "node:child_process";
import path from "node:path";
import type { WorkerTask } from "../../main/store/thread/protocol.ts";
import { storeWorker } from "./files.ts";

const beside = (name: string) => path.join(import.meta.dirname, name);

/** Runs the store's thread for real and kills it -9 just before that step; false = it ended before it came so far. */
export function killedAt(step: number, task: WorkerTask): boolean {
  const { signal, status, stderr } = spawnSync(
    process.execPath,
    ["--require", beside("kill-at-step.cjs"), beside("store-thread.mjs"), storeWorker, JSON.stringify(task)],
    { env: { ...process.env, KILL_AT: String(step) }, encoding: "utf8" },
  );
  if (signal === "SIGKILL") return true;
  if (status !== 0) throw new Error(stderr);
  return false;
}
