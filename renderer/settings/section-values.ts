import { words } from "../../common/words/page.ts";
import { stateText } from "../chrome/receiver-state.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Section } from "../state/screen.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { connectionOf } from "../text/connection.ts";
import { momentOf } from "../text/moment.ts";
import { isMac, shortcutText } from "../text/shortcut.ts";

type Parts = readonly [view: ViewSignals, state: PageState];

/** What each section has now, in a line; that of the projects is the names of those that bookings have named. */
export const sectionValues: Readonly<Record<Exclude<Section, "projects">, (...parts: Parts) => string>> = {
  receiving,
  services,
  notifications({ settings, paused }) {
    if (paused.value) return words.alerts.paused;
    const chosen = Object.values(settings.value.alerts);
    const count = (treatment: string) => chosen.filter((one) => one === treatment).length;
    return words.alerts.value({
      notify: count("notify") + count("no-sound"),
      list: count("list"),
      off: count("ignore"),
    });
  },
  reminders({ settings }) {
    const { reminders: leads, quietHours } = settings.value;
    return words.reminders.value({ leads, quietFrom: quietHours.on ? quietHours.from : null });
  },
  appearance: ({ settings }) => words.appearance.value(settings.value),
  general: ({ settings, startAtLogin }) =>
    words.general.value({
      login: startAtLogin.value,
      shortcut: shortcutText(settings.value.hotkey, isMac()),
    }),
  privacy({ settings, presenting }) {
    if (presenting.value) return words.privacy.namesHidden;
    const { keepBookingsDays: bookings, keepDeliveriesDays: deliveries } = settings.value;
    return words.privacy.value({ bookings, deliveries });
  },
  about: ({ version, updates }) => words.dotJoined([version.value, updateText(updates.value)]),
};

function receiving(view: ViewSignals, { health: known }: PageState): string {
  const health = known.value;
  if (health === null || health.level !== "receiving") return health ? stateText(health, view) : "";
  const { checkedAt } = view.reach.value;
  return words.settings.receivingValue({
    way: words.tunnel.ways[view.tunnel.value.kind].name,
    checked: checkedAt === null ? null : momentOf(checkedAt, view.now.value, view.format.value),
  });
}

function services(view: ViewSignals): string {
  const timekit = view.timekit.value;
  const others = [
    view.calcom.value.state === "on" && words.calcom.title,
    view.calendly.value.state === "on" && words.calendly.title,
    view.addresses.value.zapier.isOpen && words.zapier.title,
  ].filter((name) => name !== false);
  if (timekit.state === "failed" || timekit.state === "checking")
    return words.dotJoined([
      words.settings.servicesState({ service: words.timekit.title, state: connectionOf(timekit) }),
      ...others,
    ]);
  if (timekit.state === "on" && others.length === 0) {
    const { registered: count } = timekit.webhooks;
    return words.dotJoined([connectionOf(timekit), words.settings.servicesWebhooks({ count })]);
  }
  if (timekit.state === "on") return words.commaJoined([words.timekit.title, ...others]);
  if (others.length > 0) return words.commaJoined(others);
  return view.tallies.value.received ? words.settings.servicesByHand : words.settings.servicesNone;
}

function updateText(updates: ViewSignals["updates"]["value"]): string {
  const { values } = words.updates;
  if (updates.state === "newest") return updates.checkedAt === null ? values.never : values.newest;
  if (updates.state === "available" || updates.state === "ready") return values[updates.state](updates);
  return values[updates.state];
}
