import path from "node:path";
import { Menu, nativeTheme, Tray } from "electron";
import { healthOf } from "../../common/health.ts";
import type { View } from "../../common/view.ts";
import type { MainWords } from "../../common/words/main.ts";
import { presented } from "../view/masked-view.ts";
import type { ViewModel } from "../view/view-model.ts";
import { isWell, trayIcon } from "./icon.ts";
import { ringOf, soonTitle } from "./meetings.ts";
import { type TrayActions, trayMenu, trayTooltip } from "./menu.ts";
import { pictureOf } from "./picture.ts";

/** The icon in the system's bar, from `start` on with a menu, drawn from the view and kept in step with it. */
export function createTray(icons: string, model: ViewModel, words: () => MainWords) {
  const icon = () => pictureFor(model.get(), icons);
  let shown = icon();
  let drawn = "";
  const first = new Tray(pictureOf(shown.file, shown.ring));
  let tray = first;
  let draw = () => {};

  function drawWith(actions: TrayActions) {
    if (tray.isDestroyed()) return;
    const { file, ring } = icon();
    if (shown.file !== file || shown.ring !== ring) {
      shown = { file, ring };
      tray.setImage(pictureOf(file, ring));
    }
    const view = presented(model.get(), model.get());
    const tooltip = trayTooltip(view, words());
    const title = view.settings.trayTitle && !view.presenting ? soonTitle(view, words()) : "";
    const menu = trayMenu(view, actions, words());
    const said = JSON.stringify([tooltip, title, menu]);
    if (said === drawn) return;
    drawn = said;
    tray.setToolTip(tooltip);
    // Only macOS shows one.
    tray.setTitle(title);
    // Linux keeps a copy of the menu: it shows a change only when the menu is set again.
    tray.setContextMenu(Menu.buildFromTemplate(menu));
  }

  return {
    start(actions: TrayActions): void {
      draw = () => drawWith(actions);
      model.onChange(draw);
      nativeTheme.on("updated", draw);
      draw();
    },
    /** The one that the window belongs to. */
    tray: first,
    /**
     * Makes it anew for a host that was not there when it was made: Electron 33 to 45 register only once. The window
     * goes on hearing of clicks from the first.
     */
    again(): void {
      if (tray !== first) tray.destroy();
      tray = new Tray(pictureOf(shown.file, shown.ring));
      tray.on("click", (...click) => void first.emit("click", ...click));
      drawn = "";
      draw();
    },
  };
}

/** What is wrong is plain to see: no ring is around it. */
function pictureFor(view: View, icons: string) {
  const file = path.join(icons, trayIcon(view, taskbar()));
  return { file, ring: isWell(healthOf(view)) ? ringOf(view) : 0 };
}

function taskbar() {
  // Electron 35 and later know the taskbar's own theme, which on Windows can differ from the windows'.
  const { shouldUseDarkColorsForSystemIntegratedUI: dark = nativeTheme.shouldUseDarkColors } = nativeTheme;
  return { platform: process.platform, dark, desktop: process.env.XDG_CURRENT_DESKTOP ?? "" };
}
