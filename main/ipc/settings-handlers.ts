import type { InputOf } from "../../common/ipc.ts";
import type { PauseSpan } from "../../common/setting-choices.ts";
import type { SettingsView } from "../../common/settings.ts";
import { type SettingsStore, settingsView } from "../settings/settings.ts";
import { withNamesOf } from "../view/masked-view.ts";
import type { Handlers } from "./handlers.ts";

/** What changing the settings acts on. */
export interface SettingParts {
  readonly settings: Pick<SettingsStore, "get" | "change">;
  readonly desktop: {
    setPaused(span: PauseSpan): void;
    setPresenting(choice: InputOf<"settings.setPresenting">): void;
    /** @throws WorldError hotkey-taken */
    setHotkey(keys: string): void;
    /** @throws WorldError start-at-login */
    setStartAtLogin(on: boolean): void;
  };
}

/** What happens when the page asks to have a setting changed. */
export function createSettingsHandlers({ settings, desktop }: SettingParts): Handlers["settings"] {
  return {
    change(input) {
      // zod says "maybe undefined" of keys that may be absent; JSON cannot carry undefined.
      const wanted = input as Partial<SettingsView>;
      const projects = wanted.projects && withNamesOf(wanted.projects, settings.get("projects"));
      settings.change(projects ? { ...wanted, projects } : wanted);
      return settingsView(settings);
    },
    setHotkey(keys) {
      desktop.setHotkey(keys);
      settings.change({ hotkey: keys });
      return settingsView(settings);
    },
    setStartAtLogin(on) {
      desktop.setStartAtLogin(on);
      return null;
    },
    setPaused(span) {
      desktop.setPaused(span);
      return null;
    },
    setPresenting(choice) {
      desktop.setPresenting(choice);
      return null;
    },
    setSetup(setup) {
      settings.change({ setup });
      return null;
    },
  };
}
