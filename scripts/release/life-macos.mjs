import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tryInstalled } from "./try-installed.mjs";

/** @param {string} program @param {string[]} args */
const run = (program, ...args) => execFileSync(program, args, { stdio: "inherit" });

/** Whether it bears the name of a developer whom Apple knows. @param {string} application */
const isSigned = (application) =>
  spawnSync("codesign", ["--display", "--verbose=2", application], { encoding: "utf8" }).stderr.includes(
    "Authority=Developer ID Application",
  );

/**
 * Installs out of the image, tries, removes; where it was signed, Gatekeeper is asked, too.
 * @param {(end: string) => string} packageFor
 */
export async function life(packageFor) {
  const image = packageFor(`${process.arch}.dmg`);
  const mounted = mkdtempSync(join(tmpdir(), "bookbell-image-"));
  const application = "/Applications/Bookbell.app";
  run("hdiutil", "attach", image, "-nobrowse", "-readonly", "-mountpoint", mounted);
  run("ditto", join(mounted, "Bookbell.app"), application);
  run("hdiutil", "detach", mounted);
  if (isSigned(application)) {
    run("codesign", "--verify", "--deep", "--strict", application);
    run("spctl", "--assess", "--type", "execute", "--verbose", application);
    run("xcrun", "stapler", "validate", application);
  }
  await tryInstalled(join(application, "Contents/MacOS/Bookbell"));
  rmSync(application, { recursive: true });
}
