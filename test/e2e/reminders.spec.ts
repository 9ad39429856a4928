import path from "node:path";
import { expect } from "@playwright/test";
import { calm } from "../../common/policy.ts";
import { bookingAt, exampleAt } from "../support/example.ts";
import { DatabaseSync } from "../support/sqlite.ts";
import { test } from "./test.ts";

const minute = 60_000;
const isReminder = ({ summary }: { summary: string }) =>
  /^Starts at \d+:\d+([\s\u202f][AP]M)?: Marty McFly$/.test(summary);

/** Marty's booking, told `now`, that starts in five minutes: nobody was shown it, so the reminder is due. */
function soon(now: number, changes: object = {}) {
  const start = now + 5 * minute;
  return exampleAt(now, new Date(start), new Date(start + 30 * minute), changes);
}

test.beforeEach(async ({ page }) => {
  await page.evaluate((told) => window.bookbell.settings.change({ alerts: told }), {
    ...calm,
    new: "list" as const,
  });
});

test("a booking is reminded of once, also by the next run of Bookbell", async ({
  bookbell,
  daemon,
  start,
  now,
}) => {
  expect(await bookbell.post(soon(Date.now()))).toBe(204);
  await daemon.waitFor((one) => one.state === "shown" && isReminder(one));
  await bookbell.quit();
  const next = await start();
  const another = { id: "another", graph: "confirm_decline", state: "tentative" };
  expect(await next.post(bookingAt(now, "20:00", "21:00", another))).toBe(204);
  await daemon.waitFor(({ body }) => body.startsWith("Today 20:00"));
  expect(daemon.received.filter(isReminder)).toHaveLength(1);
});

test("a cancellation takes the reminder off the screen", async ({ bookbell, daemon }) => {
  const now = Date.now();
  expect(await bookbell.post(soon(now))).toBe(204);
  await daemon.waitFor((one) => one.state === "shown" && isReminder(one));
  const cancelled = { state: "cancelled", updated_at: new Date(now + 5_000).toISOString() };
  expect(await bookbell.post(soon(now, cancelled))).toBe(204);
  await daemon.waitFor(({ summary }) => summary.startsWith("Cancelled"));
  await expect.poll(() => daemon.displayed().filter(isReminder)).toEqual([]);
});

test("a snoozed reminder is gone, and comes back five minutes later", async ({ bookbell, daemon }) => {
  const now = Date.now();
  expect(await bookbell.post(soon(now))).toBe(204);
  const told = await daemon.waitFor((one) => one.state === "shown" && isReminder(one));
  const pressed = Date.now();
  await daemon.click(told, "Snooze 5 min");
  await expect.poll(() => daemon.displayed().filter(isReminder)).toEqual([]);
  const snoozed = () => {
    const database = new DatabaseSync(path.join(bookbell.profile, "bookings.sqlite"), { readOnly: true });
    const rows = database.prepare("SELECT due_at FROM reminder WHERE outcome IS NULL").all();
    database.close();
    return rows.map(({ due_at }) => Number(due_at));
  };
  await expect.poll(snoozed).toHaveLength(1);
  const [due = 0] = snoozed();
  expect(due).toBeGreaterThanOrEqual(pressed + 5 * minute);
  expect(due).toBeLessThanOrEqual(Date.now() + 5 * minute);
  expect(daemon.received.filter(isReminder)).toHaveLength(1);
});
