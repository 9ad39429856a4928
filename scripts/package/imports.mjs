import { readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadConfigFromFile, parseAst } from "vite";
import { repository } from "../setup/paths.mjs";

/** @typedef {{ source?: Node | null, arguments?: Node[], value?: unknown, quasis?: { value: { cooked: string } }[] }} Node */
/** @typedef {{ main?: { build?: { externalizeDeps?: { exclude?: string[] } } } }} ViteConfig */

const out = join(repository, "out");
const configFile = join(repository, "electron.vite.config.ts");
const { dependencies } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));

/** What stands between quotes, or between the backticks that minified code has in their place. @param {Node} [node] */
function textOf(node) {
  if (typeof node?.value === "string") return node.value;
  return node?.quasis?.length === 1 ? node.quasis[0]?.value.cooked : undefined;
}

/**
 * Calls `found` with every text that may name a module: what an import is from, or a call has for its only argument, as
 * require does under whatever name.
 * @param {unknown} node
 * @param {(specifier: string) => void} found
 */
function eachSpecifier(node, found) {
  if (node === null || typeof node !== "object") return;
  const { source, arguments: given } = /** @type {Node} */ (node);
  const specifier = textOf(source ?? (given?.length === 1 ? given[0] : undefined));
  if (specifier !== undefined) found(specifier);
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
  const outside = Object.keys(dependencies).filter((name) => !within.includes(name));
  const imported = new Set();
  for (const { parentPath, name } of readdirSync(out, { recursive: true, withFileTypes: true })) {
    // The relay is a program of its own, and the page can load no package.
    if (/[/\\](relay|renderer)\b/.test(parentPath.slice(out.length)) || !/\.c?js$/.test(name)) continue;
    eachSpecifier(parseAst(readFileSync(join(parentPath, name), "utf8")), (specifier) => {
      const one = outside.find((known) => specifier === known || specifier.startsWith(`${known}/`));
      if (one) imported.add(one);
    });
  }
  return [...imported].sort();
}

/**
 * Notes them beside the code, for whoever packs it: that one has the signing keys, and runs as little as it can.
 */
export async function noteImports() {
  writeFileSync(join(out, "imports.json"), JSON.stringify(await importedPackages()));
}

const script = process.argv[1];
if (script && pathToFileURL(realpathSync(script)).href === import.meta.url) await noteImports();
