import type { Page } from "@playwright/test";
import {
  openAbout,
  openAppearance,
  openGeneral,
  openNotifications,
  openProjects,
  openReceiving,
  openReminders,
  openRow,
} from "./open-settings.ts";
import type { Shown } from "./screens.ts";
import { address, at, connected, reach, secret, tallied, tally, tunnel, typicalDay, view } from "./views.ts";

const through = reach("receiving", { host: "hooks.example.com" });

/** The list, and the first of the texts. */
async function openLicence(page: Page) {
  await openRow(/^About/, /^Open-source licences/)(page);
  await page.getByText("@ngrok/ngrok").first().click();
}

/** The settings and their sections, each in its states. */
export const settingsScreens: Readonly<Record<string, Shown>> = {
  "a newer version that is ready": {
    view: view(typicalDay, { updates: { state: "ready", version: "1.2.0" } }),
    go: openAbout,
  },
  "the same in the settings": {
    view: view(typicalDay, {
      updates: { state: "available", version: "1.2.0", known: false },
      electron: { version: "33.2.1", outdated: true, known: true },
    }),
    go: openAbout,
  },
  "the settings of a connected Bookbell": {
    view: view(typicalDay, { ...tunnel("cloudflare-named"), ...through, timekit: connected }),
    go: (page) => page.keyboard.press("Control+,"),
  },
  "the settings while the old address and the secret before still count": {
    view: view(typicalDay, {
      ...tunnel("cloudflare-named"),
      ...through,
      ...secret("signing", { state: "on", kept: "encrypted" }),
      ...address({ oldUntil: at("10:40", 1) }),
      ...tallied({ oldAddress: tally(2) }),
      signing: { setAt: at("9:05", -3), earlier: 1, until: at("9:30", 4) },
    }),
    go: async (page) => {
      await openReceiving(page);
      await page.getByRole("button", { name: "End now: the old webhook URL" }).click();
    },
  },
  "the kinds of notification": { view: view(typicalDay), go: openNotifications },
  "reminders and quiet hours": {
    view: view(typicalDay, {
      settings: { ...view([]).settings, quietHours: { on: true, from: "20:00", to: "07:00" } },
    }),
    go: openReminders,
  },
  "the projects": { view: view(typicalDay), go: openProjects },
  "the appearance": { view: view(typicalDay), go: openAppearance },
  "the general settings": {
    view: view(typicalDay, { settings: { ...view([]).settings, hotkey: "Control+Alt+B" } }),
    go: openGeneral,
  },
  "a shortcut being recorded": {
    view: view(typicalDay),
    go: async (page) => {
      await openGeneral(page);
      await page.getByRole("button", { name: "Record the global shortcut" }).click();
    },
  },
  "what Bookbell is": { view: view(typicalDay), go: openAbout },
  "the booking services": { view: view(typicalDay), go: openRow(/^Booking services/) },
  "settings that were found": {
    view: view(typicalDay),
    go: async (page) => {
      await openRow()(page);
      await page.getByRole("searchbox").fill("webhook");
    },
  },
  "settings of which none was found": {
    view: view(typicalDay),
    go: async (page) => {
      await openRow()(page);
      await page.getByRole("searchbox").fill("nothing such");
    },
  },
  "the licences": { view: view(typicalDay), go: openLicence },
  "the keys": { view: view(typicalDay), go: openRow(/^General/, /^Keyboard/) },
};
