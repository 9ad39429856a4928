import { expect } from "@playwright/test";
import { hookPath } from "../../main/lib/tokens.ts";
import { opened, postTo } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { formHeaders as form, forwarded } from "../support/forwarded.ts";
import { rowOf, test } from "./test.ts";

test("a booking comes through a Zap, is told once though it comes directly, too, and both stay after a restart", async ({
  start,
  daemon,
  now,
}) => {
  const first = await start();
  const page = await opened(first);
  const direct = bookingAt(now, "15:00", "16:00");
  const origin = new URL(await first.url()).origin;
  expect(await postTo(`${origin}${hookPath("z".repeat(43), "zapier")}`, forwarded(direct), form)).toBe(404);

  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: /^Booking services/ }).click();
  await page.getByRole("button", { name: /^Through Zapier/ }).click();
  await page.getByRole("button", { name: "Make an address for your Zap" }).click();
  await expect(page.getByText("In Zapier", { exact: true })).toBeVisible();
  const { addresses } = await first.settings();
  const hook = `${origin}${hookPath(addresses.zapier?.token ?? "", "zapier")}`;

  expect(await postTo(hook, forwarded(direct), form)).toBe(204);
  await daemon.waitFor(({ summary }) => summary.includes("Marty McFly"));
  expect(await first.post(direct)).toBe(204);
  for (const _ of ["Zapier", "services", "settings"]) await page.keyboard.press("Escape");
  await expect(rowOf(page, "Marty McFly")).toHaveCount(1);
  expect(await postTo(hook, Buffer.from("state=confirmed"), form)).toBe(400);
  await first.quit();

  const second = await start();
  await expect(rowOf(await opened(second), "Marty McFly")).toHaveCount(1);
  const moved = forwarded(
    bookingAt(now, "17:00", "18:00", { updated_at: new Date(now + 1_000).toISOString() }),
  );
  const port = new URL(await second.url()).port;
  expect(await postTo(`http://127.0.0.1:${port}${new URL(hook).pathname}`, moved, form)).toBe(204);
  await daemon.waitFor(({ summary }) => summary.includes("Moved"));
  expect(daemon.received.filter(({ summary }) => summary.startsWith("New booking"))).toHaveLength(1);
});
