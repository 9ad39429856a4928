import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../setup/paths.mjs";

/** @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Dependent */

/** @param {string[]} path */
const json = (...path) => JSON.parse(readFileSync(join(repository, ...path), "utf8"));

/**
 * These packages, and all that they need in turn.
 * @param {Iterable<string>} names
 * @param {Set<string>} all
 */
function withTheirs(names, all = new Set()) {
  for (const name of names) {
    if (all.has(name) || !existsSync(join(repository, "node_modules", name))) continue;
    all.add(name);
    /** @type {Dependent} */
    const { dependencies, optionalDependencies } = json("node_modules", name, "package.json");
    withTheirs(Object.keys({ ...dependencies, ...optionalDependencies }), all);
  }
  return all;
}

const sqlite = "@photostructure/sqlite";
/** From this Electron on the built-in SQLite is sound (main/store/engine/library.ts), and the package is never loaded. */
const soundSince = 42;

/**
 * Leaves out of the package that is to be made what the built code has within it, and what its Electron does.
 * @param {{ packager: {
 *   config: { files?: { filter?: string[] }[] },
 *   info: { framework: { version: string } },
 * } }} context with what electron-builder.yml says, and the Electron that is packed
 */
export function beforePack({ packager: { config, info } }) {
  const filter = config.files?.[0]?.filter;
  if (!filter) throw new Error("electron-builder.yml has no list of files.");
  const hasOwn = Number.parseInt(info.framework.version, 10) >= soundSince;
  /** @type {string[]} */
  const imports = json("out", "imports.json");
  const needed = withTheirs(imports.filter((name) => name !== sqlite || !hasOwn));
  for (const name of withTheirs(Object.keys(json("package.json").dependencies)))
    if (!needed.has(name)) filter.push(`!**/node_modules/${name}/**`);
}
