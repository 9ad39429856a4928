import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, SetUpError } from "./commands.mjs";
import { repository } from "./paths.mjs";

const sources = [
  "common",
  "main",
  "preload",
  "renderer",
  "electron.vite.config.ts",
  "scripts/licences.mjs",
  "package-lock.json",
  "package.json",
  "tsconfig.json",
];
const hashFile = join(repository, "out", ".build-hash");
const result = join(repository, "out", "main", "index.js");

function hashSources() {
  const hash = createHash("sha256");
  /** @param {string} path */
  const add = (path) => {
    const content = readFileSync(join(repository, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  };
  for (const source of sources) {
    if (source.includes(".")) add(source);
    else for (const file of filesBelow(source)) add(file);
  }
  return hash.digest("hex");
}

/** @param {string} folder */
function filesBelow(folder) {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(repository.length + 1))
    .sort();
}

/**
 * Builds the application into out/ when its sources are not the ones it was last built from.
 * @param {NodeJS.ProcessEnv} env
 */
export async function buildApp(env) {
  const hash = hashSources();
  if (existsSync(result) && existsSync(hashFile) && readFileSync(hashFile, "utf8") === hash) return;
  console.log("Building Bookbell…");
  rmSync(hashFile, { force: true });
  const builder = join(repository, "node_modules", "electron-vite", "bin", "electron-vite.js");
  const { code, output } = await run(process.execPath, [builder, "build"], { env });
  if (code !== 0) throw new SetUpError(`${output}\nBookbell could not be built; the builder says why above.`);
  mkdirSync(join(repository, "out"), { recursive: true });
  writeFileSync(hashFile, hash);
}
