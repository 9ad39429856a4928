import { BrowserWindow, screen, type WebFrameMain } from "electron";
import { appName } from "../../common/app-name.ts";
import type { FullScreen, FullScreenAct } from "../../common/full-screen.ts";
import { pagePreferences } from "./page-preferences.ts";
import { fullScreenUrl } from "./protocol.ts";

interface Shown {
  readonly window: BrowserWindow;
  readonly view: FullScreen;
  readonly onAct: (act: FullScreenAct) => void;
}

/** A window over everything on the screen where the pointer is: one booking begins, and its host asked not to miss it. */
export function createFullScreen(files: { readonly icon: string; readonly preload: string }) {
  let shown: Shown | null = null;

  function close(): void {
    shown?.window.destroy();
    shown = null;
  }

  return {
    /** A later booking takes the place of an earlier one, which has been notified as well. */
    show(view: FullScreen, forMs: number, onAct: (act: FullScreenAct) => void): void {
      close();
      const window = new BrowserWindow({
        ...screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).bounds,
        show: false,
        frame: false,
        alwaysOnTop: true,
        skipTaskbar: true,
        // macOS would slide to a space of its own.
        fullscreen: process.platform !== "darwin",
        icon: files.icon,
        title: appName,
        webPreferences: { ...pagePreferences(files.preload), devTools: false },
      });
      shown = { window, view, onAct };
      // Above the full screen of other programs, too.
      window.setAlwaysOnTop(true, "screen-saver");
      window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
      window.once("ready-to-show", () => window.show());
      const over = setTimeout(() => shown?.window === window && close(), forMs);
      window.once("closed", () => {
        clearTimeout(over);
        if (shown?.window === window) shown = null;
      });
      void window.loadURL(fullScreenUrl).catch(() => {});
    },
    view: (): FullScreen | null => shown?.view ?? null,
    act(act: FullScreenAct): void {
      const now = shown;
      close();
      now?.onAct(act);
    },
    /** That booking's, or with null whichever is shown. */
    close(bookingId: string | null): void {
      if (bookingId === null || shown?.view.bookingId === bookingId) close();
    },
    /** Whether a frame is its own page, at its top. */
    isOurs(frame: WebFrameMain | null): boolean {
      const own = shown?.window.webContents.mainFrame;
      return frame !== null && frame.frameTreeNodeId === own?.frameTreeNodeId && frame.url === fullScreenUrl;
    },
  };
}
