import { expect, type Page } from "@playwright/test";
import { delivery, hostileLog, openDelivery, openLog, typicalLog } from "./deliveries.ts";
import { hostileDay } from "./hostile-day.ts";
import { openAdvanced, openPrivacy, openTimekit } from "./open-settings.ts";
import { outgoingScreens } from "./outgoing-screens.ts";
import { axeFindings, rulesOfLooks, test } from "./page-test.ts";
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

const screens: Record<string, Shown> = {
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

const looks: Record<string, Parameters<Page["emulateMedia"]>[0]> = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "high contrast": { contrast: "more" },
  "high contrast, dark": { contrast: "more", colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
};

for (const [name, screen] of Object.entries(screens)) {
  test(`axe finds nothing wrong with ${name}, in any look, and it fits at twice the text size`, async ({
    open,
  }) => {
    const page = await open(screen.view, screen.more);
    await screen.go?.(page);
    expect(await axeFindings(page)).toEqual([]);
    for (const [look, media] of Object.entries(looks)) {
      await page.emulateMedia({ colorScheme: "light", contrast: null, forcedColors: null, ...media });
      expect(await axeFindings(page, rulesOfLooks), look).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: null });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    const beyond = await page.evaluate(() => {
      const out = (element: Element) => element.getBoundingClientRect().right > innerWidth + 1;
      return [...document.querySelectorAll("button, input, select, p, li, h1, h2, dt, dd, pre, label, span")]
        .filter(out)
        .map((one) => one.outerHTML);
    });
    expect(beyond).toEqual([]);
  });
}

test("nothing moves for who wants no motion", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect(page.locator(".button").first()).toHaveCSS("transition-duration", /^(0s(, )?)+$/);
});
