import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { createPackageWithOptions, extractAll, uncache } from "@electron/asar";
import { standIns } from "./stand-ins/tools.ts";

/** Packing and installing take longer than a program that only tells something. */
const runLong = promisify(execFile);
const repository = path.join(import.meta.dirname, "../..");
const output = path.join(repository, "test-results/package");

/** Where deb and rpm put the program. */
export const installed = "/opt/Bookbell/bookbell";
/** By which software centres show it. */
export const metainfo = "/usr/share/metainfo/app.bookbell.Bookbell.metainfo.xml";

/** What electron-builder makes for Linux, and the folder from which that is packed. */
export interface Made {
  readonly folder: string;
  readonly deb: string;
  readonly rpm: string;
  readonly appImage: string;
}

/** Where the build of `name` puts it all. */
const placeOf = (name: string) => path.join(output, name);

/** What the build of that name has made; empty where it was not asked for. */
export async function made(name = "release"): Promise<Made> {
  const place = placeOf(name);
  const names = await readdir(place);
  const file = (end: string) => {
    const found = names.find((one) => one.endsWith(end));
    return found ? path.join(place, found) : "";
  };
  return {
    folder: path.join(place, "linux-unpacked"),
    deb: file(".deb"),
    rpm: file(".rpm"),
    appImage: file(".AppImage"),
  };
}

interface Wanted {
  readonly targets: readonly string[];
  /** Of the build, for `made`. */
  readonly name: string;
  /** Further settings of electron-builder's. */
  readonly settings?: readonly string[];
}

/** Builds as a release does, with stand-ins for the helpers that only GitHub has. */
export async function build({ targets, name, settings = [] }: Wanted): Promise<Made> {
  const place = placeOf(name);
  await rm(place, { recursive: true, force: true });
  const env = { ...process.env, ...(await standIns(path.join(output, "stand-ins"))) };
  const args = [`-c.directories.output=${place}`, ...settings];
  const command = [path.join(repository, "scripts/package.mjs"), "--linux", ...targets, ...args];
  await runLong(process.execPath, command, { cwd: repository, env, maxBuffer: 1e8 });
  return made(name);
}

/** A copy of the folder that the packages were made from, to be changed; without what fpm's packages have besides. */
export async function unpacked(name: string): Promise<string> {
  const folder = path.join(placeOf(name), "linux-unpacked");
  await rm(folder, { recursive: true, force: true });
  await cp((await made()).folder, folder, { recursive: true });
  for (const extra of ["package-type", "apparmor-profile"])
    await rm(path.join(folder, "resources", extra), { force: true });
  return folder;
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
