import type { Page } from "@playwright/test";
import { delivery, hostileLog, openDelivery, openLog, typicalLog } from "./deliveries.ts";
import { hostileDay } from "./hostile-day.ts";
import { openAdvanced, openPrivacy, openTimekit } from "./open-settings.ts";
import { outgoingScreens } from "./outgoing-screens.ts";
import { reachScreens, type Shown } from "./screens.ts";
import { serviceScreens } from "./service-screens.ts";
import { settingsScreens } from "./settings-screens.ts";
import { setupScreens } from "./setup-screens.ts";
import { booking, person, secret, typicalDay, view } from "./views.ts";

const problem = { code: "port-refused" } as const;
const port = async (page: Page) => {
  await openAdvanced(page);
  await page.getByLabel("Port", { exact: true }).fill("80");
  await page.keyboard.press("Enter");
};
const changeSecret = async (page: Page) => {
  await openTimekit(page);
  await page.getByRole("button", { name: "Change", exact: true }).click();
};

const privacy = async (page: Page) => {
  await openPrivacy(page);
  await page.getByRole("radio", { name: "7 days" }).click();
  await page.getByRole("button", { name: "Forget…" }).click();
  await page.keyboard.type("marty@");
  await page.keyboard.press("Enter");
};

/** All that the window can show, each by what it is. */
export const allScreens: Readonly<Record<string, Shown>> = {
  ...reachScreens,
  ...serviceScreens,
  ...settingsScreens,
  ...setupScreens,
  ...outgoingScreens,
  "a typical day": { view: view(typicalDay) },
  "a hostile day": { view: view(hostileDay), go: (page) => page.keyboard.press("ArrowDown") },
  "an empty day": {
    view: view([], {
      agenda: {
        items: [],
        earlier: 0,
        afterToday: booking("a", "9:00", "10:00", { customer: person("Doc") }),
        everReceived: true,
      },
    }),
  },
  "a day before the first booking": { view: view([]) },
  "every problem": {
    view: view(typicalDay, {
      receiver: { state: "failed", problem },
      ...secret("signing", { state: "unreadable" }),
      store: problem,
      recovered: problem,
      notifications: problem,
      paused: true,
    }),
  },
  "a setting with an error": { view: view(typicalDay), go: port },
  "a secret that is changed": {
    view: view(typicalDay, { ...secret("signing", { state: "on", kept: "session" }) }),
    go: changeSecret,
  },
  "the privacy settings with a question": { view: view(typicalDay), go: privacy },
  "the delivery log": { view: view(typicalDay), more: { deliveries: typicalLog }, go: openLog },
  "a hostile delivery log": {
    view: view(typicalDay),
    more: { deliveries: hostileLog },
    go: async (page) => {
      await openLog(page);
      await page.keyboard.press("ArrowDown");
    },
  },
  "an empty delivery log": { view: view(typicalDay), go: openLog },
  "a delivery log that failed": {
    view: view(typicalDay),
    more: { refused: { name: "deliveries.list", problem } },
    go: openLog,
  },
  "a replayed delivery": {
    view: view(typicalDay),
    more: { deliveries: [delivery(1, 1, { body: JSON.stringify(typicalDay) })] },
    go: async (page) => {
      await openDelivery(page, 1);
      await page.getByRole("button", { name: "Replay" }).click();
      await page.getByRole("button", { name: "As received" }).click();
    },
  },
  "a hostile delivery": {
    view: view(typicalDay),
    more: { deliveries: hostileLog },
    go: (page) => openDelivery(page, 4),
  },
};
