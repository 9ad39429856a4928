import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, SetUpError } from "./commands.mjs";
import { repository } from "./paths.mjs";

/** @typedef {{ what: string, sources: string[], result: string, hashFile: string, commands: string[][] }} Build */

const shared = [
  "common",
  "languages",
  "main",
  "package-lock.json",
  "package.json",
  "scripts/dependencies.mjs",
  "scripts/languages",
  "scripts/languages.mjs",
  "scripts/licences.mjs",
  "tsconfig.json",
];
const compileLanguages = ["scripts/languages.mjs"];
/** @type {Build} */
const app = {
  what: "Bookbell",
  sources: [
    ...shared,
    "preload",
    "renderer",
    "electron.vite.config.ts",
    "full-screen.config.ts",
    "scripts/package/imports.mjs",
  ],
  result: join(repository, "out", "imports.json"),
  hashFile: join(repository, "out", ".build-hash"),
  commands: [
    compileLanguages,
    ["node_modules/electron-vite/bin/electron-vite.js", "build"],
    ["node_modules/vite/bin/vite.js", "build", "--config=full-screen.config.ts"],
    ["scripts/package/imports.mjs"],
  ],
};
/** @type {Build} */
const relay = {
  what: "the relay",
  sources: [...shared, "relay", "relay.config.ts"],
  result: join(repository, "out", "relay", "bookbell-relay.mjs"),
  hashFile: join(repository, "out", ".relay-hash"),
  commands: [compileLanguages, ["node_modules/vite/bin/vite.js", "build", "--config=relay.config.ts"]],
};

/** @param {string[]} sources */
function hashOf(sources) {
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
  return (
    readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(repository.length + 1))
      // Made by the build itself.
      .filter((file) => !file.startsWith(join("languages", "compiled")))
      .sort()
  );
}

/**
 * Builds the application into out/ when its sources are not the ones it was last built from.
 * @param {NodeJS.ProcessEnv} env
 */
export const buildApp = (env) => build(app, env);

/** The same for the program that a team's relay is; returns where it lies. */
export async function buildRelay() {
  await build(relay, process.env);
  return relay.result;
}

/**
 * @param {Build} wanted
 * @param {NodeJS.ProcessEnv} env
 */
async function build({ what, sources, result, hashFile, commands }, env) {
  const hash = hashOf(sources);
  if (existsSync(result) && existsSync(hashFile) && readFileSync(hashFile, "utf8") === hash) return;
  console.log(`Building ${what}…`);
  rmSync(hashFile, { force: true });
  for (const command of commands) {
    const { code, output } = await run(process.execPath, command, { env });
    if (code !== 0)
      throw new SetUpError(`${output}\nThis could not be built: ${what}. The builder says why above.`);
  }
  mkdirSync(join(repository, "out"), { recursive: true });
  writeFileSync(hashFile, hash);
}
