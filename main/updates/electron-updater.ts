import { app } from "electron";
import { appImageOf } from "../lifecycle/app-image.ts";
import type { Updater } from "./updates.ts";

/** electron-updater, which is loaded when it is first needed. Where it looks stands in the package's app-update.yml. */
export async function loadUpdater(): Promise<Updater> {
  const { default: electronUpdater } = await import("electron-updater");
  const { autoUpdater } = electronUpdater;
  // It would write addresses into the log.
  autoUpdater.logger = null;
  autoUpdater.autoRunAppAfterInstall = false;
  return autoUpdater;
}

/** Quits, which installs what was downloaded, and starts the new version, with its window hidden. */
export function restartInto(): void {
  const appImage = appImageOf(process.env, process.execPath);
  // Within an AppImage the program lies in a place that is gone by then.
  app.relaunch({ args: ["--hidden"], ...(appImage && { execPath: appImage }) });
  app.quit();
}
