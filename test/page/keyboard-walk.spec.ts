import { expect, type Page } from "@playwright/test";
import { someActivity } from "./activity.ts";
import { askedFor, test } from "./page-test.ts";
import { booking, connected, item, person, tallied, tally, typicalDay, view } from "./views.ts";

/** Presses keys one after the other, with the window as it opens: nothing is focused first. @returns how many */
async function walk(page: Page, ...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

const zoom = { place: "https://zoom.us/j/8840221907" };
const online = [
  item(booking("on", "14:00", "14:50", { customer: person("Clara Clayton"), ...zoom }), { phase: "now" }),
  ...typicalDay.slice(1),
];

test("the running call is joined by one key", async ({ open }) => {
  const page = await open(view(online), { joins: { on: "zoom.us" } });
  expect(await walk(page, "j")).toBeLessThanOrEqual(1);
  await expect.poll(() => askedFor(page, "bookings.join")).toEqual([{ id: "on", agreed: null }]);
});

test("the next is snoozed by two", async ({ open }) => {
  const page = await open(view(online.slice(1)));
  expect(await walk(page, "s", "Enter")).toBeLessThanOrEqual(2);
  await expect.poll(() => askedFor(page, "bookings.snooze")).toEqual([{ id: "next", choice: 5 }]);
});

test("tomorrow's first booking is opened by two", async ({ open }) => {
  const start = Date.UTC(2026, 10, 24, 8);
  const first = { ...booking("first", "9:00", "10:00"), start, end: start + 3_600_000 };
  const page = await open(view(online), { bookings: [first] });
  expect(await walk(page, "ArrowRight")).toBe(1);
  await expect(page.locator('[data-id="first"]')).toBeFocused();
  await walk(page, "Enter");
  await expect.poll(() => askedFor(page, "bookings.get")).toContain("first");
});

test("notifications are paused for an hour by two", async ({ open }) => {
  const page = await open(view(online));
  expect(await walk(page, "p", "Enter")).toBeLessThanOrEqual(2);
  await expect.poll(() => askedFor(page, "settings.setPaused")).toEqual(["hour"]);
});

test("a request is declined with a message by its text and at most six", async ({ open }) => {
  const page = await open(view(online, { timekit: connected }));
  let keys = await walk(page, "d");
  await expect(page.getByRole("textbox", { name: /Message/ })).toBeFocused();
  await page.keyboard.type("Sorry, I am away.");
  keys += await walk(page, "Tab", "Tab", "Enter");
  expect(keys).toBeLessThanOrEqual(6);
  await expect
    .poll(() => askedFor(page, "bookings.act"))
    .toEqual([{ id: "asked", action: "decline", message: "Sorry, I am away." }]);
});

test("why deliveries were refused is a key away", async ({ open }) => {
  const page = await open(view(online, tallied({ unsigned: tally(3) })), { activity: someActivity });
  expect(await walk(page, "a")).toBeLessThanOrEqual(3);
  await expect(
    page.getByText("The signature didn’t match. Is the signing secret still right?").first(),
  ).toBeVisible();
});
