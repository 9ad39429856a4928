import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { attempt, tryInstalled, until } from "./try-installed.mjs";

const id = "app.bookbell.Bookbell";
const run = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Run`;
const uninstall = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall`;
const product = "662c9da2-9e8e-5b30-a186-ffe7d2fd1806";
const approved = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run`;
const classes = String.raw`HKCU\Software\Classes\AppUserModelId`;

/** What the registry has there; nothing where it has none. @param {string[]} args */
const registry = (...args) =>
  attempt(() =>
    execFileSync("reg", ["query", ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  );

/** @param {unknown} holds @param {string} what */
function check(holds, what) {
  if (!holds) throw new Error(`Not so: ${what}.`);
  console.log(`So it is: ${what}`);
}

/**
 * Installs, tries, upgrades as the updater does it, and uninstalls.
 * @param {(end: string) => string} packageFor
 * @param {string} version
 */
export async function life(packageFor, version) {
  const installer = packageFor(`${process.arch}.exe`);
  const folder = join(process.env.LOCALAPPDATA ?? "", "Programs", "bookbell");
  const program = join(folder, "Bookbell.exe");

  execFileSync(installer, ["/S"], { stdio: "inherit" });
  check(existsSync(program), "it is installed for this user");
  check(registry(join(uninstall, product), "/v", "DisplayVersion")?.includes(version), "Windows lists it");
  await tryInstalled(program);

  for (const key of [run, approved])
    execFileSync("reg", ["add", key, "/v", id, "/t", "REG_SZ", "/d", program, "/f"], { stdio: "inherit" });
  execFileSync(installer, ["--updated", "/S"], { stdio: "inherit" });
  check(existsSync(program), "an upgrade leaves it there");
  check(registry(run, "/v", id), "an upgrade keeps its start at login");

  execFileSync(join(folder, "Uninstall Bookbell.exe"), ["/S"], { stdio: "inherit" });
  // It goes on as a copy of itself, which can remove the folder.
  await until("the folder to be gone", () => (existsSync(program) ? undefined : true));
  await until("its entry to be gone", () => (registry(join(uninstall, product)) ? undefined : true));
  for (const key of [run, approved]) check(!registry(key, "/v", id), `nothing is left in ${key}`);
  check(!registry(join(classes, id)), "nothing is left of its notifications");
}
