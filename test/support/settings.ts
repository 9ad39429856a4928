import { createEvent } from "../../main/lib/event.ts";
import { readSettings } from "../../main/settings/read-settings.ts";
import type { Settings } from "../../main/settings/schema.ts";

/** Settings in memory, as they are after the first start but for what is given. */
export function someSettings(given: Partial<Settings> = {}) {
  let settings: Settings = { ...readSettings({}).settings, ...given };
  const change = createEvent<Partial<Settings>>();
  return {
    all: () => settings,
    get: <Key extends keyof Settings>(key: Key): Settings[Key] => settings[key],
    change(part: Partial<Settings>): void {
      settings = { ...settings, ...part };
      change.tell(part);
    },
    onChange: change.on,
    watch: (keys: readonly (keyof Settings)[], listener: () => void) =>
      change.on((part) => keys.some((key) => key in part) && listener()),
  };
}
