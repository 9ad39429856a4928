import { problem } from "../../common/problems.ts";
import type { TimeFormat } from "../../common/time.ts";
import type { SigningView, View } from "../../common/view.ts";
import { type SettingsStore, settingsView } from "../settings/settings.ts";

/** What is known before anything has been received or tried. */
export interface AtStart {
  readonly now: number;
  readonly format: TimeFormat;
  readonly settings: SettingsStore;
  readonly signing: SigningView;
  readonly version: string;
}

/** What the user sees, in one place: tray and page are drawn from it. */
export function createViewModel({ now, format, settings, signing, version }: AtStart) {
  let view: View = {
    now,
    format,
    agenda: { items: [], afterToday: null, everReceived: true },
    receiver: { state: "starting" },
    signing,
    notifications: null,
    store: null,
    recovered: null,
    settingsDamaged: settings.damaged ? problem("settings-damaged") : null,
    paused: settings.get("paused"),
    settings: settingsView(settings),
    version,
  };
  const listeners = new Set<(changed: Partial<View>) => void>();

  return {
    get: (): View => view,
    update(changed: Partial<View>): void {
      view = { ...view, ...changed };
      for (const listener of listeners) listener(changed);
    },
    onChange: (listener: (changed: Partial<View>) => void): void => void listeners.add(listener),
  };
}

export type ViewModel = ReturnType<typeof createViewModel>;
