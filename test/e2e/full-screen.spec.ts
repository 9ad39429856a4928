import { expect } from "@playwright/test";
import axe from "axe-core";
import { calm } from "../../common/policy.ts";
import { exampleAt } from "../support/example.ts";
import { test } from "./test.ts";

const minute = 60_000;
const project = { id: "lessons", name: "Lessons" };
const rule = { name: "Lessons", alerts: null, reminders: [], hue: null, fullScreen: true };

test("a booking whose project wants that fills the screen when it begins, and leads into the meeting", async ({
  bookbell,
  page,
  daemon,
}) => {
  await page.evaluate((changes) => window.bookbell.settings.change(changes as never), {
    alerts: { ...calm, new: "list" },
    projects: { lessons: rule },
  });
  const now = Date.now();
  const opening = bookbell.app.waitForEvent("window");
  const event = { where: "https://meet.google.com/abc-defg-hij", what: "<b>Flux</b> capacitor" };
  const begun = exampleAt(now, new Date(now - minute), new Date(now + 30 * minute), { project, event });
  expect(await bookbell.post(begun)).toBe(204);
  const full = await opening;
  await expect(full.getByRole("heading", { name: "Marty McFly" })).toBeVisible();
  await expect(full.getByText("<b>Flux</b> capacitor")).toBeVisible();
  await expect(full.getByText("Google Meet", { exact: true })).toBeVisible();
  await expect(full.getByRole("button", { name: "Join · meet.google.com" })).toBeFocused();
  const frame = await bookbell.app.browserWindow(full);
  const display = await bookbell.app.evaluate(({ screen }) => screen.getPrimaryDisplay().bounds);
  await expect.poll(() => frame.evaluate((one) => one.getBounds())).toEqual(display);
  // The window manager says so, a moment later.
  await expect.poll(() => frame.evaluate((one) => one.isAlwaysOnTop())).toBe(true);
  await full.evaluate(axe.source);
  const { violations } = await full.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  expect(violations).toEqual([]);
  // It may ask nothing but what it is for, and the tray window nothing of that.
  await expect(full.evaluate(() => window.bookbell.window.view())).rejects.toThrow("Not for you");
  await expect(page.evaluate(() => window.bookbell.fullScreen.view())).rejects.toThrow("Not for you");

  const closed = full.waitForEvent("close");
  // The window is gone before the key is up again.
  await full.keyboard.press("Escape").catch(() => {});
  await closed;
  await daemon.waitFor(({ summary }) => summary.startsWith("Starts at"));
});
