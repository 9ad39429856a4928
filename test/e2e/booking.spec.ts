import { expect } from "@playwright/test";
import { bookingAt } from "../support/example.ts";
import { rowOf, test } from "./test.ts";

test("a booking is found among all, opened, read, and copied", async ({ bookbell, page, now }) => {
  const customers = [{ name: "Lorraine Baines", email: "lorraine@example.com", comment: "Calls at noon" }];
  await bookbell.post(bookingAt(now, "+3 15:00", "+3 16:00", { id: "far", customers, attributes: {} }));
  await bookbell.post(bookingAt(now, "15:00", "16:00", { id: "today" }));
  await expect(page.locator("[data-id=today]")).toBeVisible();
  await page.keyboard.press("Control+F");
  await page.getByRole("searchbox").fill("baines noon");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Lorraine Baines" })).toBeVisible();
  await expect(page.getByText("lorraine@example.com")).toBeVisible();
  await expect(page.getByRole("region", { name: "History" })).toContainText("New booking");
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect
    .poll(() => bookbell.app.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/^Lorraine Baines\n.*15:00–16:00\n[\s\S]*lorraine@example\.com\nCalls at noon$/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.locator("[data-id=today]").press("Enter");
  await expect(page.getByRole("heading", { name: "Marty McFly" })).toBeVisible();
});

test("another day is a key away, and follows what becomes of it", async ({ bookbell, page, now }) => {
  await bookbell.post(bookingAt(now, "15:00", "16:00", { id: "today" }));
  await expect(rowOf(page, "Marty McFly")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("No bookings", { exact: true })).toBeVisible();
  const customers = [{ name: "Lorraine Baines" }];
  await bookbell.post(bookingAt(now, "+1 10:00", "+1 11:00", { id: "tomorrow", customers }));
  await expect(rowOf(page, "Lorraine Baines")).toBeVisible();
  await page.keyboard.press("t");
  await bookbell.post(bookingAt(now, "07:00", "08:00", { id: "early", customers }));
  await page.getByRole("button", { name: "1 earlier today" }).click();
  await expect(rowOf(page, "07:00 to 08:00, Lorraine Baines")).toBeVisible();
});

test("a mail is begun in the system's program, to that address and nothing else", async ({
  bookbell,
  page,
  now,
}) => {
  const opened = () => bookbell.app.evaluate(() => (globalThis as { opened?: string[] }).opened ?? []);
  await bookbell.app.evaluate(({ shell }) => {
    const urls: string[] = [];
    Object.assign(globalThis, { opened: urls });
    shell.openExternal = async (url) => void urls.push(url);
  });
  const customers = [{ name: "Ann", email: "ann@example.com?bcc=all@example.com&body=x" }];
  await bookbell.post(bookingAt(now, "15:00", "16:00", { customers }));
  await page.getByRole("button", { name: "Open Ann" }).click();
  await page.getByRole("button", { name: "Email", exact: true }).click();
  await expect.poll(opened).toEqual(["mailto:ann@example.com%3Fbcc%3Dall%40example.com%26body%3Dx"]);
});

test("a window that is hidden for a while is on today before it comes back", async ({
  bookbell,
  page,
  now,
}) => {
  await bookbell.post(bookingAt(now, "+1 15:00", "+1 16:00", { id: "tomorrow" }));
  const today = page.getByRole("heading", { level: 1, name: /^Today/ });
  await expect(today).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { level: 1, name: /^Tomorrow/ })).toBeVisible();
  await expect(rowOf(page, "Marty McFly")).toBeInViewport();
  await page.evaluate(() => window.bookbell.window.hide());
  await expect.poll(bookbell.isOpen).toBe(false);
  // Drawn before anybody sees it.
  await expect(today).toBeVisible({ timeout: 30_000 });
  expect(await bookbell.isOpen()).toBe(false);
});
