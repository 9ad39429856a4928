import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./setup/paths.mjs";

/** @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Dependent */

/**
 * What the package in a folder of this repository says of itself.
 * @param {string} folder "" for Bookbell's own
 */
export const manifestOf = (folder) =>
  JSON.parse(readFileSync(join(repository, folder, "package.json"), "utf8"));

/**
 * The names of what it needs to run, without its peers: of Electron there is one only.
 * @param {string} folder
 */
export function neededBy(folder) {
  /** @type {Dependent} */
  const { dependencies, optionalDependencies } = manifestOf(folder);
  return Object.keys({ ...dependencies, ...optionalDependencies });
}

/**
 * Where Node finds a package that one in `folder` asks for: there, or in a folder above. Undefined when it is not
 * installed, as another system's part of an optional one.
 * @param {string} name
 * @param {string} folder
 * @returns {string | undefined}
 */
function find(name, folder) {
  const found = join(folder, "node_modules", name);
  if (existsSync(join(repository, found, "package.json"))) return found;
  const above = folder.lastIndexOf("node_modules");
  return folder === "" ? undefined : find(name, above <= 0 ? "" : folder.slice(0, above - 1));
}

/**
 * The folders of packages that the one in `folder` asks for, and of all that they need in turn.
 * @param {Iterable<string>} names
 * @param {string} folder
 * @param {Set<string>} found
 */
export function withTheirs(names, folder = "", found = new Set()) {
  for (const name of names) {
    const one = find(name, folder);
    if (!one || found.has(one)) continue;
    found.add(one);
    withTheirs(neededBy(one), one, found);
  }
  return found;
}
