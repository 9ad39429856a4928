import { expect, type Page } from "@playwright/test";
import type { DeliveryDetail } from "../../common/delivery.ts";
import { delivery, hostileLog, manyDeliveries, openLog, typicalLog } from "./deliveries.ts";
import { test } from "./page-test.ts";
import { typicalDay, view } from "./views.ts";

const line = (page: Page, seq: number) => page.locator(`[data-id="${seq}"]`);
const deliver = (page: Page, ...came: DeliveryDetail[]) =>
  page.evaluate((came) => window.mock.deliver(came), came);
const topOf = async (page: Page, seq: number) => Math.round((await line(page, seq).boundingBox())?.y ?? 0);

/** A comma that is only heard may have a space before it. */
const heard = (sentence: string) => new RegExp(`^${sentence.replaceAll(", ", " ?, ")}$`);

test("the log is newest first, each line a sentence", async ({ open }) => {
  const page = await open(view(typicalDay), { deliveries: typicalLog });
  await openLog(page);
  const sentences = [
    "14:34, Unknown customer, Refused, The signature doesn’t match",
    "14:34, Marty McFly, New, New booking, Instant",
    "14:23, Clara Clayton, Duplicate, Nothing new, Replayed",
    "14:22, Jennifer Parker, Changed, Moved, 2 s",
    "14:10, Jennifer Parker, Duplicate, Nothing new, 1 min late, 284 more times",
    "13:00, Biff Tannen, Out of date, Nothing new, 3 h late",
    "12:59, Biff Tannen, Changed, Cancelled, Instant",
    "14:35, Unknown customer, Couldn’t be read, The body is not JSON.",
    "14:35, Emmett Brown, Changed, No visible change, 2 s",
    "15:35, Emmett Brown, New, Booking request, 4 days late",
  ];
  const buttons = page.getByRole("list").getByRole("button");
  await expect(buttons).toHaveCount(sentences.length);
  for (const [index, sentence] of sentences.entries())
    await expect(buttons.nth(index)).toHaveAccessibleName(heard(sentence));
  await expect(page.locator(".verdict .icon")).toHaveCount(10);
  await expect(page.getByText("Deliveries are kept for 30 days.")).toBeVisible();
});

test("arrows go through the log, and Escape comes back to the opened line, where it stood", async ({
  open,
}) => {
  const page = await open(view(typicalDay), { deliveries: manyDeliveries(40) });
  await openLog(page);
  await expect(page.getByRole("button", { name: "Back" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(line(page, 40)).toBeFocused();
  for (let down = 0; down < 20; down++) await page.keyboard.press("ArrowDown");
  const top = await topOf(page, 20);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Customer 20" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(line(page, 20)).toBeFocused();
  expect(await topOf(page, 20)).toBe(top);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Activity" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Settings" })).toBeFocused();
});

test("new deliveries move neither the focus nor what is in view, and older pages stay", async ({ open }) => {
  const page = await open(view(typicalDay), { deliveries: manyDeliveries(120) });
  await openLog(page);
  await page.getByRole("button", { name: "Show older" }).click();
  // With the head of the day.
  await expect(page.locator("li[aria-setsize='101']").first()).toBeAttached();
  await expect(page.getByRole("status")).toHaveText("50 older deliveries shown");
  await line(page, 60).focus();
  const top = await topOf(page, 60);
  await deliver(page, delivery(122, 0), delivery(121, 0));
  await expect(page.locator("li[aria-setsize='103']").first()).toBeAttached();
  await expect(line(page, 60)).toBeFocused();
  await expect.poll(() => topOf(page, 60)).toBe(top);
  await page.keyboard.press("End");
  await expect(line(page, 21)).toBeFocused();
});

test("a focused line at the very top stays in view when many come in", async ({ open }) => {
  const page = await open(view(typicalDay), { deliveries: manyDeliveries(60) });
  await openLog(page);
  await page.keyboard.press("ArrowDown");
  await deliver(page, ...manyDeliveries(90).slice(0, 30));
  await expect(page.locator("[data-id]")).toHaveCount(80);
  await expect(line(page, 60)).toBeFocused();
  await expect(line(page, 60)).toBeInViewport({ ratio: 1 });
});

test("a burst of more than a page leaves no gap", async ({ open }) => {
  const page = await open(view(typicalDay), { deliveries: manyDeliveries(10) });
  await openLog(page);
  await deliver(page, ...manyDeliveries(130).slice(0, 120));
  await expect(page.locator("li[aria-setsize='131']").first()).toBeAttached();
  await page.keyboard.press("End");
  await expect(line(page, 1)).toBeFocused();
});

test("with the last page the focus goes to the first line it brought", async ({ open }) => {
  const page = await open(view(typicalDay), { deliveries: manyDeliveries(60) });
  await openLog(page);
  await page.getByRole("button", { name: "Show older" }).press("Enter");
  await expect(line(page, 10)).toBeFocused();
  await expect(page.getByRole("button", { name: "Show older" })).toHaveCount(0);
});

test("a log without deliveries says so, and a slow one gets a skeleton", async ({ open }) => {
  const page = await open(view(typicalDay), { slow: "deliveries.list" });
  await openLog(page);
  await expect(page.locator(".skeleton")).toHaveCSS("opacity", "1");
  await page.evaluate(() => window.mock.answerSlow());
  await expect(page.getByRole("heading", { name: "No deliveries yet" })).toBeVisible();
  await deliver(page, delivery(1, 0));
  await expect(line(page, 1)).toBeVisible();
});

test("a log that cannot be read says why in place, and asks again", async ({ open }) => {
  const problem = { code: "store-closed" } as const;
  const page = await open(view(typicalDay), {
    deliveries: manyDeliveries(60),
    refused: { name: "deliveries.list", problem },
  });
  await openLog(page);
  await expect(page.getByText("Bookbell can’t save bookings right now.")).toBeVisible();
  await page.evaluate(() => window.mock.refuse("deliveries.list", null));
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(line(page, 60)).toBeVisible();
  await page.evaluate((problem) => window.mock.refuse("deliveries.list", problem), problem);
  await page.getByRole("button", { name: "Show older" }).click();
  await expect(page.getByText("Bookbell can’t save bookings right now.")).toBeVisible();
  await expect(page.locator("[data-id]")).toHaveCount(50);
});

test("hostile names stay text and fit the window", async ({ open }) => {
  const page = await open(view(typicalDay), { deliveries: hostileLog });
  await openLog(page);
  await expect(page.getByText('<img src=x onerror="window.pwned=1">')).toBeVisible();
  expect(await page.evaluate(() => "pwned" in window)).toBe(false);
  const ends = await page
    .locator(".verdict, .log-facts")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
  expect(Math.max(...ends)).toBeLessThanOrEqual(392);
});

test("each day has its head, and the problems can be seen by themselves", async ({ open }) => {
  const page = await open(view(typicalDay), { deliveries: typicalLog });
  await openLog(page);
  const heads = page.getByRole("heading", { level: 2 });
  await expect(heads).toHaveText(["Today", "Yesterday", "Fri 20 November", "Sun 19 October 2025"]);
  await page.getByRole("radio", { name: "Problems" }).check();
  await expect(page.locator("[data-id]")).toHaveCount(2);
  await expect(heads).toHaveText(["Today", "Yesterday"]);
  await page.getByRole("radio", { name: "Everything" }).check();
  await expect(page.locator("[data-id]")).toHaveCount(10);
});

test("a character that turns the reading order turns no name in the list", async ({ open }) => {
  const page = await open(view(typicalDay), {
    deliveries: [delivery(1, 0, { who: "\u202elive\u0007 evil" })],
  });
  await openLog(page);
  await expect(line(page, 1).locator("bdi")).toHaveText(/^live evil$/);
  expect(await line(page, 1).locator("bdi").textContent()).toBe("live evil");
});
