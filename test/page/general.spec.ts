import { expect } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import { english } from "../support/english.ts";
import { openAppearance, openGeneral } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { typicalDay, view } from "./views.ts";

test("start at login, the window and the theme are set at once", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openGeneral(page);
  await page.getByRole("switch", { name: "Start at login" }).click();
  // All of the row switches it.
  await page.getByText("Don’t hide it when I click elsewhere.").click();
  await expect(page.getByRole("switch", { name: "Keep window open" })).toBeChecked();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await openAppearance(page);
  await page.getByRole("radio", { name: "Dark" }).click();
  expect(await askedFor(page, "settings.setStartAtLogin")).toEqual([true]);
  expect(await askedFor(page, "settings.change")).toEqual([{ keepOpen: true }, { theme: "dark" }]);
});

test("a switch that main refuses says why, and goes back", async ({ open }) => {
  const refused = { name: "settings.setStartAtLogin", problem: problem("start-at-login") } as const;
  const page = await open(view(typicalDay), { refused });
  await openGeneral(page);
  await page.getByRole("switch", { name: "Start at login" }).click();
  await expect(page.getByText(english.problemWords(problem("start-at-login")).message)).toBeVisible();
  await expect(page.getByRole("switch", { name: "Start at login" })).not.toBeChecked();
});

test("the shortcut is recorded by pressing it, and shown as keys", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openGeneral(page);
  const record = page.getByRole("button", { name: "Record the global shortcut" });
  await record.click();
  await expect(page.getByRole("button", { name: "Press the keys…" })).toBeFocused();
  // None of these is one, and nothing else in the window hears of them.
  for (const keys of ["b", "Shift+b", "t", "?"]) await page.keyboard.press(keys);
  await expect(page.getByRole("button", { name: "Press the keys…" })).toBeVisible();
  await page.keyboard.press("Control+Alt+b");
  await expect(page.locator("kbd")).toHaveText(["Ctrl", "Alt", "B"]);
  await expect(page.getByRole("status")).toHaveText("Global shortcut is Ctrl+Alt+B");
  expect(await askedFor(page, "settings.setHotkey")).toEqual(["Control+Alt+B"]);
  await page.getByRole("button", { name: "Remove the global shortcut" }).click();
  await expect(page.locator("kbd")).toHaveCount(0);
  await expect(record).toBeFocused();
  expect(await askedFor(page, "settings.setHotkey")).toEqual(["Control+Alt+B", ""]);
});

test("Escape ends the recording and nothing else; one that is taken says so", async ({ open }) => {
  const { settings } = view(typicalDay);
  const page = await open(view(typicalDay, { settings: { ...settings, hotkey: "Control+Alt+B" } }));
  await openGeneral(page);
  const record = page.getByRole("button", { name: "Record the global shortcut" });
  await record.press("Enter");
  await page.keyboard.press("Escape");
  await expect(record).toBeFocused();
  await page.evaluate((taken) => window.mock.refuse("settings.setHotkey", taken), problem("hotkey-taken"));
  await record.press("Enter");
  await page.keyboard.press("Control+Alt+x");
  await expect(page.getByText(english.problemWords(problem("hotkey-taken")).message)).toBeVisible();
  await expect(page.locator("kbd")).toHaveText(["Ctrl", "Alt", "B"]);
  expect(await askedFor(page, "settings.setHotkey")).toEqual(["Control+Alt+X"]);
});

test("a question mark lists the keys", async ({ open }) => {
  const page = await open(view(typicalDay));
  await expect(page.getByRole("navigation", { name: "Week" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByText("Hide or show names")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("navigation", { name: "Week" })).toBeVisible();
});
