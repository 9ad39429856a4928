import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import v8 from "node:v8";
import { app } from "electron";

/** @typedef {{ name?: string, productName?: string, version?: string, desktopName?: string, v8Flags?: string }} Manifest */
/** @typedef {{ setAppPath(path: string): void, setDesktopName(name: string): void, setVersion(version: string): void }} Undocumented */

/** @param {string[]} args */
function readArguments(args) {
  /** @type {string[]} */
  const preloads = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "-r" || arg === "--require") preloads.push(args[++at] ?? "");
    else if (!arg.startsWith("-")) return { folder: resolve(arg), preloads };
  }
  return { folder: undefined, preloads };
}

/** @param {string} folder */
function takeOn(folder) {
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const electron = /** @type {Electron.App & Undocumented} */ (app);
  if (manifest.version) electron.setVersion(manifest.version);
  electron.name = manifest.productName ?? manifest.name ?? electron.name;
  electron.setDesktopName(manifest.desktopName ?? `${electron.name}.desktop`);
  if (manifest.v8Flags) v8.setFlagsFromString(manifest.v8Flags);
  electron.setAppPath(folder);
}

const require = createRequire(import.meta.url);
const { folder, preloads } = readArguments(process.argv.slice(1));
// Electron's own default app sets it, and applications tell by it that argv holds their folder.
Object.defineProperty(process, "defaultApp", { value: true, enumerable: true });
for (const file of preloads) require(resolve(file));

if (folder) {
  takeOn(folder);
  // Awaited, because Electron holds "ready" back until this module is evaluated: the
  // application must still be able to do what is only allowed before.
  await import(pathToFileURL(require.resolve(folder)).href);
} else {
  console.error("Please name the folder of the application to start.");
  app.exit(1);
}
