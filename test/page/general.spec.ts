import { expect } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import { problemWords } from "../../common/words/problems/problems.ts";
import { askedFor, test } from "./page-test.ts";
import { typicalDay, view } from "./views.ts";

test("start at login, look and shortcut are set at once; a shortcut that is taken says so", async ({
  open,
}) => {
  const page = await open(view(typicalDay));
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.getByRole("group", { name: "Start at login" }).getByRole("radio", { name: "On" }).click();
  await page.getByRole("group", { name: "Keep open" }).getByRole("radio", { name: "On" }).click();
  await page.getByRole("radio", { name: "Dark" }).click();
  const field = page.getByLabel("Shortcut", { exact: true });
  await field.fill("b");
  await field.press("Enter");
  await expect(page.getByText("Enter Ctrl, Alt or Super")).toBeVisible();
  await field.fill("ctrl+alt+b");
  await field.press("Enter");
  await expect(field).toHaveValue("Ctrl+Alt+B");
  await page.evaluate((taken) => window.mock.refuse("settings.setHotkey", taken), problem("hotkey-taken"));
  await field.fill("ctrl+alt+x");
  await field.press("Enter");
  await expect(page.getByText(problemWords(problem("hotkey-taken")).message)).toBeVisible();
  expect(await askedFor(page, "settings.setStartAtLogin")).toEqual([true]);
  expect(await askedFor(page, "settings.change")).toEqual([{ keepOpen: true }, { theme: "dark" }]);
  expect(await askedFor(page, "settings.setHotkey")).toEqual(["Control+Alt+B", "Control+Alt+X"]);
});

test("a question mark lists the keys", async ({ open }) => {
  const page = await open(view(typicalDay));
  await expect(page.getByRole("navigation", { name: "Week" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByText("hides names, or shows them")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("navigation", { name: "Week" })).toBeVisible();
});
