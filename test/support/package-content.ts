import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { lstat, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { extractAll } from "@electron/asar";
import manifest from "../../package.json" with { type: "json" };
import { run } from "./system.ts";

/** Imports each of its arguments, and prints which are not whole; Electron itself is never there. */
const importAll = `const lacking = [];
for (const name of process.argv.slice(1))
  await import(name).catch(({ code, message }) => {
    if (/MODULE_NOT_FOUND/.test(code) && !message.includes("'electron'")) lacking.push(name + ": " + message);
  });
console.log(JSON.stringify(lacking));`;

/** What the code in an archive asks for and cannot load from it, be it that a package lacks one of its own. */
export async function lackingIn(archive: string): Promise<{ asked: string[]; lacking: string[] }> {
  const content = await mkdtemp(path.join(tmpdir(), "bookbell-content-"));
  extractAll(archive, content);
  const main = path.join(content, "out/main");
  // These are loaded under another name than import.
  const asked = new Set(["@photostructure/sqlite", "@ngrok/ngrok"]);
  const direct = Object.keys(manifest.dependencies);
  for (const name of await readdir(main, { recursive: true })) {
    const code = name.endsWith(".js") ? await readFile(path.join(main, name), "utf8") : "";
    for (const [, specifier = ""] of code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`]([^"'`\s]+)["'`]/g))
      if (direct.some((known) => specifier === known || specifier.startsWith(`${known}/`)))
        asked.add(specifier);
  }
  const within = ["--input-type=module", "--eval", importAll, ...asked];
  const printed = await run("env", ["--chdir", main, process.execPath, ...within]);
  await rm(content, { recursive: true });
  return { asked: [...asked], lacking: JSON.parse(printed) };
}

const filesIn = async (folder: string) => (await readdir(folder, { recursive: true })).sort();

export async function megabytesIn(folder: string): Promise<number> {
  const sizes = (await filesIn(folder)).map(async (name) => (await lstat(path.join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1e6;
}

/**
 * What of an application is not Electron's; and the same without the SQLite that only an Electron older than 42 has
 * beside it, as users have it.
 */
export async function ownMegabytes(application: string): Promise<{ all: number; withoutSqlite: number }> {
  const resources = path.join(application, "resources");
  const sqlite = path.join(resources, "app.asar.unpacked/node_modules/@photostructure");
  const all = await megabytesIn(resources);
  return { all, withoutSqlite: existsSync(sqlite) ? all - (await megabytesIn(sqlite)) : all };
}

/** A hash of each file, by its name. */
export async function hashesIn(folder: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const name of await filesIn(folder)) {
    const file = path.join(folder, name);
    if (!(await lstat(file)).isFile()) continue;
    hashes.set(
      name,
      createHash("sha256")
        .update(await readFile(file))
        .digest("hex"),
    );
  }
  return hashes;
}
