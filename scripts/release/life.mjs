import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { repository } from "../setup/paths.mjs";

const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
const folder = resolve(process.argv[2] ?? "packages");

/** The one package in that folder whose name ends so. @param {string} end */
function packageFor(end) {
  const [name, ...others] = readdirSync(folder).filter((one) => one.endsWith(end));
  if (!name || others.length > 0) throw new Error(`Wanted is one package that ends with ${end}.`);
  return join(folder, name);
}

const systems = /** @type {const} */ ({
  win32: "./life-windows.mjs",
  darwin: "./life-macos.mjs",
  linux: "./life-linux.mjs",
});

// The whole life of this system's packages on this very machine: for the workflow's machines, which are thrown away.
const { life } = await import(systems[/** @type {keyof typeof systems} */ (process.platform)]);
await life(packageFor, version);
