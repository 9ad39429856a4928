import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { createPackageWithOptions, extractAll, uncache } from "@electron/asar";
import { run } from "./system.ts";

/** Packing and installing take longer than a program that only tells something. */
const runLong = promisify(execFile);
const repository = path.join(import.meta.dirname, "../..");

/** Where `installDeb` puts the program. */
export const installed = "/opt/Bookbell/bookbell";

/** This machine may have programs installed by a test: a Debian whose root runs it, without a Bookbell of its own. */
export async function mayInstall(): Promise<boolean> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  return !/\sinstall$/m.test(await run("dpkg", ["--get-selections", "bookbell"]));
}

/**
 * Builds as a release does, but for fpm, which only GitHub has. @returns the application's folder, or the package's file
 */
export async function buildPackage(target: "dir" | "deb"): Promise<string> {
  const output = path.join(repository, "test-results/package", target);
  const env = { ...process.env, CUSTOM_FPM_PATH: path.join(import.meta.dirname, "fpm.mjs") };
  const args = ["scripts/package.mjs", "--linux", target, `-c.directories.output=${output}`];
  await runLong(process.execPath, args, { cwd: repository, env, maxBuffer: 1e8 });
  const wanted = target === "dir" ? "linux-unpacked" : ".deb";
  const made = (await readdir(output)).find((name) => name.endsWith(wanted));
  if (!made) throw new Error("electron-builder made nothing.");
  return path.join(output, made);
}

/**
 * Packs the application in `folder` anew with a change: there is no other way to test what it refuses, and on other
 * systems not even this, as their Electron checks the archive.
 */
export async function packAnew(folder: string, change: (content: string) => Promise<void>): Promise<void> {
  const archive = path.join(folder, "resources/app.asar");
  const content = await mkdtemp(path.join(tmpdir(), "bookbell-archive-"));
  // It goes on taking an archive for what it was when it was first read.
  uncache(archive);
  extractAll(archive, content);
  await change(content);
  await createPackageWithOptions(content, archive, { unpack: "**/{*.node,128x128.png}" });
  await rm(content, { recursive: true });
}

/** Lets its window be looked at, which a package as it is does not. */
export const letBeWatched = (folder: string): Promise<void> =>
  packAnew(folder, async (content) => {
    const main = path.join(content, "out/main");
    const files = (await readdir(main))
      .filter((name) => name.endsWith(".js"))
      .map((name) => path.join(main, name));
    for (const file of files) {
      const code = await readFile(file, "utf8");
      await writeFile(file, code.replaceAll("remote-debugging-", "never-heard-of-"));
    }
  });

const apt = (...args: readonly string[]) =>
  runLong("apt-get", ["-y", "-q", "-o", "DPkg::Lock::Timeout=120", ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });

export const installDeb = (file: string) => apt("install", "--no-install-recommends", file);
export const removeDeb = () => apt("remove", "bookbell");
/** Has the system forget it. */
export const purgeDeb = () => apt("purge", "bookbell");
