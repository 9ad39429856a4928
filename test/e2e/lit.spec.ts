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
  await page.keyboard.press("ArrowDown");
  const updated = (n: number) => ({ updated_at: new Date(now + n * 1000).toISOString() });
  await bookbell.post(bookingAt(now, "15:30", "16:30", updated(1)));
  await expect(rowOf(page, "15:30")).toHaveAttribute("data-revealed");
  // What it said is not so any more.
  await expect.poll(() => first.state).toBe("closed");

  await page.keyboard.press("Escape");
  await expect.poll(bookbell.isOpen).toBe(false);
  await bookbell.post(bookingAt(now, "17:00", "18:00", updated(2)));
  const told = await daemon.waitFor(({ state }) => state === "shown");
  expect(told.body).toMatch(/^Today 15:30 → Today 17:00–18:00/);
  expect(daemon.received).toHaveLength(2);
});
