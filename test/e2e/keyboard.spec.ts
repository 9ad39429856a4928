import { expect, type Locator, type Page } from "@playwright/test";
import { bookingAt } from "../support/example.ts";
import { rowOf, test } from "./test.ts";

/** Goes on with Tab until this has the focus: whoever has no mouse can get there. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

test.describe("without a mouse", () => {
  test.beforeEach(async ({ bookbell, page, now }) => {
    const of = (name: string) => ({ customers: [{ name, email: "someone@example.com" }] });
    await bookbell.post(bookingAt(now, "15:00", "16:00", { id: "one", ...of("Marty McFly") }));
    await bookbell.post(bookingAt(now, "17:00", "18:00", { id: "two", ...of("Jennifer Parker") }));
    await expect(rowOf(page, "Jennifer")).toBeVisible();
  });

  test("a booking is looked for, opened and copied", async ({ bookbell, page }) => {
    await page.keyboard.press("/");
    await page.keyboard.type("jenni");
    await expect(page.getByRole("button", { name: /Jennifer/ })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Jennifer Parker" })).toBeVisible();
    await tabTo(page, page.getByRole("button", { name: "Copy" }));
    await page.keyboard.press("Enter");
    await expect
      .poll(() => bookbell.app.evaluate(({ clipboard }) => clipboard.readText()))
      .toContain("Jennifer Parker");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("searchbox")).toHaveValue("jenni");
  });

  test("what is new is gone through and marked as seen", async ({ tray, page }) => {
    const item = await tray.nextItem();
    await expect.poll(() => item.tooltip()).toContain("15:00 Marty McFly");
    await tabTo(page, page.getByRole("button", { name: /^Activity/ }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "Mark all as read" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Mark all as read" })).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Activity", exact: true })).toBeVisible();
  });

  test("notifications are paused, and names hidden while presenting", async ({ bookbell, page }) => {
    await tabTo(page, page.getByRole("contentinfo").getByRole("button", { name: "Pause" }));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await bookbell.settings()).paused).toBe(true);
    await page.keyboard.press("Control+Shift+P");
    await expect(page.getByText("Jennifer Parker")).toHaveCount(0);
    await page.keyboard.press("Control+Shift+P");
    await expect(rowOf(page, "17:00 to 18:00, New, Jennifer Parker")).toBeVisible();
  });

  test("a setting is changed, and the window hidden", async ({ bookbell, page }) => {
    await page.keyboard.press("Control+,");
    await tabTo(page, page.getByRole("button", { name: /^Appearance/ }));
    await page.keyboard.press("Enter");
    await tabTo(
      page,
      page.getByRole("group", { name: "Time format" }).getByRole("radio", { name: "System" }),
    );
    await page.keyboard.press("ArrowRight");
    await expect.poll(async () => (await bookbell.settings()).hours).toBe("12");
    for (const _ of ["the section", "the settings"]) await page.keyboard.press("Escape");
    await expect(page.locator(".row-start").first()).toHaveText(/^3:00\sPM$/i);
    await page.keyboard.press("Escape");
    await expect.poll(bookbell.isOpen).toBe(false);
  });
});
