import { expect } from "@playwright/test";
import { openRow } from "./open-settings.ts";
import { test } from "./page-test.ts";
import { typicalDay, view } from "./views.ts";

test("the licences of all that ships are a row of the settings away, each with its text", async ({
  open,
}) => {
  const page = await open(view(typicalDay));
  await openRow(/^About/, /^Open-source licences/)(page);
  await expect(page.getByRole("heading", { name: "Open-source licences" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /^express 5/ })).toContainText("MIT");
  const text = page
    .getByRole("listitem")
    .filter({ hasText: /^ssh2 / })
    .locator("pre");
  await expect(text).toBeHidden();
  await page.locator("summary", { hasText: /^ssh2 / }).focus();
  await page.keyboard.press("Enter");
  await expect(text).toContainText("Permission is hereby granted");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Open-source licences/ })).toBeFocused();
});
