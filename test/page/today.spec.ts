import { expect } from "@playwright/test";
import type { AgendaItem } from "../../common/agenda.ts";
import { hostileDay } from "./hostile-day.ts";
import { test } from "./page-test.ts";
import { at, booking, item, now, person, reach, typicalDay, view } from "./views.ts";

test("shows the day in time order with names, subjects, places and seats", async ({ open }) => {
  const page = await open(view(typicalDay));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Monday 23 November");
  const rows = page.getByRole("list").locator("li[data-id]");
  await expect(rows.locator(".row-title")).toHaveText([
    "Clara Clayton",
    "Marty McFly",
    "Jennifer Parker",
    "Guitar for beginners",
    "Biff Tannen",
  ]);
  await expect(rows.nth(1)).toContainText("Flux capacitor review");
  await expect(rows.nth(1)).toContainText("1640 Riverside Drive");
  await expect(rows.nth(3)).toContainText("3 of 20 seats");
  await expect(rows.nth(3).locator("time").first()).toHaveText("17:00");
});

test("the clock has its line between the rows, and free time is told", async ({ open }) => {
  const later = item(booking("later", "18:00", "19:00", { customer: person("Lorraine Baines") }));
  const page = await open(view([...typicalDay.slice(0, 3), later]));
  const lines = page.locator(".agenda > li");
  await expect(lines).toHaveText([
    /Clara/,
    "Now 14:35",
    /Marty/,
    /Jennifer/,
    "Free for 1 h 15 min",
    /Lorraine/,
  ]);
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("listitem", { name: /Jennifer/ })).toBeFocused();
  await page.evaluate((now) => window.mock.change({ now }), at("16:50"));
  await expect(lines).toHaveText([
    /Clara/,
    /Marty/,
    /Jennifer/,
    "Now 16:50",
    "Free for 1 h 10 min",
    /Lorraine/,
  ]);
});

test("a class without a limit tells its seats without one", async ({ open }) => {
  const group = (id: string, taken: number) =>
    item(booking(id, "17:00", "18:00", { subject: "Guitar", seats: { taken, max: null } }));
  const page = await open(view([group("a", 3), group("b", 1)]));
  await expect(page.locator(".facts li", { hasText: "seat" })).toHaveText(["3 seats taken", "1 seat taken"]);
});

test("marks what is on, asked for, held and of an unknown state in words", async ({ open }) => {
  const page = await open(view([...typicalDay, ...hostileDay.slice(4)]));
  const tags = page.locator("li[data-id] .tag");
  await expect(tags).toHaveText([
    "Now",
    "in 25 min",
    "Asked for",
    "State: some state of the year 2031 that nobody has heard of",
    "Held",
  ]);
});

test("strikes out what will not take place and says why", async ({ open }) => {
  const off = (id: string, more: object) => item(booking(id, "16:00", "17:00", more), { off: true });
  const page = await open(
    view([
      off("a", { status: "cancelled", by: "customer", customer: person("Biff") }),
      off("b", { status: "declined", by: "host", customer: person("Strickland") }),
      off("c", { status: "moved", by: "customer", customer: person("Doc") }),
      off("d", { status: "cancelled", customer: person("Goldie") }),
    ]),
  );
  const reasons = ["Cancelled by customer", "Declined", "Moved by customer", "Cancelled"];
  await expect(page.locator(".row-reason")).toHaveText(reasons);
  await expect(page.locator("li[data-id] s").first()).toHaveText("Biff");
  await expect(page.getByText("Nothing else today.")).toBeVisible();
});

test("the card counts down to the next one and gives the customer's own clock", async ({ open }) => {
  const page = await open(view(typicalDay.slice(1)));
  const card = page.locator(".card");
  await expect(card).toContainText("Next · in 25 min");
  await expect(card).toContainText("15:00–16:00");
  await expect(card).toContainText("06:00 their time, Los Angeles");
});

test("the card, with its way in, stays with what is on until that ends; the next one counts down below", async ({
  open,
}) => {
  const [running, next] = typicalDay as [AgendaItem, AgendaItem];
  const place = "https://meet.google.com/abc-defg-hij";
  const join = "meet.google.com";
  const on = { ...running, booking: { ...running.booking, place, end: at("15:10") }, join };
  const page = await open(view([on, { ...next, booking: { ...next.booking, place }, join }]));
  const card = page.locator(".card");
  await page.evaluate((now) => window.mock.change({ now }), at("14:52"));
  await expect(card.locator(".card-caption")).toHaveText("Now · until 15:10");
  await expect(card.getByRole("button")).toHaveAccessibleName(/^Join.*Clara Clayton/);
  await expect(page.locator("li[data-id]").nth(1)).toContainText("in 8 min");
  await page.evaluate((now) => window.mock.change({ now }), at("15:09"));
  await expect(card.getByRole("button")).toHaveAccessibleName(/^Join.*Clara Clayton/);
  await page.evaluate((now) => window.mock.change({ now }), at("15:10"));
  await expect(card.getByRole("button")).toHaveAccessibleName(/^Join.*Marty McFly/);
});

test("what is more than twelve hours off is not counted down to", async ({ open }) => {
  const late = item(booking("late", "23:00", "23:30", { subject: "Late" }), { phase: "next" });
  const page = await open(view([late]));
  await page.evaluate((now) => window.mock.change({ now }), at("10:30"));
  await expect(page.locator(".card-caption")).toHaveText("Next");
  await page.evaluate((now) => window.mock.change({ now }), at("11:00"));
  await expect(page.locator(".card-caption")).toHaveText("Next · in 12 h");
});

test("a whole day and one that crosses midnight name their days", async ({ open }) => {
  const allDay = { first: "2026-11-23", last: "2026-11-24" };
  const whole = booking("whole", "00:00", "00:00", { allDay, subject: "Fair", end: at("00:00", 2) });
  const night = booking("night", "23:00", "00:30", { subject: "Night watch", end: at("00:30", 1) });
  const page = await open(view([item(whole, { phase: "now" }), item(night, { phase: "next" })]));
  await expect(page.locator("li[data-id]").first()).toContainText("All day");
  await expect(page.locator("li[data-id]").first()).toContainText(/Until Tue,? 24 Nov/);
  await expect(page.locator("li[data-id]").nth(1)).toContainText(/Until Tue,? 24 Nov, 00:30/);
  await expect(page.locator(".card-title")).toHaveText("Night watch");
});

test("times follow the format main tells", async ({ open }) => {
  const page = await open(view(typicalDay));
  const format = { locale: "en-US", zone: "Europe/Copenhagen", hourCycle: null } as const;
  await page.evaluate((format) => window.mock.change({ format }), format);
  await expect(page.locator(".row-start").nth(1)).toHaveText(/^3:00\sPM$/);
});

test("customer text stays text, in its own writing direction, and fits the window", async ({ open }) => {
  const page = await open(view(hostileDay));
  await expect(page.locator(".row-title").nth(1)).toHaveText(
    '<img src=x onerror="window.pwned=1"><b>Bold</b>',
  );
  await expect(page.locator("img, a, .row script, .row b")).toHaveCount(0);
  expect(await page.evaluate(() => "pwned" in window)).toBe(false);
  await expect(page.locator(".row-title").nth(2).locator("bdi")).toHaveText(/نور الهدى/);
  const overflow = await page.locator(".content").evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(overflow).toBe(0);
});

test("a long name is cut, and shown whole with the focus", async ({ open }) => {
  const page = await open(view(hostileDay));
  const title = page.locator(".row-open > *").first();
  const cut = () => title.evaluate((text) => text.scrollHeight > text.clientHeight);
  expect(await cut()).toBe(true);
  await page.keyboard.press("ArrowDown");
  expect(await cut()).toBe(false);
});

test("a quiet account is not told again how to connect", async ({ open }) => {
  const page = await open(
    view([], { agenda: { items: [], earlier: 0, afterToday: null, everReceived: true } }),
  );
  await expect(page.getByRole("heading", { name: "The rest of today is yours" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy address" })).toHaveCount(1);
});

test("an empty day names the next booking", async ({ open }) => {
  const next = booking("next", "", "", {
    start: at("09:00", 1),
    end: at("10:00", 1),
    customer: person("Emmett Brown"),
  });
  const page = await open(
    view([], { agenda: { items: [], earlier: 0, afterToday: next, everReceived: true } }),
  );
  await expect(page.getByText("The rest of today is yours")).toBeVisible();
  await expect(page.getByText("Tomorrow, 09:00")).toBeVisible();
  await expect(page.getByText("Emmett Brown")).toBeVisible();
});

test("before the first booking it says when there will be one, and what is to be done first", async ({
  open,
}) => {
  const page = await open(view([]));
  await expect(page.getByRole("heading", { name: "No bookings yet" })).toBeVisible();
  await expect(page.getByText("New bookings appear here the moment they’re made.")).toBeVisible();
  await page.evaluate((state) => window.mock.change(state), reach("off"));
  await expect(page.getByRole("heading", { name: "Bookbell can’t receive bookings yet." })).toBeVisible();
  await expect(page.getByText("the moment they’re made")).toHaveCount(0);
  // Said once, by the page itself.
  await expect(page.locator(".status-line")).toHaveCount(0);
  await expect(page.locator(".footer")).toContainText("Not set up");
  await page.getByRole("button", { name: "Finish setting up" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up Bookbell");
});

test("nothing shows before the view is there, and a slow one gets a skeleton", async ({ open }) => {
  const page = await open(view(typicalDay), { slow: "window.view" });
  await expect(page.locator(".skeleton")).toHaveCSS("opacity", "1");
  // What main tells meanwhile must not be lost.
  await page.evaluate((now) => window.mock.change({ now }), now + 60_000);
  await page.evaluate(() => window.mock.answerSlow());
  await expect(page.locator(".row-title").first()).toHaveText("Clara Clayton");
  await expect(page.locator(".skeleton")).toHaveCount(0);
});

test("a main that does not answer can be asked again", async ({ open }) => {
  const problem = { code: "internal" } as const;
  const page = await open(view(typicalDay), { refused: { name: "window.view", problem } });
  await expect(page.getByText("Something went wrong inside Bookbell.")).toBeVisible();
  await page.evaluate(() => window.mock.refuse("window.view", null));
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".row-title").first()).toHaveText("Clara Clayton");
});
