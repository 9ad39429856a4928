import { expect, test } from "vitest";
import { someAlerts } from "../../support/alerts.ts";

test("while much is fetched nothing is told but reminders, and then all of it as one", async () => {
  const { alerts, comes, toasts } = someAlerts();
  alerts.hold(true);
  for (let i = 0; i < 8; i++) await comes(`b${i}`, 600 + i);
  await alerts.tell();
  expect(toasts).toEqual([]);
  await comes("soon", 10);
  await alerts.tell();
  await expect.poll(() => toasts.length).toBe(1);
  alerts.hold(false);
  await alerts.tell();
  expect(toasts).toHaveLength(2);
});
