import { expect } from "@playwright/test";
import { opened } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { test } from "./test.ts";

const unseen = (count: number) => `Activity: ${count} unread`;

test("what nobody has looked at is counted, over a restart, until it is clicked or marked", async ({
  bookbell,
  page,
  daemon,
  start,
  now,
}) => {
  await bookbell.post(bookingAt(now, "15:00", "16:00", { id: "one" }));
  await bookbell.post(bookingAt(now, "17:00", "18:00", { id: "two" }));
  await bookbell.post(bookingAt(now, "07:00", "08:00", { id: "over" }));
  await expect(page.getByRole("button", { name: unseen(2) })).toBeVisible();
  await bookbell.quit();

  const next = await start();
  const again = await opened(next);
  await expect(again.getByRole("button", { name: unseen(2) })).toBeVisible();
  await next.post(bookingAt(now, "19:00", "20:00", { id: "three" }));
  await expect(again.getByRole("button", { name: unseen(3) })).toBeVisible();
  await daemon.click(
    await daemon.waitFor(({ body, state }) => state === "shown" && body.startsWith("Today 19:00")),
  );
  await expect(again.getByRole("button", { name: unseen(2) })).toBeVisible();
  await again.getByRole("button", { name: unseen(2) }).click();
  await again.getByRole("button", { name: "Mark all as read" }).click();
  await again.keyboard.press("Escape");
  await expect(again.getByRole("button", { name: "Activity", exact: true })).toBeVisible();
});
