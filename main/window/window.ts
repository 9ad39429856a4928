import { app, type Tray, type WebContents, type WebFrameMain } from "electron";
import { menubar } from "electron-menubar";
import { appName } from "../../common/app-name.ts";
import { jsonOf } from "../../common/json.ts";
import type { Unannounced } from "../../common/news.ts";
import { createEvent } from "../lib/event.ts";
import type { SettingsStore } from "../settings/settings.ts";
import { presented } from "../view/masked-view.ts";
import type { ViewModel } from "../view/view-model.ts";
import { pagePreferences } from "./page-preferences.ts";
import { pageUrl } from "./protocol.ts";
import { createRowLight } from "./row-light.ts";
import { followSize } from "./size.ts";
import { tell } from "./tell.ts";

/** Longer hidden than this, a page is not worth its memory; it is there again within the blink of an eye. */
const keptHiddenMs = 600_000;

/** Whoever comes back after this finds today: they would take another day, or another booking, for what is on. */
const backToTodayMs = 10_000;

/** The tray window. Its page is made at the first opening; closing only hides it, and what is hidden for long is let go. */
export function createTrayWindow(
  tray: Tray,
  files: { readonly icon: string; readonly preload: string },
  model: ViewModel,
  settings: Pick<SettingsStore, "get" | "hold" | "watch">,
) {
  const bar = menubar({
    tray,
    // Unused beside a tray, but menubar 11.0.0 trips over its own default (`__dirname` in an ES module) without it.
    icon: files.icon,
    index: pageUrl,
    hideOnClose: true,
    browserWindow: {
      // Linux shows the window among the tasks, whatever it is told of the taskbar.
      icon: files.icon,
      fullscreenable: false,
      title: appName,
      webPreferences: { ...pagePreferences(files.preload), devTools: !app.isPackaged },
    },
  });
  const size = followSize(bar, settings);
  const started = new Promise<void>((resolve) => bar.once("ready", resolve));
  /** The page, once it has asked for its first view; what is told before would be lost. */
  let page: WebContents | null = null;
  /** What the page is told once it listens. */
  let whenReady: ((page: WebContents) => void) | null = null;

  bar.on("after-close", () => {
    page = null;
  });
  const rows = createRowLight(() => (bar.window?.isFocused() ? page : null));
  const waiting: NodeJS.Timeout[] = [];
  const stopWaiting = () => waiting.splice(0).forEach(clearTimeout);
  const hidden = createEvent();
  bar.on("after-hide", () => {
    hidden.tell();
    stopWaiting();
    waiting.push(
      // Drawn while it is hidden, so that nobody sees it change.
      setTimeout(() => page && tell(page, "showToday", null), backToTodayMs),
      setTimeout(() => bar.window?.destroy(), keptHiddenMs),
    );
  });
  bar.on("show", stopWaiting);
  const keepOpen = () => bar.setOption("hideOnBlur", !model.get().settings.keepOpen);
  keepOpen();
  const protect = () => bar.window?.setContentProtection(model.get().presenting);
  bar.on("after-create-window", protect);
  model.onChange((changed) => {
    if (page) tell(page, "viewChanged", jsonOf(presented(changed, model.get())));
    if ("presenting" in changed) protect();
    if (changed.settings) keepOpen();
  });

  async function show() {
    await started;
    await bar.showWindow();
    bar.window?.focus();
  }

  async function showAnd(say: (page: WebContents) => void) {
    if (page) say(page);
    else whenReady = say;
    await show();
  }

  return {
    show,
    hide: () => bar.hideWindow(),
    isShown: (): boolean => bar.window?.isVisible() ?? false,
    /** Nobody looks at it any more. */
    onHidden: hidden.on,
    /** Shows the window at that booking, which its page may first have to load. */
    async reveal(bookingId: string): Promise<void> {
      await showAnd((page) => tell(page, "revealBooking", bookingId));
    },
    /** Shows that booking and the question whether its meeting may be opened. */
    askToJoin: (bookingId: string): Promise<void> => showAnd((page) => tell(page, "askToJoin", bookingId)),
    showSettings: (): Promise<void> => showAnd((page) => tell(page, "showSettings", null)),
    toggle: (): Promise<void> => (bar.window?.isVisible() ? Promise.resolve(bar.hideWindow()) : show()),
    /** The page speaks one language for its life: it is loaded anew, and who looks at it goes on where that is set. */
    languageChanged(): void {
      bar.window?.webContents.reload();
      page = null;
      if (bar.window?.isVisible()) whenReady = (page) => tell(page, "showLanguage", null);
    },
    /** A page that is open says so for a moment. */
    receivedQuietly(booking: Unannounced): void {
      if (page && bar.window?.isVisible()) tell(page, "receivedQuietly", booking);
    },
    /** Shows a change in its row, if that is looked at. @returns whether it is */
    lightRow: rows.light,
    onLit: rows.answered,
    /** A page that shows the delivery log asks anew. */
    deliveriesChanged(): void {
      if (page) tell(page, "deliveriesChanged", null);
    },
    /** The page has its first view and listens from now on. */
    onPageReady(): void {
      page = bar.window?.webContents ?? null;
      if (page) whenReady?.(page);
      whenReady = null;
    },
    /** Whether a frame is the window's own page, at its top. */
    isOurs(frame: WebFrameMain | null): boolean {
      const own = bar.window?.webContents.mainFrame;
      return frame !== null && frame.frameTreeNodeId === own?.frameTreeNodeId && frame.url === pageUrl;
    },
    destroy(): void {
      stopWaiting();
      size.keep();
      bar.destroy();
    },
  };
}
