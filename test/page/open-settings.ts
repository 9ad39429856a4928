import type { Page } from "@playwright/test";

/** Opens the settings, then what those rows lead to, one after the other. */
export const openRow =
  (...rows: readonly (string | RegExp)[]) =>
  async (page: Page) => {
    await page
      .locator(".header")
      .getByRole("button", { name: /^Settings/ })
      .click();
    for (const name of rows) await page.getByRole("button", { name }).click();
  };

export const openReceiving = openRow(/^Receiving/);
/** With what hardly anybody changes. */
export async function openAdvanced(page: Page) {
  await openReceiving(page);
  await page.getByText("Advanced").click();
}
export const openTunnel = openRow(/^Receiving/, /^Tunnel/);
export const openTimekit = openRow(/^Booking services/, /^Timekit/);
export const openReminders = openRow(/^Reminders/);
export const openProjects = openRow(/^Projects/);
export const openAppearance = openRow(/^Appearance/);
export const openGeneral = openRow(/^General/);
export const openPrivacy = openRow(/^Privacy/);
export const openAbout = openRow(/^About/);
export const openNotifications = openRow(/^Notifications/);
export async function openProof(page: Page) {
  await page.getByRole("button", { name: /^Activity/ }).click();
  await page.getByRole("button", { name: "Send test" }).click();
}
