import { expect } from "@playwright/test";
import { bookingAt } from "../support/example.ts";
import { rowOf, test } from "./test.ts";

test("the tray shows the next meeting and opens the window at it", async ({ tray, bookbell, page, now }) => {
  const item = await tray.nextItem();
  expect((await item.menu()).map(({ label }) => label)).toContain("No more bookings today");
  await bookbell.post(bookingAt(now, "15:00", "16:00", { customers: [{ name: "Fish & Chips" }] }));
  await expect
    .poll(() => item.tooltip())
    .toMatch(/^Bookbell can’t receive bookings yet.\n15:00 Fish & Chips$/);
  expect((await item.icon()).width).toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  await expect.poll(bookbell.isOpen).toBe(false);
  await expect.poll(async () => (await item.menu())[0]?.label).toBe("15:00 Fish & Chips");
  await item.clickItem("15:00 Fish & Chips");
  await expect.poll(bookbell.isOpen).toBe(true);
  await expect(rowOf(page, "Fish & Chips")).toBeFocused();
});

test("notifications can be paused from the tray, and are then told again", async ({
  tray,
  bookbell,
  page,
  daemon,
  now,
}) => {
  const item = await tray.nextItem();
  const paused = async () => (await item.menu()).some(({ label }) => label === "Notifications paused");
  await item.clickItem("Pause notifications > Until I resume");
  await expect.poll(paused).toBe(true);
  await expect(page.getByText(/paused/i).first()).toBeVisible();
  await bookbell.post(bookingAt(now, "15:00", "16:00", { id: "quiet" }));
  await expect(rowOf(page, "15:00")).toBeVisible();
  await page.getByRole("button", { name: "Paused", exact: true }).click();
  await page.getByText("Resume", { exact: true }).click();
  await expect.poll(paused).toBe(false);
  // Who uses the window sees it there, and is not notified.
  await page.keyboard.press("Escape");
  await expect.poll(bookbell.isOpen).toBe(false);
  await bookbell.post(bookingAt(now, "17:00", "18:00", { id: "loud" }));
  await daemon.waitFor(({ body }) => body.startsWith("Today 17:00"));
  expect(daemon.received).toHaveLength(1);
});

test("a pause for an hour is kept, with its end, over a restart", async ({ tray, bookbell, start }) => {
  await (await tray.nextItem()).clickItem("Pause notifications > 1 hour");
  await expect.poll(async () => (await bookbell.settings()).pausedUntil ?? 0).toBeGreaterThan(Date.now());
  expect((await bookbell.settings()).pausedUntil).toBeLessThanOrEqual(Date.now() + 3_600_000);
  await bookbell.quit();
  await start();
  const item = await tray.nextItem();
  const labels = async () => (await item.menu()).map(({ label }) => label);
  await expect.poll(labels).toContainEqual(expect.stringMatching(/^Paused until \d/));
  const [paused] = (await labels()).filter((label) => label.startsWith("Paused until"));
  await item.clickItem(`${paused} > Resume`);
  await expect.poll(labels).toContain("Pause notifications");
});

test("quits from the tray", async ({ tray, bookbell }) => {
  const closed = bookbell.app.waitForEvent("close");
  await (await tray.nextItem()).clickItem("Quit Bookbell");
  await closed;
});

test("asked by a signal to end, as at log-out, it ends in order", async ({ bookbell, page: _ }) => {
  const ended = new Promise((resolve) =>
    bookbell.app.process().once("exit", (code, signal) => resolve({ code, signal })),
  );
  bookbell.app.process().kill("SIGTERM");
  expect(await ended).toEqual({ code: 0, signal: null });
});

test("closing the window keeps Bookbell running, and a second start opens it again", async ({
  bookbell,
  page,
  start,
  now,
}) => {
  await bookbell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(bookbell.isOpen).toBe(false);
  expect(await bookbell.post(bookingAt(now, "15:00", "16:00"))).toBe(204);
  // The second one leaves at once, so Playwright never gets hold of it.
  await start().catch(() => {});
  await expect.poll(bookbell.isOpen).toBe(true);
  await expect(rowOf(page, "15:00")).toBeVisible();
});

// Windows' installer starts the version that it has installed with the second.
for (const argument of ["--hidden", "--updated"])
  test(`with ${argument} it starts without a window`, async ({ start, tray }) => {
    const bookbell = await start([argument]);
    await tray.nextItem();
    // The icon comes before the window would.
    await bookbell.url();
    expect(await bookbell.isOpen()).toBe(false);
  });
