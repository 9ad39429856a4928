import { expect, type Page } from "@playwright/test";
import { aBooking } from "../support/bookings.ts";
import { askedFor, test } from "./page-test.ts";
import { openCalcom } from "./service-screens.ts";
import { booking, connected, item, secret, typicalDay, view } from "./views.ts";

const status = (page: Page) => page.getByRole("status");

test("an address for Cal.com is made, copied and given its secret by keyboard", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openCalcom(page);
  for (const _ of ["the key", "the server", "the address"]) await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Make an address for Cal.com" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(status(page)).toHaveText("Address for Cal.com made");
  await expect(page.getByText(/Leave Custom Payload Template off/)).toBeVisible();
  await page.getByRole("button", { name: "Copy webhook URL" }).press("Enter");
  await expect(status(page)).toHaveText("Address for Cal.com copied");
  expect(await askedFor(page, "address.copyFor")).toEqual(["calcom"]);
  await page.getByRole("button", { name: "Set secret" }).press("Enter");
  await page.keyboard.type("made up");
  await page.keyboard.press("Enter");
  await expect(status(page)).toHaveText("Webhook secret saved");
  expect(await askedFor(page, "secrets.set")).toEqual([
    { name: "calcomSigning", secret: "made up", plain: false },
  ]);
});

test("a secret that cannot be read is said, and its line leads there", async ({ open }) => {
  const page = await open(view(typicalDay, secret("calcomSigning", { state: "unreadable" })));
  await expect(page.locator(".status-what")).toHaveText("The secret of Cal.com’s webhook can’t be read.");
  await page.getByRole("button", { name: "Open Cal.com" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cal.com" })).toBeVisible();
});

test("whose a booking is, is said where there are two services, and it can be answered where that is connected", async ({
  open,
}) => {
  const asked = { status: "asked" } as const;
  const theirs = booking("calcom:1", "15:00", "16:00", asked);
  const ours = booking("b1", "16:00", "17:00", asked);
  const page = await open(view([item(theirs), item(ours)], { timekit: connected }));
  await expect(page.locator('li[data-id="calcom:1"]')).toContainText("Cal.com");
  await expect(page.locator('li[data-id="b1"]')).toContainText("Timekit");
  await expect(page.locator('li[data-id="b1"]').getByRole("button", { name: /^Confirm/ })).toHaveCount(1);
  await expect(page.locator('li[data-id="calcom:1"]').getByRole("button", { name: /^Confirm/ })).toHaveCount(
    0,
  );
});

test("where there is one service only, no row is marked", async ({ open }) => {
  const page = await open(view([item(aBooking({ id: "calcom:1" }))]));
  await expect(page.locator(".tag-source")).toHaveCount(0);
});
