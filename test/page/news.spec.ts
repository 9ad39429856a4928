import { expect } from "@playwright/test";
import { askedFor, test } from "./page-test.ts";
import { booking, item, newsOf, someNews, view } from "./views.ts";

const today = booking("n4", "16:00", "17:00");
const opening = view([item(today)], { unseen: ["n4", "n3"] });

test("what is new is one key away, unseen first, and all of it marked seen by one press", async ({
  open,
}) => {
  const page = await open(opening, { news: someNews });
  const way = page.getByRole("button", { name: "What is new: 2 bookings not looked at" });
  await way.focus();
  await page.keyboard.press("Enter");
  const lines = page.getByRole("list", { name: "What is new" }).getByRole("button");
  await expect(lines).toHaveCount(3);
  await expect(lines.first()).toContainText("New booking");
  await expect(lines.first()).toContainText("Today, 16:00");
  await expect(page.getByText("New: ")).toHaveCount(2);
  await page.getByRole("button", { name: "Mark all as seen" }).press("Enter");
  await expect(page.getByText("New: ")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Mark all as seen" })).toBeHidden();
  expect(await askedFor(page, "news.markSeen")).toEqual([null]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "What is new", exact: true })).toBeVisible();
});

test("a line opens its booking, which is seen with that", async ({ open }) => {
  const page = await open(opening, { news: someNews, bookings: someNews.map((line) => line.booking) });
  await page.getByRole("button", { name: /^What is new/ }).click();
  await page.getByRole("button", { name: /Marty McFly/ }).click();
  await expect(page.getByRole("heading", { name: "Marty McFly" })).toBeVisible();
  expect(await askedFor(page, "news.markSeen")).toEqual(["n4"]);
});

test("a booking that is no longer kept says so", async ({ open }) => {
  const page = await open(opening, { news: [newsOf(3, booking("elsewhere", "18:00", "18:30"))] });
  await page.getByRole("button", { name: /^What is new/ }).click();
  await page.getByRole("list").getByRole("button").click();
  await expect(page.getByText("This booking is no longer kept.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "What is new" })).toBeVisible();
  await expect(page.getByText("New: ")).toHaveCount(0);
});

test("what cannot be had is asked for once more, and what is refused is said", async ({ open }) => {
  const problem = { code: "internal" } as const;
  const page = await open(opening, { news: someNews, refused: { name: "news.list", problem } });
  await page.getByRole("button", { name: /^What is new/ }).click();
  await expect(page.getByText("Something went wrong inside Bookbell.")).toBeVisible();
  await page.evaluate(() => window.mock.refuse("news.list", null));
  await page.getByRole("button", { name: "Try again" }).click();
  await page.evaluate((problem) => window.mock.refuse("news.markSeen", problem), problem);
  await page.getByRole("button", { name: "Mark all as seen" }).click();
  await expect(page.getByText("Something went wrong inside Bookbell.")).toBeVisible();
  await expect(page.getByText("New: ")).toHaveCount(2);
});
