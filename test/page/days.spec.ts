import { expect, type Page } from "@playwright/test";
import { askedFor, test } from "./page-test.ts";
import { at, booking, item, person, typicalDay, view } from "./views.ts";

const on = (id: string, days: number, name: string, more: object = {}) =>
  booking(id, "10:00", "11:00", {
    start: at("10:00", days),
    end: at("11:00", days),
    customer: person(name),
    ...more,
  });
const tomorrow = on("t1", 1, "Lorraine Baines");
const row = (page: Page, id: string) => page.locator(`[data-id="${id}"]`);
const title = (page: Page) => page.getByRole("heading", { level: 1 });
const week = (page: Page) => page.getByRole("navigation", { name: "Week" });
const cell = (page: Page, date: string) => week(page).getByRole("button", { name: date });
async function topOf(page: Page, id: string): Promise<number> {
  const [own, above] = [await row(page, id).boundingBox(), await page.locator(".content").boundingBox()];
  return Math.round((own?.y ?? -1) - (above?.y ?? 0));
}
const content = (page: Page) => page.locator(".content");
const scrollBy = (page: Page, by: number) => content(page).evaluate((one, by) => one.scrollBy(0, by), by);

test("the days go on below today, each with its name, its date and its count", async ({ open }) => {
  const others = [
    ...[tomorrow, on("t2", 1, "Emmett Brown")],
    on("later", 3, "George McFly"),
    on("y", -1, "Ana Silva"),
  ];
  const page = await open(view(typicalDay), { bookings: others });
  await expect(page.locator(".day-head-text")).toHaveText([
    /^Yesterday Sun,? 22 November · 1 booking$/,
    /^Today Mon,? 23 November · 4 bookings$/,
    /^Tomorrow Tue,? 24 November · 2 bookings$/,
    /^Thu,? 26 November · 1 booking$/,
  ]);
  await expect(page.getByText("No later bookings")).toBeAttached();
  // What was above is not in the way: the window begins at now.
  expect(await topOf(page, "on")).toBeLessThan(12);
});

test("tomorrow’s first booking is two keys away", async ({ open }) => {
  const page = await open(view(typicalDay), { bookings: [tomorrow] });
  await expect(row(page, "t1")).toBeAttached();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Lorraine Baines" })).toBeVisible();
});

test("the days are one key apart, whether there is anything on them or not, and T leads back to today", async ({
  open,
}) => {
  const page = await open(view(typicalDay), { bookings: [tomorrow] });
  await expect(title(page)).toHaveText("Today 23 November23 Nov");
  await page.keyboard.press("ArrowRight");
  await expect(title(page)).toHaveText("Tomorrow 24 November24 Nov");
  await expect(row(page, "t1")).toBeFocused();
  await expect(row(page, "t1")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("ArrowRight");
  await expect(title(page)).toContainText("Wednesday");
  await expect(page.getByText("No bookings", { exact: true })).toBeInViewport({ ratio: 1 });
  await expect(cell(page, "Wednesday 25 November 2026")).toHaveAttribute("aria-pressed", "true");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowLeft");
  await expect(title(page)).toContainText("Yesterday");
  await expect(page.getByText("No bookings", { exact: true })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("t");
  await expect(title(page)).toContainText("Today");
  await expect(row(page, "on")).toBeFocused();
  expect(await topOf(page, "on")).toBeLessThan(12);
  await page.keyboard.press("Escape");
  await expect.poll(() => askedFor(page, "window.hide")).toHaveLength(1);
});

test("the week has the bookings of each day as dots, and leads to it", async ({ open }) => {
  const project = (id: string) => ({ project: { id, name: id } });
  const five = Array.from({ length: 5 }, (_, i) => on(`f${i}`, 3, `P${i}`, project("lessons")));
  const off = on("off", 4, "Biff Tannen", { status: "cancelled" });
  const page = await open(view(typicalDay), { bookings: [tomorrow, ...five, off] });
  const dots = (date: string) => cell(page, date).locator(".day-dot");
  await expect(dots("Monday 23 November 2026, 4 bookings")).toHaveCount(4);
  await expect(dots("Tuesday 24 November 2026, 1 booking")).toHaveCount(1);
  await expect(dots("Thursday 26 November 2026, 5 bookings")).toHaveCount(4);
  await expect(dots("Thursday 26 November 2026, 5 bookings").last()).toHaveClass(/day-dot-more/);
  await expect(dots("Friday 27 November 2026")).toHaveCount(0);
  await expect(cell(page, "Monday 23")).toHaveAttribute("aria-current", "date");
  await cell(page, "Thursday 26").click();
  await expect(title(page)).toContainText("Thursday");
  expect(await topOf(page, "f0")).toBeLessThan(12);
  await page.getByRole("button", { name: "Next week" }).click();
  await expect(title(page)).toContainText("3 December");
  await expect(cell(page, "Thursday 3 December 2026")).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Previous week" }).click();
  await expect(title(page)).toContainText("26 November");
});

test("keys go on in the week while it has the focus", async ({ open }) => {
  const page = await open(view(typicalDay), { bookings: [tomorrow] });
  await cell(page, "Monday 23").focus();
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "Tuesday 24")).toBeFocused();
  await expect(cell(page, "Tuesday 24")).toHaveAttribute("tabindex", "0");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(cell(page, "Sunday 22")).toBeFocused();
});

test("title and week follow the list as it is scrolled", async ({ open }) => {
  const many = Array.from({ length: 12 }, (_, i) => on(`m${i}`, 2, `P${i}`));
  const page = await open(view(typicalDay), { bookings: [tomorrow, ...many] });
  await expect(row(page, "m11")).toBeAttached();
  await row(page, "m11").evaluate((one) => one.scrollIntoView({ block: "start" }));
  await expect(title(page)).toContainText("Wednesday");
  await expect(cell(page, "Wednesday 25")).toHaveAttribute("aria-pressed", "true");
  await row(page, "on").evaluate((one) => one.scrollIntoView({ block: "start" }));
  await expect(title(page)).toContainText("Today");
});

test("any day can be chosen from a month, by key as well", async ({ open }) => {
  const newYear = on("ny", 39, "Clara Clayton");
  const page = await open(view(typicalDay), { bookings: [tomorrow, newYear] });
  await title(page).getByRole("button").press("Enter");
  const month = page.getByRole("dialog", { name: "Choose a day" });
  await expect(month.getByRole("heading")).toHaveText("November 2026");
  await expect(month.getByRole("button", { name: "Monday 23 November 2026" })).toBeFocused();
  await expect(month.getByRole("button", { name: "Tuesday 24 November 2026, 1 booking" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(month).toHaveCount(0);
  await expect(title(page).getByRole("button")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("PageDown");
  await expect(month.getByRole("heading")).toHaveText("December 2026");
  for (let i = 0; i < 9; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(title(page)).toContainText("1 January 2027");
  await expect(row(page, "ny")).toBeInViewport({ ratio: 1 });
  await title(page).getByRole("button").click();
  await month.getByRole("button", { name: "Previous month" }).click();
  await page.locator(".content").click({ position: { x: 200, y: 300 } });
  await expect(month).toHaveCount(0);
  await page.keyboard.press("t");
  await expect(row(page, "on")).toBeInViewport({ ratio: 1 });
});

test("what of today is over unfolds in place, and folds again", async ({ open }) => {
  const early = [
    booking("e1", "9:00", "10:00", { customer: person("Ana Silva"), subject: "Follow-up" }),
    booking("e2", "11:00", "12:00", { customer: person("Lou Caruthers"), status: "done" }),
  ];
  const { agenda, ...day } = view(typicalDay);
  const page = await open({ ...day, agenda: { ...agenda, earlier: 2 } }, { bookings: early });
  const fold = page.getByRole("button", { name: "2 earlier today" });
  await expect(row(page, "e1")).toHaveCount(0);
  await fold.click();
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  await expect(row(page, "e1")).toHaveText(/09:00Ana Silva·?Follow-up/);
  await expect(row(page, "e2")).toBeInViewport({ ratio: 1 });
  await expect(fold).toBeInViewport({ ratio: 1 });
  await fold.click();
  await expect(row(page, "e1")).toHaveCount(0);
});

test("a changed booking is seen wherever it is in the list", async ({ open }) => {
  const page = await open(view(typicalDay), { bookings: [tomorrow, on("far", 10, "Emmett Brown")] });
  await expect(row(page, "far")).toBeAttached();
  const move = (bookings: readonly object[]) =>
    page.evaluate((bookings) => {
      window.mock.answers.bookings = bookings as never;
      window.mock.change({ agenda: { items: [], earlier: 0, afterToday: null, everReceived: true } });
    }, bookings);
  await move([
    { ...tomorrow, subject: "New subject" },
    on("far", 10, "Emmett Brown", { status: "cancelled" }),
  ]);
  await expect(row(page, "t1")).toContainText("New subject");
  await expect(row(page, "far")).toContainText("cancelled");
});

test("years without bookings are no way to go", async ({ open }) => {
  const page = await open(view(typicalDay), {
    bookings: [on("ahead", 700, "Clara"), on("ago", -400, "Ana")],
  });
  await expect(row(page, "ahead")).toBeAttached();
  await expect(row(page, "ago")).toBeAttached();
  expect((await askedFor(page, "bookings.days")).length).toBeLessThan(8);
});

/** Four bookings on each of the next hundred days. */
const daily = Array.from({ length: 100 }, (_, i) =>
  Array.from({ length: 4 }, (_, j) => on(`d${i}.${j}`, i + 1, `P${i}.${j}`)),
).flat();

test("the list is loaded a week at a time, and no further than it is looked at", async ({ open }) => {
  const page = await open(view(typicalDay), { bookings: daily });
  await expect(row(page, "d0.0")).toBeAttached();
  const asked = () => askedFor(page, "bookings.days");
  await expect.poll(async () => (await asked()).length).toBeGreaterThan(1);
  expect(await asked()).toContainEqual({ first: "2026-11-24", last: "2026-11-29" });
  await expect(row(page, "d30.0")).toHaveCount(0);
  for (let i = 0; i < 12; i++) {
    await scrollBy(page, 900);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
  await expect.poll(asked).toContainEqual({ first: "2026-12-21", last: "2026-12-27" });
});

test("a day far off is gone to without what lies between", async ({ open }) => {
  const page = await open(view(typicalDay), { bookings: daily });
  await expect(row(page, "d0.0")).toBeAttached();
  await title(page).getByRole("button").click();
  for (let i = 0; i < 3; i++) await page.keyboard.press("PageDown");
  await page.keyboard.press("Enter");
  await expect(row(page, "d91.0")).toBeInViewport({ ratio: 1 });
  await expect(row(page, "on")).toHaveCount(0);
  expect(await askedFor(page, "bookings.days")).not.toContainEqual({
    first: "2027-01-18",
    last: "2027-01-24",
  });
  await scrollBy(page, -200);
  await expect(title(page)).toContainText("22 February");
  await page.keyboard.press("t");
  await expect(row(page, "on")).toBeInViewport({ ratio: 1 });
});

test("what is not loaded says why, and is asked for again", async ({ open }) => {
  const problem = { code: "internal" } as const;
  const page = await open(view(typicalDay), {
    bookings: [tomorrow],
    refused: { name: "bookings.days", problem },
  });
  await expect(page.getByText("Something went wrong inside Bookbell.").first()).toBeVisible();
  await expect(row(page, "on")).toBeVisible();
  await page.evaluate(() => window.mock.refuse("bookings.days", null));
  await page.getByRole("button", { name: "Try again" }).last().click();
  await expect(row(page, "t1")).toBeAttached();
});

test("a row says how much of it is on other days as seen from the day it is listed in", async ({ open }) => {
  const trip = booking("trip", "09:00", "12:00", {
    start: at("09:00", -1),
    end: at("12:00", 1),
    subject: "Trip",
  });
  const fair = booking("fair", "00:00", "00:00", {
    start: at("00:00", 1),
    end: at("00:00", 3),
    allDay: { first: "2026-11-24", last: "2026-11-25" },
    subject: "Fair",
  });
  const page = await open(view([]), { bookings: [tomorrow, trip, fair] });
  await page.evaluate(
    (trip) =>
      window.mock.change({ agenda: { items: [trip], earlier: 0, afterToday: null, everReceived: true } }),
    item(trip, { phase: "now" }),
  );
  await expect(row(page, "trip")).toHaveAccessibleName("09:00, Trip, day 1 of 3");
  await expect(row(page, "trip 2026-11-23")).toHaveAccessibleName("All day, Now, Trip, day 2 of 3");
  await expect(row(page, "trip 2026-11-24")).toHaveAccessibleName("Ends 12:00, Trip, day 3 of 3");
  await expect(row(page, "t1")).toHaveAccessibleName("10:00 to 11:00, Lorraine Baines");
  await expect(row(page, "fair")).toHaveAccessibleName("All day, Fair, day 1 of 2");
  await expect(row(page, "fair 2026-11-25")).toHaveAccessibleName("All day, Fair, day 2 of 2");
});

test("two at the same time are marked, in words", async ({ open }) => {
  const one = item(booking("a", "16:00", "17:00", { customer: person("Ann") }), { clash: at("16:30") });
  const page = await open(view([one]));
  await expect(page.getByRole("listitem", { name: /Overlaps 16:30, Ann/ })).toBeVisible();
});

test("a move leads from the old time to the new one", async ({ open }) => {
  const old = booking("old", "18:00", "18:30", {
    status: "moved",
    by: "customer",
    customer: person("Goldie"),
  });
  const fresh = booking("new", "19:00", "19:30", { customer: person("Goldie") });
  const items = [
    item(old, {
      off: true,
      move: { way: "to", id: "new", start: at("19:00"), allDay: false, by: "customer" },
    }),
    item(fresh, { move: { way: "from", id: "old", start: at("18:00"), allDay: false, by: null } }),
  ];
  const page = await open(view(items));
  await expect(row(page, "old")).toContainText("moved to 19:00 by customer");
  await expect(row(page, "new")).toContainText("moved from 18:00");
  await row(page, "old").press("Enter");
  await expect(page.getByRole("article")).toContainText("19:00–19:30");
  await page.keyboard.press("Escape");
  // And back: by pointer, and by keys alone.
  await row(page, "new").getByRole("button", { name: "moved from 18:00" }).click();
  await expect(page.getByRole("article")).toContainText("18:00–18:30");
  await page.keyboard.press("Escape");
  await expect(row(page, "new")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "moved from 18:00" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article")).toContainText("18:00–18:30");
});
