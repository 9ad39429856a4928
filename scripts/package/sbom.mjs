import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { officialVersion } from "../electron-runtime.mjs";
import { run } from "../setup/commands.mjs";
import { repository } from "../setup/paths.mjs";
import { enginesIn, runtime } from "./engines.mjs";

/** @typedef {{ "bom-ref": string, type: string, name: string, version: string, [more: string]: unknown }} Component */
/** @typedef {{ ref: string, dependsOn: string[] }} Dependency */
/** @typedef {{ serialNumber?: string, metadata: { timestamp?: string, component: Component }, components: Component[], dependencies: Dependency[] }} Bom */
/** @typedef {{ version?: string, dev?: true, devOptional?: true }} Locked */

const named = (/** @type {{ name: string, version: string }} */ { name, version }) => `${name}@${version}`;

async function npmBom() {
  const script = process.env.npm_execpath ?? "";
  // Its own --omit=dev (npm 11.19) leaves out what tools and Bookbell both need.
  const args = ["sbom", "--sbom-format=cyclonedx", "--package-lock-only"];
  const { code, output } =
    basename(script) === "npm-cli.js"
      ? await run(process.execPath, [script, ...args])
      : await run("npm", args, { shell: process.platform === "win32" });
  if (code !== 0) throw new Error(output);
  return /** @type {Bom} */ (JSON.parse(output.slice(output.indexOf("{"))));
}

/** Every package that is not for building and testing only, by name and version. */
async function lockedForUse() {
  const lock = JSON.parse(await readFile(join(repository, "package-lock.json"), "utf8"));
  const places = /** @type {[string, Locked][]} */ (Object.entries(lock.packages));
  const used = places.filter(([place, { dev, devOptional }]) => place && !dev && !devOptional);
  return new Set(used.map(([place, { version }]) => `${place.split("node_modules/").at(-1)}@${version}`));
}

/** @typedef {import("./engines.mjs").Engines} Engines */

/** What the program that was packed last has within it. @type {Engines | undefined} */
let engines;

/**
 * @param {{ appOutDir: string, electronPlatformName: string, packager: { executableName?: string, appInfo: { productFilename: string } } }} context
 */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo;
  const framework = "Contents/Frameworks/Electron Framework.framework/Versions/A/Electron Framework";
  const programs = new Map([
    ["darwin", join(`${productFilename}.app`, framework)],
    ["win32", `${productFilename}.exe`],
  ]);
  const program = programs.get(electronPlatformName) ?? packager.executableName ?? "";
  engines = await enginesIn(join(appOutDir, program));
}

/**
 * What Bookbell is made of, as CycloneDX, the same for the same package-lock.json: npm's list, and the Electron that is
 * packed.
 * @param {string} version of that Electron
 * @param {Engines} engines within it
 */
async function billOfMaterials(version, engines) {
  const [bom, used] = await Promise.all([npmBom(), lockedForUse()]);
  delete bom.serialNumber;
  delete bom.metadata.timestamp;
  // npm calls it by the name of its folder.
  Object.assign(bom.metadata.component, { type: "application", name: "bookbell" });
  const [electron, ...within] = runtime(version, engines);
  if (!electron) return bom;
  bom.components = bom.components.filter((one) => used.has(named(one)) && one.name !== electron.name);
  bom.components.push(electron, ...within);
  const known = new Set([bom.metadata.component, ...bom.components].map((one) => one["bom-ref"]));
  bom.dependencies = bom.dependencies
    .filter(({ ref }) => known.has(ref) && ref !== electron["bom-ref"])
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => known.has(other)) }));
  bom.dependencies.push({ ref: electron["bom-ref"], dependsOn: within.map((one) => one["bom-ref"]) });
  bom.dependencies
    .find(({ ref }) => ref === bom.metadata.component["bom-ref"])
    ?.dependsOn.push(electron["bom-ref"]);
  return bom;
}

/**
 * Puts the list beside the packages that were made, unless they were made of what had been packed before.
 * @param {{ outDir: string, configuration: { electronVersion?: string | null } }} built
 */
export async function afterAllArtifactBuild({ outDir, configuration }) {
  if (!engines) return [];
  const bom = await billOfMaterials(configuration.electronVersion ?? officialVersion(), engines);
  const file = join(outDir, `bookbell-${bom.metadata.component.version}.cdx.json`);
  await writeFile(file, `${JSON.stringify(bom, null, 2)}\n`);
  return [file];
}
