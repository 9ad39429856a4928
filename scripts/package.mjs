import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setUp } from "./setup.mjs";

/**
 * Builds packages with electron-builder, which takes what stands behind `npm run package --`. Where the official
 * Electron is out of reach, they hold the one that Bookbell runs with here, and are for trying out only.
 */
const { env } = await setUp();
const { findElectron } = await import("./electron-runtime.mjs");
const { folder } = await findElectron();
const version = readFileSync(join(folder, "version"), "utf8").replace(/^v/, "").trim();
const { version: official } = JSON.parse(readFileSync("node_modules/electron/package.json", "utf8"));
const own = [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`];
if (version !== official)
  console.log(`Electron ${official} is out of reach: these packages hold ${version}. Give them to nobody.`);

const builder = join("node_modules", "electron-builder", "cli.js");
const wanted = process.argv.slice(2);
// Only whoever says so publishes; electron-builder would by itself, where it sees a tag.
if (!wanted.some((one) => one.startsWith("--publish"))) wanted.push("--publish=never");
const args = [builder, ...(version === official ? [] : own), ...wanted];
const { status } = spawnSync(process.execPath, args, {
  cwd: join(import.meta.dirname, ".."),
  env,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
