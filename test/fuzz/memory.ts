import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** What this process holds in memory after collecting all garbage, in MB: both threads, sockets and sqlite. */
export function heldMemory(): number {
  collect();
  collect();
  return process.memoryUsage.rss() / 2 ** 20;
}
