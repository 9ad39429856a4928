import { expect } from "@playwright/test";
import { bookingAt } from "../support/example.ts";
import { rowOf, test } from "./test.ts";

test("a change lights up its row while it is looked at, and is notified when it is not", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  await bookbell.post(bookingAt(now, "15:00", "16:00"));
  const first = await daemon.waitFor(({ state }) => state === "shown");
  await expect(rowOf(page, "15:00")).toBeVisible();
  let told = 0;
  const next = () => ({ updated_at: new Date(now + ++told * 1000).toISOString() });
  // A window that takes longer than 300 ms to draw leaves it to a notification, as on a machine that is busy.
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    const minute = 10 + told;
    await bookbell.post(bookingAt(now, `15:${minute}`, "16:30", next()));
    await expect(page.locator("li[data-revealed]")).toContainText(`15:${minute}`, { timeout: 1_500 });
  }).toPass();
  // What it said is not so any more.
  await expect.poll(() => first.state).not.toBe("shown");

  await page.keyboard.press("Escape");
  await expect.poll(bookbell.isOpen).toBe(false);
  await bookbell.post(bookingAt(now, "17:00", "18:00", next()));
  const last = await daemon.waitFor(({ body }) => body.includes("Today 17:00–18:00"));
  expect(last.body).toMatch(/^Today 15:\d\d → Today 17:00–18:00/);
});
