import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder that is gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "bookbell-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Only root may mount a disk small enough to be filled. */
export const mayMount = process.getuid?.() === 0;

/** A disk of its own, of so many bytes, that is gone when the test ends. */
export function aSmallDisk(bytes: number): string {
  const disk = temporaryFolder();
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "none", disk]);
  onTestFinished(() => void execFileSync("umount", ["-l", disk]));
  return disk;
}

/** The store's thread as it is built; `npm test` builds before it tests. */
export const storeWorker = path.join(import.meta.dirname, "../../out/main/store-worker.js");
