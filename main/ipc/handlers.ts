import type { TallyName } from "../../common/delivery.ts";
import type { InputOf } from "../../common/ipc.ts";
import type { SettingsView } from "../../common/settings.ts";
import type { GraphState } from "../../common/timekit.ts";
import type { AddressReach } from "../../common/tunnel.ts";
import type { Log } from "../lifecycle/log.ts";
import { type SettingsStore, settingsView } from "../settings/settings.ts";
import type { createUpdates } from "../updates/updates.ts";
import { withNamesOf } from "../view/masked-view.ts";
import type { ViewModel } from "../view/view-model.ts";
import type { createAddressHandlers } from "./address-handlers.ts";
import type { createBookingHandlers } from "./booking-handlers.ts";
import type { createKeepingHandlers } from "./keeping-handlers.ts";
import type { Handlers } from "./serve.ts";
import type { createTimekitHandlers } from "./timekit-handlers.ts";
import type { createTunnelHandlers } from "./tunnel-handlers.ts";

/** What the page's wishes act on. */
export interface HandlerParts {
  model: ViewModel;
  window: {
    /** The page shows all that it was told. */
    onPageReady(): void;
    hide(): void;
  };
  settings: SettingsStore;
  copyAddress(pair: GraphState | null): Promise<AddressReach>;
  desk: {
    setPaused(paused: boolean): void;
    setPresenting(choice: InputOf<"setPresenting">): void;
    /** @throws WorldError hotkey-taken */
    setHotkey(keys: string): void;
    /** @throws WorldError start-at-login */
    setStartAtLogin(on: boolean): void;
  };
  /** The settings were changed and saved. */
  onSettings(changed: Partial<SettingsView>): void | Promise<void>;
  bookings: ReturnType<typeof createBookingHandlers>;
  /** @throws WorldError link-not-opened */
  openReleases(): Promise<void>;
  updates: Pick<ReturnType<typeof createUpdates>, "check" | "install" | "known">;
  /** The user has seen them. */
  clearTally(name: TallyName): Promise<void>;
  keeping: ReturnType<typeof createKeepingHandlers>;
  address: ReturnType<typeof createAddressHandlers>;
  tunnel: ReturnType<typeof createTunnelHandlers>;
  timekit: ReturnType<typeof createTimekitHandlers>;
  log: Log;
}

/** What happens when the page asks. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { model, window, desk, settings, log } = parts;
  return {
    getView() {
      window.onPageReady();
      return model.get();
    },
    copyAddress: (pair) => parts.copyAddress(pair),
    setPaused(paused) {
      desk.setPaused(paused);
      return null;
    },
    setPresenting(choice) {
      desk.setPresenting(choice);
      return null;
    },
    async changeSettings(input) {
      // zod says "maybe undefined" of keys that may be absent; JSON cannot carry undefined.
      const wanted = input as Partial<SettingsView>;
      const projects = wanted.projects && withNamesOf(wanted.projects, settings.get("projects"));
      const changed = projects ? { ...wanted, projects } : wanted;
      settings.change(changed);
      model.update({ settings: settingsView(settings) });
      await parts.onSettings(changed);
      return settingsView(settings);
    },
    setHotkey(keys) {
      desk.setHotkey(keys);
      settings.change({ hotkey: keys });
      model.update({ settings: settingsView(settings) });
      return settingsView(settings);
    },
    setStartAtLogin(on) {
      desk.setStartAtLogin(on);
      model.update({ startAtLogin: on });
      return null;
    },
    checkForUpdates() {
      void parts.updates.check();
      return null;
    },
    async openReleases() {
      await parts.openReleases();
      return null;
    },
    restartToUpdate() {
      parts.updates.install();
      return null;
    },
    ...parts.bookings,
    ...parts.keeping,
    ...parts.address,
    ...parts.tunnel,
    ...parts.timekit,
    async dismiss(what) {
      if (what === "unchecked") {
        settings.change({ uncheckedKnown: true });
        model.update({ uncheckedKnown: true });
      } else if (what === "tray") {
        settings.change({ trayless: true });
        model.update({ trayMissing: false });
      } else if (what === "recovered") model.update({ recovered: null });
      else if (what === "update") parts.updates.known();
      else if (what === "electron") model.update({ electron: { ...model.get().electron, known: true } });
      else await parts.clearTally(what);
      return null;
    },
    hideWindow() {
      window.hide();
      return null;
    },
    reportFault(text) {
      log.error("Fault in the page", { text });
      return null;
    },
  };
}
