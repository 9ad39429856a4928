import { readFile } from "node:fs/promises";
import path from "node:path";
import { app } from "electron";
import { appImageOf } from "../desktop/app-image.ts";
import { WorldError } from "../lib/world-error.ts";
import type { Owner } from "./owner.ts";
import { publicKeys } from "./signature.ts";
import type { Updater } from "./updates.ts";

/** electron-updater, which is loaded when it is first needed. */
const theUpdater = async () => (await import("electron-updater")).default.autoUpdater;

/**
 * Quiet, and waiting for the end of this run to install what it has fetched.
 * @param keysFile the public keys of Bookbell's makers; within the package, so that nobody gives it others
 * @throws WorldError update-unkeyed
 */
export async function loadUpdater(owner: Owner, keysFile: string): Promise<Updater> {
  const keys = publicKeys(await readFile(keysFile, "utf8").catch(() => ""));
  if (keys.length === 0) throw new WorldError("update-unkeyed");
  const config = await readFile(path.join(process.resourcesPath, "app-update.yml"), "utf8");
  const { signedUpdater } = await import("./signed-updater.ts");
  return signedUpdater({ tellsOnly: owner !== "self", keys, config });
}

/** Quits, installs what was downloaded, and starts the new version. */
export async function restartInto(): Promise<void> {
  const appImage = appImageOf(process.env, process.execPath);
  // Windows' and macOS' installers start the new version themselves, once they are done.
  if (!appImage) return (await theUpdater()).quitAndInstall(true, true);
  // electron-updater would start it beside this one, whose lock sends it away.
  app.relaunch({ args: ["--hidden"], execPath: appImage });
  app.quit();
}
