import { type Rectangle, screen } from "electron";
import type { Menubar } from "electron-menubar";
import type { SettingsStore } from "../settings/settings.ts";

/** Of the window, in its own units: pixels at a text size of 100 %. */
const ownWidth = 400;
const leastHeight = 320;

/** How large the window is in a work area, in pixels; its text grows with it, and it with its text. */
function sizeIn(
  area: Pick<Rectangle, "width" | "height">,
  { height, textSize }: { readonly height: number; readonly textSize: number },
) {
  const grown = (length: number, most: number) => Math.min(Math.round((length * textSize) / 100), most);
  return {
    width: grown(ownWidth, area.width),
    height: grown(height, area.height),
    least: grown(leastHeight, area.height),
    textSize,
  };
}

/**
 * Keeps the window as large as the user wants it. It is as wide as its text needs; its height is pulled at its edge,
 * and kept when the window is hidden.
 */
export function followSize(bar: Menubar, settings: Pick<SettingsStore, "get" | "hold" | "watch">) {
  /** As it was set last: the text size is the one that its height is of. */
  let set = { width: 0, height: 0, least: 0, textSize: 100 };

  /** On the screen on which it is, or is about to be. */
  function wanted() {
    const display = bar.window?.isVisible()
      ? screen.getDisplayMatching(bar.window.getBounds())
      : screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    return sizeIn(display.workArea, {
      height: settings.get("windowHeight"),
      textSize: settings.get("textSize"),
    });
  }

  function apply(): void {
    const { window } = bar;
    if (!window) return;
    set = wanted();
    window.setMinimumSize(set.width, set.least);
    window.setMaximumSize(set.width, 0);
    window.setSize(set.width, set.height);
    window.webContents.setZoomFactor(set.textSize / 100);
  }

  function keep(): void {
    const height = bar.window?.getSize()[1] ?? set.height;
    if (height === set.height || set.height === 0) return;
    set = { ...set, height };
    settings.hold({ windowHeight: Math.round((height * 100) / set.textSize) });
  }

  bar.on("create-window", () => {
    const { webPreferences, ...rest } = bar.getOption("browserWindow");
    set = wanted();
    const { least, width, height } = set;
    bar.setOption("browserWindow", {
      ...rest,
      width,
      height,
      minWidth: width,
      maxWidth: width,
      minHeight: least,
      webPreferences: { ...webPreferences, zoomFactor: set.textSize / 100 },
    });
  });
  // Screens come and go while it is hidden.
  bar.on("show", apply);
  bar.on("hide", keep);
  settings.watch(["textSize"], () => {
    keep();
    apply();
  });
  return { keep };
}
