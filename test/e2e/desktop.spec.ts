import { expect } from "@playwright/test";
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
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(warning).toBeHidden();
  expect((await bookbell.settings()).trayless).toBe(true);
});
