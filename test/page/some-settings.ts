import { calm } from "../../common/policy.ts";
import type { SettingsView } from "../../common/settings.ts";

/** The settings of every view that does not say otherwise. */
export const someSettings: SettingsView = {
  port: 26655,
  successCode: 201,
  hours: "system",
  keepDeliveriesDays: 30,
  keepBookingsDays: 365,
  reminders: [10, 0],
  notJoined: true,
  quietHours: { on: false, from: "20:00", to: "07:00" },
  shortNotice: true,
  alerts: calm,
  projects: {},
  sound: true,
  keepOpen: false,
  language: "system",
  theme: "system",
  textSize: 100,
  keyHints: true,
  trayTitle: false,
  hotkey: "",
  updates: true,
};
