import type { Joining } from "./joined.ts";
import type { PageMessages } from "./messages.ts";

type Told = "alerts" | "reminders" | "projects" | "general" | "appearance" | "keys" | "settings" | "privacy";

/** The words for the settings, most of which say their value in a line. */
export function createSettings(
  { alerts, reminders, projects, general, appearance, keys, settings, privacy }: Pick<PageMessages, Told>,
  { listed, commaJoined, dotJoined, capital }: Joining,
) {
  type Days = keyof PageMessages["privacy"]["days"];
  const {
    removed,
    bookings: ofBookings,
    deliveries: ofDeliveries,
    alerts: ofAlerts,
    nothing,
  } = privacy.forget;
  const some = (count: number, said: (some: { count: number }) => string) =>
    count > 0 ? said({ count }) : "";
  return {
    alerts: {
      ...alerts,
      /** How many kinds are treated so. */
      value: ({ notify, list, off }: { notify: number; list: number; off: number }) =>
        commaJoined([
          alerts.value.notify({ count: notify }),
          some(list, alerts.value.list),
          some(off, alerts.value.off),
        ]),
    },
    reminders: {
      ...reminders,
      value({ leads, quietFrom }: { leads: readonly number[]; quietFrom: string | null }) {
        const { lead, none, quiet, noQuiet } = reminders.value;
        const named = leads.map((minutes) => lead({ minutes }));
        return dotJoined([
          named.length === 0 ? none : capital(listed(named)),
          quietFrom === null ? noQuiet : quiet({ time: quietFrom }),
        ]);
      },
    },
    projects: { ...projects, lead: reminders.lead },
    general: {
      ...general,
      value: ({ login, shortcut }: { login: boolean; shortcut: string }) =>
        dotJoined([
          login ? general.value.login : general.value.noLogin,
          shortcut || general.value.noShortcut,
        ]),
    },
    appearance: {
      ...appearance,
      value({ theme, hours }: { theme: "system" | "light" | "dark"; hours: "system" | "12" | "24" }) {
        const { themes, hours: formats } = appearance.value;
        return dotJoined([themes[theme], formats[hours]]);
      },
    },
    keys: { ...keys, list: Object.values(keys.list).map(({ keys, does }) => [keys, does] as const) },
    settings: {
      ...settings,
      receivingValue: ({ way, checked }: { way: string; checked: string | null }) =>
        checked === null ? way : settings.receivingChecked({ way, checked }),
    },
    privacy: {
      ...privacy,
      value: ({ bookings, deliveries }: { bookings: Days; deliveries: Days }) =>
        dotJoined([
          privacy.value.bookings({ days: bookings }),
          privacy.value.deliveries({ days: deliveries }),
        ]),
      forget: {
        ...privacy.forget,
        removed(of: { bookings: number; deliveries: number; alerts: number }) {
          const what = commaJoined([
            some(of.bookings, ofBookings),
            some(of.deliveries, ofDeliveries),
            some(of.alerts, ofAlerts),
          ]);
          return what ? removed({ what }) : nothing;
        },
      },
    },
  };
}
