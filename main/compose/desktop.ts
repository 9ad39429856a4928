import { app, nativeTheme, session } from "electron";
import { localDay } from "../bookings/agenda.ts";
import { createHotkey } from "../desktop/hotkey.ts";
import { createStartAtLogin } from "../desktop/start-at-login.ts";
import { createTimedSwitch } from "../desktop/timed-switch.ts";
import type { SettingsStore } from "../settings/settings.ts";
import { watchTrayHost } from "../tray/host.ts";
import { createTray } from "../tray/tray.ts";
import type { ViewModel } from "../view/view-model.ts";
import { harden } from "../window/harden.ts";
import { servePage } from "../window/protocol.ts";
import { createTrayWindow } from "../window/window.ts";

/** What is on the desktop needs of the rest of Bookbell. */
export interface DesktopParts {
  settings: SettingsStore;
  model: ViewModel;
  now(): number;
  zone(): string;
  /** Folders of the icons and of the page; Bookbell's own icon; the preload script. */
  readonly icons: string;
  readonly icon: string;
  readonly page: string;
  readonly preload: string;
  copyAddress(): void;
  update(): void;
  openReleases(): void;
  /** From now on others see the screen, too. */
  onPresenting(): void;
  onFault(error: unknown): void;
}

const hour = 3_600_000;
/** Wayland and X11 have no way to ask for it. */
const captureHidden = process.platform !== "linux";

/** All that the user has of Bookbell on the desktop: tray icon, window and shortcut, and what they switch there. */
export function createDesktop({ settings, model, now, zone, ...parts }: DesktopParts) {
  const pause = createTimedSwitch("paused", { settings, model, now });
  const presenting = createTimedSwitch("presenting", { settings, model, now });
  const startAtLogin = createStartAtLogin();
  model.update({ captureHidden, startAtLogin: startAtLogin.isOn() });
  const look = () => {
    nativeTheme.themeSource = settings.get("theme");
  };
  look();

  function setPresenting(choice: "off" | "hour" | "on") {
    if (choice === "hour") presenting.until(now() + hour);
    else presenting.set(choice === "on");
    if (choice !== "off") parts.onPresenting();
  }

  harden(session.defaultSession);
  servePage(parts.page);
  const open = () => void window.show();
  const reveal = (bookingId: string) => void window.reveal(bookingId);
  const askToJoin = (bookingId: string) => void window.askToJoin(bookingId);
  const tray = createTray(parts.icons, model, {
    open,
    reveal,
    setPaused: pause.set,
    pauseFor: (span) => pause.until(span === "hour" ? now() + hour : localDay(now(), zone()).end),
    settings: () => void window.showSettings(),
    setPresenting,
    copyAddress: parts.copyAddress,
    update: parts.update,
    openReleases: parts.openReleases,
    quit: () => app.quit(),
  });
  const window = createTrayWindow(tray.tray, parts.icon, parts.preload, model);
  const hotkey = createHotkey(() => void window.toggle());
  try {
    hotkey.set(settings.get("hotkey"));
  } catch (error) {
    parts.onFault(error);
  }
  void watchTrayHost({
    address: process.env.DBUS_SESSION_BUS_ADDRESS,
    onLate: tray.again,
    onMissing: (missing) => model.update({ trayMissing: missing && !settings.get("trayless") }),
  });

  return {
    window,
    open,
    reveal,
    askToJoin,
    isPaused: pause.isOn,
    setPaused: pause.set,
    setPresenting,
    /** @throws WorldError hotkey-taken */
    setHotkey: hotkey.set,
    /** @throws WorldError start-at-login */
    setStartAtLogin: startAtLogin.set,
    /** Follows the settings. */
    look,
    /** To be called every minute. */
    minute(): void {
      pause.look();
      presenting.look();
    },
    close: window.destroy,
  };
}
