import { expect, type Page } from "@playwright/test";
import { changeOf, everyTold, someActivity } from "./activity.ts";
import { askedFor, test } from "./page-test.ts";
import { booking, connected, person, typicalDay, view } from "./views.ts";

const open = (page: Page) => page.getByRole("button", { name: /^Activity/ }).click();
const lines = (page: Page) => page.getByRole("list", { name: "Activity" }).locator(".act");
const line = (page: Page, text: string) => lines(page).filter({ hasText: text });

test.describe("each silence has its fix beside it", () => {
  const settings: readonly (readonly [string, string, string])[] = [
    ["a rule for a kind", "your rule for bookings on hold", "Notifications"],
    ["a rule for a project", "your rule for its project", "Projects"],
    ["whose bookings are shown", "whose bookings you show", "Timekit"],
  ];
  const told = everyTold.map((how, i) =>
    changeOf(100 - i, booking(`t${i}`, "16:00", "17:00", { customer: person(`P${i}`) }), { told: how }),
  );
  for (const [what, text, title] of settings)
    test(`${what} is changed where it is set, and the way back leads here`, async ({ open: start }) => {
      const page = await start(view(typicalDay), { activity: told });
      await open(page);
      await line(page, text)
        .getByRole("button", { name: /^Change/ })
        .click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await page.keyboard.press("Escape");
      await expect(
        line(page, text)
          .getByRole("button", { name: /^Change/ })
          .or(line(page, text)),
      ).not.toHaveCount(0);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Activity");
    });

  test("quiet hours are changed in the settings", async ({ open: start }) => {
    const page = await start(view(typicalDay), { activity: told });
    await open(page);
    await line(page, "quiet hours until")
      .getByRole("button", { name: /^Change/ })
      .click();
    await expect(page.getByRole("switch", { name: "Quiet hours", exact: true })).toBeFocused();
  });

  test("a pause that lasts is ended here, and one that is over needs nothing", async ({ open: start }) => {
    const page = await start(view(typicalDay, { paused: true }), { activity: told });
    await open(page);
    const paused = line(page, "notifications were paused");
    await paused.getByRole("button", { name: /^Resume/ }).click();
    expect(await askedFor(page, "settings.setPaused")).toEqual(["off"]);
    await expect(paused.getByRole("button", { name: /^Resume/ })).toHaveCount(0);
  });

  test("refused bookings lead to the secret, and what couldn’t be read to its bytes", async ({
    open: start,
  }) => {
    const page = await start(view(typicalDay), { activity: someActivity });
    await open(page);
    await line(page, "couldn’t be read").getByRole("button", { name: /^Show/ }).click();
    await expect(page.getByRole("heading", { name: "Delivery" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await line(page, "3 bookings refused").getByRole("button", { name: /^Fix/ }).click();
    await expect(page.getByLabel("Timekit’s signing secret")).toBeFocused();
  });

  test("an outage that Timekit was not asked about is asked about here", async ({ open: start }) => {
    const page = await start(view(typicalDay, { timekit: connected }), { activity: someActivity });
    await open(page);
    await line(page, "Not running")
      .getByRole("button", { name: /^Check with Timekit now/ })
      .click();
    expect(await askedFor(page, "timekit.catchUp")).toHaveLength(1);
    await expect(page.getByRole("status")).toHaveText("Checked with Timekit");
  });

  test("without a key it leads to where that is entered", async ({ open: start }) => {
    const page = await start(view(typicalDay), { activity: someActivity });
    await open(page);
    await line(page, "Not running")
      .getByRole("button", { name: /^Connect Timekit/ })
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Timekit");
  });
});
