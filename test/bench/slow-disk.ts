import { execFileSync } from "node:child_process";
import path from "node:path";

/** The environment in which every sync takes 5 ms longer; null where there is no C compiler to make it. */
export function slowDisk(folder: string): { LD_PRELOAD: string } | null {
  const library = path.join(folder, "slow-disk.so");
  const source = path.join(import.meta.dirname, "slow-disk.c");
  try {
    execFileSync("gcc", ["-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"], { stdio: "ignore" });
    return { LD_PRELOAD: library };
  } catch {
    return null;
  }
}
