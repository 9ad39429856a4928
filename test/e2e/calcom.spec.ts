import { createHmac } from "node:crypto";
import { expect } from "@playwright/test";
import { hookPath } from "../../main/lib/tokens.ts";
import { opened, postTo } from "../support/bookbell.ts";
import { calcomBody, hookWith } from "../support/calcom.ts";
import { bookingAt } from "../support/example.ts";
import { todayAt } from "../support/today.ts";
import { rowOf, test } from "./test.ts";

const secret = "a secret of the webhook";

/** As Cal.com posts a body. */
const signed = (body: Buffer, by = secret) => ({
  "content-type": "application/json",
  "x-cal-signature-256": createHmac("sha256", by).update(body).digest("hex"),
});

test("a booking of Cal.com's is set up by keyboard, made, moved and cancelled, beside Timekit's", async ({
  start,
  daemon,
  now,
}) => {
  const bookbell = await start();
  const page = await opened(bookbell);
  await page.getByRole("button", { name: "Settings", exact: true }).press("Enter");
  await page.getByRole("button", { name: /^Booking services/ }).press("Enter");
  await page.getByRole("button", { name: /^Cal\.com/ }).press("Enter");
  await page.getByRole("button", { name: "Make an address for Cal.com" }).press("Enter");
  await expect(page.getByText("In Cal.com", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Set secret" }).press("Enter");
  await page.keyboard.type(secret);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("Webhook secret saved");

  const { addresses } = await bookbell.settings();
  const origin = new URL(await bookbell.url()).origin;
  const hook = `${origin}${hookPath(addresses.calcom?.token ?? "", "calcom")}`;
  const post = (body: Buffer, by?: string) => postTo(hook, body, signed(body, by));
  const at = (clock: string) => todayAt(clock, now).toISOString();
  const later = (seconds: number) => new Date(now + seconds * 1_000).toISOString();
  const times = (from: string, to: string) => ({ startTime: at(from), endTime: at(to) });
  const created = hookWith("created", times("15:00", "15:30"), later(1));
  const moved = hookWith(
    "rescheduled",
    { ...times("17:00", "17:30"), rescheduleStartTime: at("15:00"), rescheduleEndTime: at("15:30") },
    later(2),
  );
  const cancelled = hookWith("cancelled", { ...times("17:00", "17:30"), uid: "bk_intro_2" }, later(3));

  expect(await post(calcomBody("silent/ping"))).toBe(204);
  expect(await post(created, "somebody else’s")).toBe(401);
  expect(await post(created)).toBe(204);
  await daemon.waitFor(({ summary }) => summary.startsWith("New booking"));
  expect([await post(created), await post(moved)]).toEqual([204, 204]);
  await daemon.waitFor(({ summary }) => summary.startsWith("Moved"));
  expect(await bookbell.post(bookingAt(now, "16:00", "17:00"))).toBe(204);
  for (const _ of [1, 2, 3]) await page.keyboard.press("Escape");
  const row = rowOf(page, "Sam Okafor").filter({ has: page.locator(".row-start", { hasText: "17:00" }) });
  await expect(row).toContainText("Cal.com");
  await expect(rowOf(page, "Marty McFly")).toContainText("Timekit");

  expect(await post(cancelled)).toBe(204);
  await expect(row).toContainText("cancelled");
  // What came twice, or was not signed by it, was told to nobody.
  const told = daemon.received.map(({ summary }) => summary);
  expect(told.filter((summary) => /^(New booking|Moved): Sam/.test(summary))).toHaveLength(2);

  const body = Buffer.from("Sam has booked");
  expect(
    await postTo(hook, body, { ...signed(body), "content-type": "application/x-www-form-urlencoded" }),
  ).toBe(400);
});
