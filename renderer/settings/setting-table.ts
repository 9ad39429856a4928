import { words } from "../../common/words/page.ts";
import type { Screen, Section, SettingName, SubScreen } from "../state/screen.ts";

/** A setting that can be found. */
export interface FoundSetting {
  readonly name: SettingName;
  readonly title: string;
  /** The screen on which it stands, and what that is called. */
  readonly screen: SubScreen["name"];
  readonly where: string;
}

const titles: Readonly<Record<SettingName, string>> = {
  tunnel: words.tunnel.row,
  address: words.address.name,
  port: words.settings.port,
  answer: words.settings.answer,
  byHand: words.webhooks.byHand,
  timekit: words.timekit.row,
  key: words.secrets.timekit.title,
  resource: words.timekit.whose,
  secret: words.secrets.signing.title,
  webhooks: words.webhooks.title,
  missed: words.timekit.missed,
  calcom: words.calcom.row,
  calendly: words.calendly.row,
  zapier: words.zapier.row,
  kinds: words.alerts.about,
  sound: words.alerts.sound,
  destinations: words.destinations.title,
  leads: words.reminders.leads,
  notJoined: words.reminders.notJoined,
  quietHours: words.quiet.name,
  shortNotice: words.quiet.shortNotice,
  projects: words.projects.title,
  language: words.appearance.language,
  theme: words.appearance.theme,
  textSize: words.appearance.textSize,
  hours: words.appearance.hours,
  login: words.general.login,
  hotkey: words.hotkey.name,
  keepOpen: words.general.keepOpen,
  keyHints: words.general.keyHints,
  keys: words.keys.row,
  presenting: words.presenting.name,
  keepDeliveries: words.privacy.deliveries,
  keepBookings: words.privacy.bookings,
  forget: words.privacy.forget.title,
  exports: words.privacy.exports.title,
  updates: words.updates.title,
  autoUpdates: words.updates.auto,
  setup: words.setup.again,
  diagnostics: words.privacy.diagnostics.title,
  licences: words.licences.row,
};

const standing: readonly (readonly [SubScreen["name"], readonly SettingName[]])[] = [
  ["receiving", ["tunnel", "address", "port", "answer", "byHand"]],
  ["services", ["timekit", "calcom", "calendly", "zapier"]],
  ["timekit", ["key", "resource", "missed", "secret", "webhooks"]],
  ["notifications", ["kinds", "sound", "destinations"]],
  ["reminders", ["leads", "notJoined", "quietHours", "shortNotice"]],
  ["projects", ["projects"]],
  ["appearance", ["language", "theme", "textSize", "hours"]],
  ["general", ["login", "keepOpen", "hotkey", "keyHints", "keys"]],
  ["privacy", ["presenting", "keepBookings", "keepDeliveries", "forget", "exports"]],
  ["about", ["updates", "autoUpdates", "setup", "diagnostics", "licences"]],
];

/** What each section is called. */
export const sectionTitles: Readonly<Record<Section, string>> = {
  receiving: words.settings.receiving,
  services: words.settings.services,
  notifications: words.alerts.title,
  reminders: words.reminders.title,
  projects: words.projects.title,
  appearance: words.appearance.title,
  general: words.general.title,
  privacy: words.privacy.title,
  about: words.settings.about,
};

/** Every setting, in the order in which they stand. */
export const allSettings: readonly FoundSetting[] = standing.flatMap(([screen, names]) => {
  const where = screen === "timekit" ? words.timekit.row : sectionTitles[screen as Section];
  return names.map((name) => ({ name, title: titles[name], screen, where }));
});

const searched = allSettings.map((setting) => ({
  setting,
  title: setting.title.toLowerCase(),
  text: `${setting.title} ${setting.where} ${words.alsoFound[setting.name]}`.toLowerCase(),
}));

/** The settings that have all of these words, the one that is called so first, then those whose names have them. */
export function findSettings(text: string): readonly FoundSetting[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const has = (within: string) => wanted.every((word) => within.includes(word));
  const found = searched.filter((one) => has(one.text));
  const rank = ({ title }: { title: string }) => (title === wanted.join(" ") ? 0 : has(title) ? 1 : 2);
  return found.toSorted((a, b) => rank(a) - rank(b)).map(({ setting }) => setting);
}

/** Opens the screen on which it stands, with the focus on it. */
export const screenOf = ({ name, screen }: FoundSetting, find: string): Screen => ({
  name: screen,
  from: "settings",
  focus: name,
  find,
});
