import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { opened } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { startTimekitApi } from "../support/timekit-api.ts";
import { test as base, rowOf } from "./test.ts";

const hour = 3_600_000;
/** It says that it orders by the last change, and does so by the making; and one of its rows is none. */
const test = base.extend<{ timekit: Awaited<ReturnType<typeof startTimekitApi>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  timekit: async ({}, use) => {
    const timekit = await startTimekitApi({ order: "created-as-asked", odd: [null] });
    await use(timekit);
    await timekit.stop();
  },
});

test("a Timekit that orders by another time, with an odd row, hides no cancellation", async ({
  desktop,
  daemon,
  start,
  port,
  timekit,
  now,
}) => {
  const made = (n: number, changes: object = {}) => {
    const created_at = new Date(now - (n + 1) * hour).toISOString();
    const booking = bookingAt(now, "15:00", "16:00", {
      id: `b-${n}`,
      created_at,
      updated_at: created_at,
      ...changes,
    });
    return JSON.parse(booking.toString());
  };
  for (let n = 149; n >= 0; n--) await timekit.put(made(n, { state: n === 130 ? "confirmed" : "declined" }));
  const profile = path.join(desktop.dir, "profile");
  await mkdir(profile, { recursive: true });
  const secrets = { timekit: { kept: "plain", data: timekit.key } };
  await writeFile(path.join(profile, "settings.json"), JSON.stringify({ port, setup: "done", secrets }));
  const bookbell = await start([], profile, { ...desktop.env, BOOKBELL_TIMEKIT_API: timekit.url });
  const page = await opened(bookbell);
  await expect.poll(async () => (await bookbell.settings()).watermark).not.toBeNull();
  await expect(rowOf(page, "15:00").first()).toBeVisible();

  const updated_at = new Date().toISOString();
  await timekit.put(made(130, { state: "cancelled", updated_at }));
  await page.evaluate(() => window.bookbell.timekit.catchUp());
  await daemon.waitFor(({ summary, state }) => state === "shown" && summary.startsWith("Cancelled"));
  // What was there before Bookbell was connected is listed, and told to nobody.
  expect(daemon.received).toHaveLength(1);
  // Beside that it is not set up, which is worse.
  await page.locator(".footer-state").click();
  await expect(page.getByText("1 booking of Timekit’s list couldn’t be read.")).toBeVisible();
  await page.keyboard.press("Escape");
});
