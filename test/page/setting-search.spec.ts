import "../support/page-messages.ts";
import { expect } from "@playwright/test";
import { allSettings } from "../../renderer/settings/setting-table.ts";
import { openRow } from "./open-settings.ts";
import { test } from "./page-test.ts";
import { connected, typicalDay, view } from "./views.ts";

const whole = view(typicalDay, { timekit: connected, updates: { state: "newest", checkedAt: null } });
const openSettings = openRow();

test("all sections say what they have now, on one screen", async ({ open }) => {
  const page = await open(whole);
  await openSettings(page);
  await expect(page.locator(".section-row")).toHaveText([
    "ReceivingNone · checked 14:34",
    "Booking servicesConnected to “Hill Valley” · 0 webhooks",
    "Notifications7 kinds notify, 3 are listed only",
    "Reminders & quiet hours10 min before and at start · no quiet hours",
    "ProjectsGuitar lessons",
    "AppearanceSystem theme · system time format",
    "GeneralDoesn’t start at login · no shortcut",
    "Privacy & dataBookings 1 year · webhooks 30 days",
    "About Bookbell0.1.0 · not checked yet",
  ]);
  const scrolls = await page.locator(".content").evaluate((one) => one.scrollHeight > one.clientHeight);
  expect(scrolls).toBe(false);
});

test("a section is left for the line that led to it", async ({ open }) => {
  const page = await open(whole);
  await openSettings(page);
  await page.getByRole("button", { name: /^Appearance/ }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Appearance/ })).toBeFocused();
});

test("a setting is found by its words, and Enter opens its section with it focused", async ({ open }) => {
  const page = await open(whole);
  await openSettings(page);
  const field = page.getByRole("searchbox", { name: "Search settings" });
  await field.fill("do not disturb");
  await expect(page.getByRole("listitem")).toHaveText(["Quiet hoursin Reminders & quiet hours"]);
  await expect(page.getByRole("status")).toHaveText("1 setting found");
  await field.press("Enter");
  await expect(page.getByRole("switch", { name: "Quiet hours", exact: true })).toBeFocused();
  // What was looked for is there again.
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("do not disturb");
  await expect(field).toBeFocused();
  await field.fill("dark");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("group", { name: "Theme" }).getByRole("radio", { name: "System" }),
  ).toBeFocused();
});

test("what is found nowhere says so, and Escape first empties the field", async ({ open }) => {
  const page = await open(whole);
  await openSettings(page);
  const field = page.getByRole("searchbox");
  await field.fill("flux capacitor");
  await expect(page.getByText("No setting found.").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("");
  await expect(page.locator(".section-row")).toHaveCount(9);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Settings", exact: true })).toBeFocused();
});

test("every setting is found by its name, and has the focus where it stands", async ({ open }) => {
  const page = await open(whole);
  const settings = page.getByRole("button", { name: "Settings", exact: true });
  for (const { name, title } of allSettings) {
    await settings.click();
    await page.getByRole("searchbox").fill(title);
    await page.getByRole("searchbox").press("Enter");
    await expect(page.locator(`[data-setting="${name}"] :focus`), title).toHaveCount(1);
    await page.evaluate(() => window.mock.tell("showSettings", null));
    await page.getByRole("button", { name: "Back" }).click();
  }
});
