import { execFileSync } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import { tryInstalled } from "./try-installed.mjs";

/** @param {string[]} args */
const apt = (...args) => execFileSync("sudo", ["apt-get", "-y", ...args], { stdio: "inherit" });

/**
 * The deb: installs, tries, removes. The AppImage: runs by its real runtime, mounted and unpacked.
 * @param {(end: string) => string} packageFor
 */
export async function life(packageFor) {
  apt("install", packageFor(".deb"));
  await tryInstalled("bookbell");
  apt("purge", "bookbell");
  for (const left of ["/opt/Bookbell", "/usr/bin/bookbell", "/etc/apparmor.d/bookbell"])
    if (existsSync(left)) throw new Error(`It is still there: ${left}`);
  const image = packageFor(".AppImage");
  chmodSync(image, 0o755);
  await tryInstalled(image);
  await tryInstalled(image, ["--appimage-extract-and-run"]);
}
