import { readFileSync } from "node:fs";
import { join } from "node:path";
import { neededBy, withTheirs } from "../dependencies.mjs";
import { repository } from "../setup/paths.mjs";

const sqlite = "@photostructure/sqlite";
/** From this Electron on the built-in SQLite is sound (main/store/engine/library.ts), and the package is never loaded. */
const soundSince = 42;

/** @param {string} folder */
const nameOf = (folder) => folder.replaceAll("\\", "/").replace(/.*node_modules\//, "");

/**
 * Leaves out of the package that is to be made what the built code has within it, and what its Electron does.
 * @param {{ packager: {
 *   config: { files?: { filter?: string[] }[] },
 *   info: { framework: { version: string } },
 * } }} context with what electron-builder.yml says, and the Electron that is packed
 */
export function leaveOut({ packager: { config, info } }) {
  const filter = config.files?.[0]?.filter;
  if (!filter) throw new Error("electron-builder.yml has no list of files.");
  const hasOwn = Number.parseInt(info.framework.version, 10) >= soundSince;
  /** @type {string[]} */
  const imports = JSON.parse(readFileSync(join(repository, "out", "imports.json"), "utf8"));
  const wanted = imports.filter((name) => name !== sqlite || !hasOwn);
  const needed = new Set([...withTheirs(wanted)].map(nameOf));
  for (const name of [...withTheirs(neededBy(""))].map(nameOf))
    if (!needed.has(name)) filter.push(`!**/node_modules/${name}/**`);
}
