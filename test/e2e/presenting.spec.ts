import { expect } from "@playwright/test";
import { bookingAt } from "../support/example.ts";
import { rowOf, test } from "./test.ts";

test("while presenting, window, tray and notifications tell times and no names", async ({
  tray,
  bookbell,
  page,
  daemon,
  now,
}) => {
  const item = await tray.nextItem();
  await bookbell.post(bookingAt(now, "15:00", "16:00"));
  const named = await daemon.waitFor(({ summary }) => summary === "New booking: Marty McFly");
  await expect(rowOf(page, "Marty McFly")).toBeVisible();

  await item.clickItem("Presenting: hide names");
  await expect(page.getByText("Presenting: names are hidden.", { exact: true })).toBeVisible();
  await expect.poll(() => named.state).not.toBe("shown");
  await bookbell.post(bookingAt(now, "17:00", "18:00", { id: "second" }));
  await daemon.waitFor(({ summary, body }) => summary === "New booking" && body === "Today 17:00–18:00");
  await expect(rowOf(page, "17:00")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(/Marty|Emmett|Hill Valley/);
  await expect.poll(() => item.tooltip()).toBe("15:00 Booking");
  const asked = await page.evaluate(async () =>
    JSON.stringify([
      await window.bookbell.getView(),
      await window.bookbell.getNews(),
      await window.bookbell.getDeliveries({ before: null }),
      await window.bookbell.getDelivery(1),
    ]),
  );
  expect(asked).not.toMatch(/Marty|Emmett|Hill Valley/);

  await page.getByRole("button", { name: "Show names" }).click();
  await expect(rowOf(page, "Marty McFly").first()).toBeVisible();
});
