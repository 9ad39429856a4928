import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { repository } from "../setup/paths.mjs";

const secrets = /^((WIN_)?CSC_(LINK|KEY_PASSWORD)|APPLE_(ID|APP_SPECIFIC_PASSWORD|TEAM_ID))$/;

/**
 * The environment for electron-builder: a secret that the repository does not have comes as an empty text, which it would
 * take for a certificate's file.
 * @param {NodeJS.ProcessEnv} env
 */
export const packingEnv = (env) =>
  Object.fromEntries(Object.entries(env).filter(([name, value]) => value || !secrets.test(name)));

/**
 * What is published of all that electron-builder leaves in its folder.
 * @param {string[]} names
 */
export const published = (names) =>
  names.filter((name) => /^Bookbell-|^latest.*\.yml$|\.cdx\.json$/.test(name)).sort();

/** Packs and signs with what is given, and copies what is published into packages/. */
function pack() {
  const builder = fileURLToPath(import.meta.resolve("electron-builder/cli.js"));
  const args = [builder, ...process.argv.slice(2), "--publish=never"];
  const env = packingEnv(process.env);
  const { status } = spawnSync(process.execPath, args, { cwd: repository, env, stdio: "inherit" });
  process.exitCode = status ?? 1;
  if (status !== 0) return;
  const [made, packages] = [join(repository, "dist"), join(repository, "packages")];
  mkdirSync(packages, { recursive: true });
  for (const name of published(readdirSync(made))) copyFileSync(join(made, name), join(packages, name));
}

const script = process.argv[1];
if (script && pathToFileURL(realpathSync(script)).href === import.meta.url) pack();
