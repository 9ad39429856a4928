import { expect, type Page } from "@playwright/test";
import { delivery, openDelivery } from "./deliveries.ts";
import { askedFor, test } from "./page-test.ts";
import { openZapier } from "./service-screens.ts";
import { at, reach, typicalDay, view, zapier } from "./views.ts";

const status = (page: Page) => page.getByRole("status");

test("an address for a Zap is made, copied and renewed by keyboard, and its steps are there", async ({
  open,
}) => {
  const page = await open(view(typicalDay));
  await openZapier(page);
  await expect(page.getByText(/whoever has this address can post a booking/)).toBeVisible();
  await expect(page.getByText("Catch Raw Hook", { exact: false })).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Make an address for your Zap" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(status(page)).toHaveText("Address for your Zap made");
  await expect(page.getByText("Catch Raw Hook", { exact: false })).toBeVisible();

  await page.getByRole("button", { name: "Copy webhook URL" }).press("Enter");
  await expect(status(page)).toHaveText("Address for your Zap copied");
  expect(await askedFor(page, "address.copyFor")).toEqual(["zapier"]);
  await page.getByRole("button", { name: "Renew the address for your Zap" }).press("Enter");
  await page.getByRole("button", { name: "Renew", exact: true }).last().press("Enter");
  await expect(page.getByText(/^Works until .*, so that you can change the Zap\.$/)).toBeVisible();
  expect(await askedFor(page, "address.renew")).toEqual(["zapier", "zapier"]);
});

test("who stops using Zapier is asked first, and is back at the beginning", async ({ open }) => {
  const page = await open(view(typicalDay, zapier({ oldUntil: at("10:40", 1) })));
  await openZapier(page);
  await page.getByRole("button", { name: "End now: the old address for your Zap" }).click();
  await page.getByRole("button", { name: "End now", exact: true }).last().click();
  expect(await askedFor(page, "address.endOld")).toEqual(["zapier"]);
  await page.getByRole("button", { name: "Remove address for your Zap" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "?" })).toContainText(
    "Zapier counts what your Zap posts from now on as failed.",
  );
  await page.getByRole("button", { name: "Remove address", exact: true }).last().click();
  await expect(status(page)).toHaveText("Address removed");
  expect(await askedFor(page, "address.close")).toEqual(["zapier"]);
  await expect(page.getByRole("button", { name: "Make an address for your Zap" })).toBeVisible();
});

test("without a public address there is nothing to copy for a Zap, and why is said", async ({ open }) => {
  const page = await open(view(typicalDay, { ...zapier({}), ...reach("off") }));
  await openZapier(page);
  await expect(page.getByText("There is no public URL yet: set up a tunnel first.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy webhook URL" })).toHaveCount(0);
});

test("a Zap that still posts to an old host is said, and its line leads to the address", async ({ open }) => {
  const page = await open(view(typicalDay, zapier({ copiedHost: "old.example.com" })));
  await expect(page.locator(".status-what")).toHaveText(
    "Bookbell’s public address has changed, so your Zap still posts to the old one.",
  );
  await page.getByRole("button", { name: "Open Zapier" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Zapier" })).toBeVisible();
});

test("a delivery that was taken though the Zap is to be mended says what to map", async ({ open }) => {
  const page = await open(view(typicalDay), {
    deliveries: [delivery(1, 1, { reason: { code: "zap-not-dated" } })],
  });
  await openDelivery(page, 1);
  await expect(
    page.getByText(/^The Zap sent no updated_at, .*: map updated_at from the trigger\.$/),
  ).toBeVisible();
});
