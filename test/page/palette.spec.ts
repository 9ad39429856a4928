import { expect, type Page } from "@playwright/test";
import { askedFor, test } from "./page-test.ts";
import { booking, connected, item, person, typicalDay, view } from "./views.ts";

const palette = (page: Page) => page.getByRole("dialog", { name: "Actions" });
const field = (page: Page) => page.getByRole("combobox");
const options = (page: Page) => page.getByRole("option");
const active = (page: Page) => page.locator("[role=option][aria-selected=true]");
const paula = booking("paula", "15:00", "16:00", { customer: person("Paula <b>Silva</b>") });

test("it opens by a key, lists what can be done, and gives the focus back", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await expect(active(page)).toHaveText(/^Snooze Clara Clayton…/);
  await expect(options(page).filter({ hasText: "Open settings" })).toContainText("Ctrl");
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  await expect(page.locator('[data-id="on"]')).toBeFocused();
});

test("what is typed finds actions, bookings and settings, each marked, and Enter runs the first", async ({
  open,
}) => {
  const page = await open(view(typicalDay), { bookings: [paula] });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("pau");
  await expect(page.getByRole("group", { name: "Actions" }).getByRole("option")).toHaveText([
    /^Pause notifications for 1 hour/,
    /^Pause notifications until tomorrow/,
    /^Pause notifications until I resume/,
  ]);
  await expect(page.getByRole("group", { name: "Bookings" }).getByRole("option")).toHaveText([
    /^Paula <b>Silva<\/b>/,
  ]);
  await expect(page.locator(".palette mark").first()).toHaveText("Pau");
  await page.keyboard.press("Enter");
  await expect.poll(() => askedFor(page, "settings.setPaused")).toEqual(["hour"]);
  await expect(palette(page)).toBeHidden();
});

test("arrows go through all of it, around its ends, and a booking leads to its page", async ({ open }) => {
  const page = await open(view(typicalDay), { bookings: [paula] });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("paula");
  await expect(active(page)).toHaveText(/^Paula/);
  await page.keyboard.press("ArrowUp");
  await expect(options(page).last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(() => askedFor(page, "bookings.get")).toEqual(["paula"]);
});

test("a setting is opened with the focus on it", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.keyboard.press("Control+k");
  await page.keyboard.type("theme");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "System" }).first()).toBeFocused();
});

test("what finds nothing says so, and a press beside it closes it", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.keyboard.press("Control+k");
  await page.keyboard.type("xyzzy");
  await expect(palette(page).getByRole("status")).toHaveText("Nothing found");
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeVisible();
  await page.mouse.click(200, 540);
  await expect(palette(page)).toBeHidden();
});

test("keys of the list stay out of it, and so do those that are typed", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.keyboard.press("Control+k");
  await page.keyboard.type("t?j");
  await expect(field(page)).toHaveValue("t?j");
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeHidden();
});

test("S asks for how long the next is snoozed, and Enter takes the first", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.keyboard.press("s");
  await expect(page.getByRole("dialog", { name: "Snooze Clara Clayton" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect.poll(() => askedFor(page, "bookings.snooze")).toEqual([{ id: "on", choice: 5 }]);
  await expect(page.getByRole("status")).toHaveText("Reminds you at 14:40");
});

test("S is about the row that has the focus", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("s");
  await expect(page.getByRole("dialog", { name: "Snooze Marty McFly" })).toBeVisible();
});

test("C and D answer the request, in its row or among the requests", async ({ open }) => {
  const page = await open(view(typicalDay, { timekit: connected }));
  await page.keyboard.press("d");
  await expect(page.getByRole("heading", { level: 1, name: "Requests" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: /Message/ })).toBeFocused();
});

test("digits lead to the days of the week", async ({ open }) => {
  const page = await open(view([...typicalDay, item(booking("late", "23:00", "23:30"))]));
  await page.keyboard.press("4");
  await expect(page.locator(".week").getByRole("button", { name: /^Thursday 26 November/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.keyboard.press("1");
  await expect(page.locator(".week").getByRole("button", { name: /^Monday 23 November/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});
