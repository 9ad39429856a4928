import { accessSync, constants, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";

/**
 * Whether the profile's lock was refused because it cannot be made there, and not because another Bookbell has it:
 * Electron tells both in the same way. The user is then told by a window, not by nothing.
 */
export function cannotBeLocked(profile: string): boolean {
  try {
    accessSync(profile, constants.W_OK);
    return false;
  } catch {
    return !isHeld(path.join(profile, "SingletonLock"));
  }
}

/** Chromium's lock on Linux and macOS is a link that names its computer and process: "laptop-4711". */
function isHeld(lock: string): boolean {
  try {
    const [, host, pid] = /^(.*)-(\d+)$/.exec(readlinkSync(lock)) ?? [];
    if (host !== hostname()) return host !== undefined;
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
