import { expect, type Page } from "@playwright/test";
import { openReceiving } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { address, at, connected, tallied, tally, typicalDay, view } from "./views.ts";

const make = (page: Page) => page.getByRole("button", { name: "Renew the webhook URL" });
const end = (page: Page) => page.getByRole("button", { name: "End now: the old webhook URL" });
const question = (page: Page) => page.getByRole("alert").filter({ hasText: "?" });

test("a new address is made after a question, which says what happens to the webhooks", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openReceiving(page);
  await make(page).click();
  await expect(question(page)).toContainText("Copy it into Timekit’s webhooks within a day");
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(make(page)).toBeFocused();
  expect(await askedFor(page, "address.renew")).toEqual([]);

  const webhooks = { ...connected.webhooks, wanted: 5, registered: 5 };
  await page.evaluate((changes) => window.mock.change(changes), {
    timekit: { ...connected, webhooks },
  });
  await make(page).click();
  await expect(question(page)).toContainText("The webhooks that Bookbell registered move by themselves");
  await page.getByRole("button", { name: "Renew", exact: true }).last().click();
  await expect(page.getByRole("status")).toHaveText("New webhook URL made");
  expect(await askedFor(page, "address.renew")).toHaveLength(1);
  await expect(make(page)).toHaveCount(0);
  await expect(end(page)).toBeFocused();
});

test("until when the old one works is said, and what still comes over it; it can be ended", async ({
  open,
}) => {
  const page = await open(view(typicalDay, address({ oldUntil: at("10:40", 1) })));
  await openReceiving(page);
  await expect(
    page.getByText(/Works until Tue,? 24 Nov,? 10:40\. Nothing has come over it since\./),
  ).toBeVisible();
  await page.evaluate(
    (changes) => window.mock.change(changes),
    tallied({ oldAddress: tally(2, { last: at("9:12") }) }),
  );
  await expect(page.getByText("2 bookings came over it since, the last 09:12.")).toBeVisible();
  await end(page).click();
  await expect(question(page)).toContainText("What Timekit still posts there is rejected.");
  await page.getByRole("button", { name: "End now", exact: true }).last().click();
  await expect(page.getByRole("status")).toHaveText("Old webhook URL ended");
  await expect(make(page)).toBeFocused();
  expect(await askedFor(page, "address.endOld")).toHaveLength(1);
});

test("why no new address can be made stands next to it", async ({ open }) => {
  const problem = { code: "setting-disk-full" } as const;
  const page = await open(view(typicalDay), { refused: { name: "address.renew", problem } });
  await openReceiving(page);
  await make(page).click();
  await page.getByRole("button", { name: "Renew", exact: true }).last().click();
  await expect(
    page.getByText("The disk is full, so that couldn’t be saved. Free some space, then try again."),
  ).toBeVisible();
  await expect(make(page)).toBeFocused();
});
