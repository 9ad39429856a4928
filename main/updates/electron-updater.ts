import { app } from "electron";
import { appImageOf } from "../lifecycle/app-image.ts";
import type { Updater } from "./updates.ts";

/** electron-updater, which is loaded when it is first needed. Where it looks stands in the package's app-update.yml. */
async function theUpdater() {
  const { default: electronUpdater } = await import("electron-updater");
  return electronUpdater.autoUpdater;
}

/** Quiet, and waiting for the end of this run to install what it has fetched. */
export async function loadUpdater(): Promise<Updater> {
  const updater = await theUpdater();
  // It would write addresses into the log.
  updater.logger = null;
  return updater;
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
