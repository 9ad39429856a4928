import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { officialVersion } from "./electron-runtime.mjs";
import { repository } from "./setup/paths.mjs";
import { setUp } from "./setup.mjs";

/**
 * Builds packages with electron-builder, which takes what stands behind `npm run package --`. Where the official
 * Electron is out of reach, they hold the one that Bookbell runs with here, and are for trying out only.
 */
const { env } = await setUp();
// With the time of the commit as that of every file, the same source gives the same bytes.
const committed = spawnSync("git", ["log", "-1", "--format=%ct"], { cwd: repository, encoding: "utf8" });
const time = committed.status === 0 ? { SOURCE_DATE_EPOCH: committed.stdout.trim() } : {};
const folder = env.ELECTRON_OVERRIDE_DIST_PATH;
const version = readFileSync(join(folder, "version"), "utf8").replace(/^v/, "").trim();
const official = officialVersion();
const own = [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`];
if (version !== official)
  console.log(`Electron ${official} is out of reach: these packages hold ${version}. Give them to nobody.`);

const builder = join("node_modules", "electron-builder", "cli.js");
const wanted = process.argv.slice(2);
// Only whoever says so publishes; electron-builder would by itself, where it sees a tag.
if (!wanted.some((one) => one.startsWith("--publish"))) wanted.push("--publish=never");
const args = [builder, ...(version === official ? [] : own), ...wanted];
const { status } = spawnSync(process.execPath, args, {
  cwd: repository,
  env: { ...time, ...env },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
