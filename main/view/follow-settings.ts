import { pageSettings } from "../../common/settings.ts";
import type { View } from "../../common/view.ts";
import type { Settings } from "../settings/schema.ts";
import { type SettingsStore, settingsView } from "../settings/settings.ts";

const shown = [
  "uncheckedKnown",
  "paused",
  "pausedUntil",
  "presenting",
  "presentingUntil",
  "tunnel",
  "setup",
] as const satisfies readonly (keyof Settings & keyof View)[];

/** What the view shows of the settings. */
export function settingsInView(settings: Pick<SettingsStore, "get">) {
  const own = Object.fromEntries(shown.map((key) => [key, settings.get(key)]));
  return {
    ...(own as Pick<View, (typeof shown)[number]>),
    calcomBase: settings.get("calcom").base,
    settings: settingsView(settings),
  };
}

/** The view shows each setting as it is from now on. Returns what ends that. */
export function followSettings(
  model: { update(changed: Partial<View>): void },
  settings: Pick<SettingsStore, "get" | "onChange">,
): () => void {
  return settings.onChange((changed) => {
    const { settings: page, ...own } = settingsInView(settings);
    const isOnPage = Object.keys(changed).some((key) => Object.hasOwn(pageSettings.shape, key));
    model.update({ ...own, ...(isOnPage && { settings: page }) });
  });
}
