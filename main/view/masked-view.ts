import type { ProjectRule } from "../../common/policy.ts";
import type { SettingsView } from "../../common/settings.ts";
import type { View } from "../../common/view.ts";
import { maskedBooking, maskedItem } from "../bookings/masked.ts";

/** Without its name; the page has a word for what has none. */
export const nameless = <Named extends { readonly name: string }>(named: Named): Named => ({
  ...named,
  name: "",
});

const namelessRules = (rules: SettingsView["projects"]): Record<string, ProjectRule> =>
  Object.fromEntries(Object.entries(rules).map(([id, rule]) => [id, nameless(rule)]));

/** Settings without the names of projects. */
export const maskedSettings = (settings: SettingsView): SettingsView => ({
  ...settings,
  projects: namelessRules(settings.projects),
});

/** Rules as the page, which knows no names while others see the screen, wants them: with the names that were kept. */
export const withNamesOf = (wanted: SettingsView["projects"], kept: SettingsView["projects"]) =>
  Object.fromEntries(
    Object.entries(wanted).map(([id, rule]): [string, ProjectRule] => {
      const known = Object.hasOwn(kept, id) ? kept[id] : undefined;
      return [id, { ...rule, name: rule.name || (known?.name ?? "") }];
    }),
  );

const asItIs = <Part>(part: Part): Part => part;

/** What is left of each part of the view while others see the screen: a new part needs its line here. */
const masks: { readonly [Key in keyof View]: (part: View[Key]) => View[Key] } = {
  agenda: ({ items, afterToday, ...rest }) => ({
    ...rest,
    items: items.map(maskedItem),
    afterToday: afterToday && maskedBooking(afterToday),
  }),
  settings: maskedSettings,
  timekit: (timekit) =>
    timekit.state === "on"
      ? { ...timekit, app: "", resource: timekit.resource && nameless(timekit.resource) }
      : timekit,
  rules: (rules) =>
    rules.map((rule) => ({
      ...rule,
      projects: rule.projects?.map(nameless) ?? null,
      hosts: rule.hosts?.map(nameless) ?? null,
    })),
  destinations: asItIs,
  calcom: (calcom) => (calcom.state === "on" ? nameless(calcom) : calcom),
  calcomBase: asItIs,
  calendly: (calendly) => (calendly.state === "on" ? nameless(calendly) : calendly),
  now: asItIs,
  confirming: asItIs,
  relay: asItIs,
  format: asItIs,
  receiver: asItIs,
  secrets: asItIs,
  address: asItIs,
  addresses: asItIs,
  signing: asItIs,
  uncheckedKnown: asItIs,
  tunnel: asItIs,
  reach: asItIs,
  cloudflared: asItIs,
  clockError: asItIs,
  tallies: asItIs,
  proof: asItIs,
  setup: asItIs,
  greeted: asItIs,
  notifications: asItIs,
  mayShowTwice: asItIs,
  trayMissing: asItIs,
  store: asItIs,
  recovered: asItIs,
  settingsDamaged: asItIs,
  unseen: asItIs,
  paused: asItIs,
  pausedUntil: asItIs,
  presenting: asItIs,
  presentingUntil: asItIs,
  captureHidden: asItIs,
  startAtLogin: asItIs,
  updates: asItIs,
  version: asItIs,
  electron: asItIs,
};

/** A view, or parts of one, as others may see it. */
export function maskedView<Part extends Partial<View>>(view: Part): Part {
  const parts = Object.entries(view).map(([key, part]) => {
    const mask = masks[key as keyof View] as (part: unknown) => unknown;
    return [key, mask(part)];
  });
  return Object.fromEntries(parts) as Part;
}

/** What may be shown of a view, or of the parts of `view` that have changed. */
export function presented<Part extends Partial<View>>(changed: Part, view: View): Part {
  // What was shown with names is shown anew without them, and the other way round.
  const { agenda, settings, timekit, calcom, calendly, rules } = view;
  const named = { agenda, settings, timekit, calcom, calendly, rules };
  const parts = "presenting" in changed ? { ...named, ...changed } : changed;
  return view.presenting ? maskedView(parts) : parts;
}
