import type { ElectronApplication } from "@playwright/test";
import { opened, startBookbell } from "../support/bookbell.ts";
import type { Env } from "../support/desktop/child.ts";
import type { TrayItem } from "../support/desktop/tray-item.ts";
import { startTrayHost } from "../support/tray-host.ts";
import { profileWith } from "./rivals.ts";

/** Milliseconds from the click on the tray icon until the schedule is painted, each. */
export interface Openings {
  /** The page was only hidden. */
  readonly kept: readonly number[];
  /** It had been let go, as after ten minutes of hiding. */
  readonly rebuilt: readonly number[];
}

/** Opens the window of a Bookbell with these bookings, so often in each way, by its tray icon as a user does. */
export async function openings(env: Env, seeded: string, times: number): Promise<Openings> {
  const host = await startTrayHost(env);
  const bookbell = await startBookbell(env, await profileWith(env, seeded));
  try {
    await opened(bookbell);
    const item = await host.nextItem();
    const found = { kept: [] as number[], rebuilt: [] as number[] };
    for (let i = 0; i < times; i++) {
      await hide(bookbell.app, item);
      found.kept.push(await open(bookbell.app, item));
      await hide(bookbell.app, item);
      await bookbell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.destroy());
      found.rebuilt.push(await open(bookbell.app, item));
    }
    return found;
  } finally {
    await bookbell.app.close();
    host.stop();
  }
}

async function hide(app: ElectronApplication, item: TrayItem): Promise<void> {
  const hidden = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => BrowserWindow.getAllWindows()[0]?.once("hide", () => resolve())),
  );
  // The listener is in place once a later call has been answered.
  await app.evaluate(() => {});
  await item.activate();
  await hidden;
}

/** Main looks on, because Playwright has the page believe that it is always visible. */
async function open(app: ElectronApplication, item: TrayItem): Promise<number> {
  const painted = app.evaluate(
    ({ app, BrowserWindow }, whenDrawn) =>
      new Promise<number>((resolve) => {
        const watch = (window: Electron.BrowserWindow) =>
          window.once("show", async () => {
            await window.webContents.executeJavaScript(whenDrawn);
            resolve(performance.timeOrigin + performance.now());
          });
        const [window] = BrowserWindow.getAllWindows();
        if (window) watch(window);
        else app.once("browser-window-created", (_, created) => watch(created));
      }),
    drawn,
  );
  await app.evaluate(() => {});
  const clicked = performance.timeOrigin + performance.now();
  await item.activate();
  return (await painted) - clicked;
}

/** Resolves in the page when a frame that holds the schedule has gone to the screen. */
const drawn = `new Promise((resolve) => {
  const look = () =>
    requestAnimationFrame(document.querySelector(".agenda, .empty") ? () => requestAnimationFrame(resolve) : look);
  look();
})`;
