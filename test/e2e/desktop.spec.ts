import { expect } from "@playwright/test";
import manifest from "../../package.json" with { type: "json" };
import { startTrayHost } from "../support/tray-host.ts";
import { test } from "./test.ts";

test("without a tray the window says so until that is known, and an icon comes once a tray does", async ({
  desktop,
  bookbell,
  page,
}) => {
  const warning = page.getByText("This desktop shows no tray icon.", { exact: true });
  await expect(warning).toBeVisible();
  const tray = await startTrayHost(desktop.env);
  const item = await tray.nextItem();
  await expect(warning).toBeHidden();
  await page.keyboard.press("Escape");
  await expect.poll(bookbell.isOpen).toBe(false);
  await item.activate();
  await expect.poll(bookbell.isOpen).toBe(true);
  await tray.stop();

  await expect(warning).toBeVisible();
  await page.locator(".status-line", { has: warning }).getByRole("button", { name: "Dismiss" }).click();
  await expect(warning).toBeHidden();
  expect((await bookbell.settings()).trayless).toBe(true);
});

test("an Electron older than the one in package.json is called outdated, and only such a one", async ({
  bookbell,
  page,
}) => {
  const version = await bookbell.app.evaluate(() => process.versions.electron ?? "");
  const outdated = Number.parseInt(version, 10) < Number.parseInt(manifest.devDependencies.electron, 10);
  const line = page.locator(".status-line", {
    hasText: `outdated Electron (${version}): for trying out only`,
  });
  // Beside that it is not set up, which is worse.
  await page.locator(".footer-state").click();
  await expect(line).toHaveCount(outdated ? 1 : 0);
  if (outdated) await line.getByRole("button", { name: "Dismiss" }).click();
  await expect(line).toHaveCount(0);
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: /^About/ }).click();
  await expect(page.locator(".version")).toContainText(`Electron ${version}`);
  await expect(page.getByText("for trying out only")).toHaveCount(outdated ? 1 : 0);
});
