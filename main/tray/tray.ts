import path from "node:path";
import { Menu, nativeImage, nativeTheme, Tray } from "electron";
import { presented } from "../view/masked-view.ts";
import type { ViewModel } from "../view/view-model.ts";
import { trayIcon } from "./icon.ts";
import { type TrayActions, trayMenu, trayTooltip } from "./menu.ts";

/** The icon in the system's bar, from `start` on with a menu, drawn from the view and kept in step with it. */
export function createTray(icons: string, model: ViewModel) {
  const icon = () => path.join(icons, trayIcon(model.get(), taskbar()));
  let shown = icon();
  let drawn = "";
  const first = new Tray(nativeImage.createFromPath(shown));
  let tray = first;
  let draw = () => {};

  function drawWith(actions: TrayActions) {
    if (tray.isDestroyed()) return;
    if (shown !== icon()) {
      shown = icon();
      tray.setImage(nativeImage.createFromPath(shown));
    }
    const view = presented(model.get(), model.get());
    const tooltip = trayTooltip(view);
    const menu = trayMenu(view, actions);
    const said = JSON.stringify([tooltip, menu]);
    if (said === drawn) return;
    drawn = said;
    tray.setToolTip(tooltip);
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
      tray = new Tray(nativeImage.createFromPath(shown));
      tray.on("click", (...click) => void first.emit("click", ...click));
      drawn = "";
      draw();
    },
  };
}

function taskbar() {
  // Electron 35 and later know the taskbar's own theme, which on Windows can differ from the windows'.
  const { shouldUseDarkColorsForSystemIntegratedUI: dark = nativeTheme.shouldUseDarkColors } = nativeTheme;
  return { platform: process.platform, dark, desktop: process.env.XDG_CURRENT_DESKTOP ?? "" };
}
