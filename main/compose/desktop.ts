import { app, nativeTheme, session } from "electron";
import type { PauseSpan } from "../../common/setting-choices.ts";
import { localDay } from "../bookings/agenda.ts";
import { createHotkey } from "../desktop/hotkey.ts";
import { createStartAtLogin } from "../desktop/start-at-login.ts";
import { createTimedSwitch } from "../desktop/timed-switch.ts";
import { createEvent } from "../lib/event.ts";
import { watchTrayHost } from "../tray/host.ts";
import type { TrayActions } from "../tray/menu.ts";
import type { createTray } from "../tray/tray.ts";
import { createFullScreen } from "../window/full-screen.ts";
import { harden } from "../window/harden.ts";
import { servePage } from "../window/protocol.ts";
import { createTrayWindow } from "../window/window.ts";
import type { Profile } from "./profile.ts";

/** What is on the desktop needs of the rest of Bookbell. */
export interface DesktopParts extends Pick<Profile, "settings" | "model" | "format" | "words"> {
  now(): number;
  readonly tray: ReturnType<typeof createTray>;
  /** Bookbell's own icon; the page's folder; the preload script. */
  readonly icon: string;
  readonly page: string;
  readonly preload: string;
  onFault(error: unknown): void;
}

const hour = 3_600_000;
/** Wayland and X11 have no way to ask for it. */
const captureHidden = process.platform !== "linux";

/** All that the user has of Bookbell on the desktop: tray icon, window and shortcut, and what they switch there. */
export function createDesktop({ settings, model, format, now, tray, ...parts }: DesktopParts) {
  const [copying, updating, reading, presentation, joining] = [
    createEvent(),
    createEvent(),
    createEvent(),
    createEvent(),
    createEvent<string>(),
  ];
  const pause = createTimedSwitch("paused", { settings, now });
  const presenting = createTimedSwitch("presenting", { settings, now });
  const startAtLogin = createStartAtLogin(parts.words.get);
  const look = () => {
    nativeTheme.themeSource = settings.get("theme");
  };
  const showStartAtLogin = () => model.update({ startAtLogin: startAtLogin.isOn() });

  function setPaused(span: PauseSpan) {
    if (span === "hour" || span === "today")
      pause.until(span === "hour" ? now() + hour : localDay(now(), format.get().zone).end);
    else pause.set(span === "on");
  }

  function setPresenting(choice: "off" | "hour" | "on") {
    if (choice === "hour") presenting.until(now() + hour);
    else presenting.set(choice === "on");
    if (choice !== "off") presentation.tell();
  }

  const window = createTrayWindow(tray.tray, parts, model, settings);
  const fullScreen = createFullScreen(parts);
  const open = () => void window.show();
  const reveal = (bookingId: string) => void window.reveal(bookingId);
  const hotkey = createHotkey(() => void window.toggle());
  const actions: TrayActions = {
    open,
    reveal,
    join: joining.tell,
    pause: setPaused,
    settings: () => void window.showSettings(),
    present: setPresenting,
    copyAddress: copying.tell,
    update: updating.tell,
    openReleases: reading.tell,
    quit: () => app.quit(),
  };

  return {
    window,
    fullScreen,
    /** What the tray's menu can do. */
    actions,
    open,
    reveal,
    askToJoin: (bookingId: string) => void window.askToJoin(bookingId),
    isPaused: pause.isOn,
    isPresenting: presenting.isOn,
    setPaused,
    setPresenting,
    /** @throws WorldError hotkey-taken */
    setHotkey: hotkey.set,
    /** @throws WorldError start-at-login */
    setStartAtLogin(on: boolean): void {
      startAtLogin.set(on);
      showStartAtLogin();
    },
    /** In the tray's menu the user asked to join that booking's meeting. */
    onJoin: joining.on,
    /** In the tray's menu the user asked for the address, for the newer version, or for what is new in it. */
    onCopyAddress: copying.on,
    onUpdate: updating.on,
    onReleases: reading.on,
    /** From now on others see the screen, too. */
    onPresenting: presentation.on,
    /** Makes the page and the shortcut work, and looks as the settings want it to. */
    start(): void {
      harden(session.defaultSession);
      servePage(parts.page, () => parts.words.get().language);
      parts.words.onChange(window.languageChanged);
      look();
      settings.watch(["theme"], look);
      pause.look();
      presenting.look();
      model.update({ captureHidden });
      showStartAtLogin();
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
    },
    minute(): void {
      pause.look();
      presenting.look();
    },
    close(): void {
      fullScreen.close(null);
      window.destroy();
    },
  };
}

export type Desktop = ReturnType<typeof createDesktop>;
