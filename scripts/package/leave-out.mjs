import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadConfigFromFile, parseAst } from "vite";
import { repository } from "../setup/paths.mjs";

/** @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Dependent */
/** @typedef {{ source?: Node | null, arguments?: Node[], value?: unknown }} Node */

const out = join(repository, "out");
const configFile = join(repository, "electron.vite.config.ts");
/** @typedef {{ main?: { build?: { externalizeDeps?: { exclude?: string[] } } } }} ViteConfig */

/** @param {string[]} path */
const manifest = (...path) =>
  /** @type {Dependent} */ (JSON.parse(readFileSync(join(repository, ...path, "package.json"), "utf8")));

/**
 * Calls `found` with every text that may name a module: what an import is from, or a call has for its only argument, as
 * require does under whatever name.
 * @param {unknown} node
 * @param {(specifier: string) => void} found
 */
function eachSpecifier(node, found) {
  if (node === null || typeof node !== "object") return;
  const { source, arguments: given } = /** @type {Node} */ (node);
  const specifier = (source ?? (given?.length === 1 ? given[0] : undefined))?.value;
  if (typeof specifier === "string") found(specifier);
  for (const value of Object.values(node)) eachSpecifier(value, found);
}

/** The packages that electron.vite.config.ts puts into the built code. */
async function bundled() {
  const loaded = await loadConfigFromFile({ command: "build", mode: "production" }, configFile, repository);
  const { main } = /** @type {ViteConfig} */ (loaded?.config ?? {});
  return main?.build?.externalizeDeps?.exclude ?? [];
}

/** The packages below `dependencies` that built code asks for, and does not have within it. */
async function importedPackages() {
  const within = await bundled();
  const outside = Object.keys(manifest().dependencies ?? {}).filter((name) => !within.includes(name));
  const imported = new Set();
  for (const { parentPath, name } of readdirSync(out, { recursive: true, withFileTypes: true })) {
    // The relay is a program of its own, and the page can load no package.
    if (/[/\\](relay|renderer)\b/.test(parentPath.slice(out.length)) || !/\.c?js$/.test(name)) continue;
    eachSpecifier(parseAst(readFileSync(join(parentPath, name), "utf8")), (specifier) => {
      const one = outside.find((known) => specifier === known || specifier.startsWith(`${known}/`));
      if (one) imported.add(one);
    });
  }
  return /** @type {Set<string>} */ (imported);
}

/**
 * These packages, and all that they need in turn.
 * @param {Iterable<string>} names
 * @param {Set<string>} all
 */
function withTheirs(names, all = new Set()) {
  for (const name of names) {
    if (all.has(name) || !existsSync(join(repository, "node_modules", name))) continue;
    all.add(name);
    const { dependencies, optionalDependencies } = manifest("node_modules", name);
    withTheirs(Object.keys({ ...dependencies, ...optionalDependencies }), all);
  }
  return all;
}

/**
 * Leaves out of the package that is to be made what the built code has within it.
 * @param {{ packager: { config: { files?: { filter?: string[] }[] } } }} context with what electron-builder.yml says
 */
export async function beforePack({ packager: { config } }) {
  const filter = config.files?.[0]?.filter;
  if (!filter) throw new Error("electron-builder.yml has no list of files.");
  const needed = withTheirs(await importedPackages());
  for (const name of withTheirs(Object.keys(manifest().dependencies ?? {})))
    if (!needed.has(name)) filter.push(`!**/node_modules/${name}/**`);
}
