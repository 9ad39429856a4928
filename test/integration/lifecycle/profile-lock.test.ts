import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { cannotBeLocked } from "../../../main/lifecycle/profile-lock.ts";
import { aSmallDisk, mayMount, temporaryFolder } from "../../support/files.ts";

/** Runs for a moment, and is over. */
const ended = execFileSync("sh", ["-c", "echo $$"]).toString().trim();

test("a folder that may be written to can be locked", () => {
  expect(cannotBeLocked(temporaryFolder())).toBe(false);
});

// Only root may mount a disk that cannot be written to.
test.skipIf(!mayMount).each<[string, string | null, boolean]>([
  ["there is none", null, true],
  ["a Bookbell that runs holds it", `${hostname()}-${process.pid}`, false],
  ["a Bookbell that was killed left it", `${hostname()}-${ended}`, true],
  ["a Bookbell on another computer holds it", "another-computer-7", false],
])("where nothing can be written, and %s", (_, lock, expected) => {
  const disk = aSmallDisk(1024 * 1024);
  if (lock) symlinkSync(lock, path.join(disk, "SingletonLock"));
  execFileSync("mount", ["-o", "remount,ro", disk]);
  expect(cannotBeLocked(disk)).toBe(expected);
});
