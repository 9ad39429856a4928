import { expect, type Page } from "@playwright/test";
import type { AgendaItem } from "../../common/agenda.ts";
import { hostileDay } from "./hostile-day.ts";
import { test } from "./page-test.ts";
import { at, booking, item, now, person, reach, typicalDay, view } from "./views.ts";

const row = (page: Page, id: string) => page.locator(`[data-id="${id}"]`);
const goOn = (page: Page, now: number) => page.evaluate((now) => window.mock.change({ now }), now);

test("shows the day in time order with names, subjects, places and seats", async ({ open }) => {
  const page = await open(view(typicalDay));
  await expect(page.getByRole("heading", { level: 1 })).toHaveAccessibleName("Today 23 November");
  const rows = page.getByRole("list").locator("li[data-id]");
  await expect(rows.locator(".row-title")).toHaveText([
    "Clara Clayton",
    "Marty McFly",
    "Jennifer Parker",
    "Guitar for beginners",
    "Biff Tannen",
  ]);
  await expect(row(page, "next").locator(".row-part")).toHaveText([
    "Flux capacitor review",
    "1640 Riverside Drive",
  ]);
  await expect(row(page, "class").locator(".row-part")).toHaveText(["Room 4", "3 of 20 seats"]);
  await expect(row(page, "class").locator("time").first()).toHaveText("17:00");
});

test("free time is told by its clock times, where it begins", async ({ open }) => {
  const later = item(booking("later", "19:00", "20:00", { customer: person("Lorraine Baines") }));
  const page = await open(view([...typicalDay, later]));
  const lines = page.locator(".agenda > li:not(.edge)");
  await expect(lines).toHaveText([
    /^Today/,
    /Clara/,
    /Marty/,
    /Jennifer/,
    /Guitar/,
    "Free 18:00–19:00",
    /Biff/,
    /Lorraine/,
  ]);
});

test("a class without a limit tells its seats without one", async ({ open }) => {
  const group = (id: string, taken: number) =>
    item(booking(id, "17:00", "18:00", { subject: "Guitar", seats: { taken, max: null } }));
  const page = await open(view([group("a", 3), group("b", 1)]));
  await expect(page.locator(".row-part", { hasText: "seat" })).toHaveText(["3 seats taken", "1 seat taken"]);
});

test("marks what is requested, on hold and of an unknown state in words", async ({ open }) => {
  const page = await open(view([...typicalDay, ...hostileDay.slice(4)]));
  await expect(page.locator("li[data-id] .tag")).toHaveText([
    "Request",
    "Status: some state of the year 2031 that nobody has heard of",
    "On hold",
  ]);
  await expect(row(page, "on")).toContainText("Now");
});

test("what will not take place is one line that says why", async ({ open }) => {
  const off = (id: string, more: object) => item(booking(id, "16:00", "17:00", more), { off: true });
  const page = await open(
    view([
      off("a", {
        status: "cancelled",
        by: "customer",
        customer: person("Biff"),
        place: "https://zoom.us/j/1",
      }),
      off("b", { status: "declined", by: "host", customer: person("Strickland") }),
      off("c", { status: "moved", by: "customer", customer: person("Doc") }),
      off("d", { status: "cancelled", customer: person("Goldie") }),
      off("e", { status: "expired", customer: person("Match") }),
    ]),
  );
  const reasons = ["cancelled by customer", "declined", "moved by customer", "cancelled", "request expired"];
  await expect(page.locator(".row-reason")).toHaveText(reasons);
  await expect(page.locator("li[data-id] s").first()).toHaveText("Biff");
  await expect(row(page, "a")).not.toContainText(/zoom/i);
  await expect(page.getByText("No bookings today")).toBeVisible();
});

test("the call that is on is its own row, grown, and tells how much of it is left", async ({ open }) => {
  const page = await open(view(typicalDay));
  const call = row(page, "on");
  await expect(call).toContainText("Now · 15 min left");
  const passed = () =>
    call.locator(".call-passed").evaluate((bar) => bar.clientWidth / (bar.parentElement?.clientWidth ?? 1));
  expect(await passed()).toBeCloseTo(0.7, 1);
  await expect(row(page, "next")).toContainText("in 25 min");
  await goOn(page, at("14:49"));
  await expect(call).toContainText("Now · 1 min left");
  expect(await passed()).toBeCloseTo(0.98, 1);
  // Nothing is shown twice.
  await expect(page.getByText("Clara Clayton")).toHaveCount(1);
  await expect(page.getByText("Now", { exact: false })).toHaveCount(1);
});

test("the call, with its way in, stays what it is until it ends; the next one counts down below", async ({
  open,
}) => {
  const [running, next] = typicalDay as [AgendaItem, AgendaItem];
  const place = "https://meet.google.com/abc-defg-hij";
  const join = "meet.google.com";
  const on = { ...running, booking: { ...running.booking, place, end: at("15:10") }, join };
  const page = await open(view([on, { ...next, booking: { ...next.booking, place }, join }]));
  const grown = page.locator(".row-call");
  const joinCall = grown.getByRole("button", { name: /^Join/ });
  await goOn(page, at("14:44"));
  await expect(row(page, "next")).toContainText("in 16 min");
  await expect(row(page, "next").locator(".row-join")).toHaveCount(0);
  await goOn(page, at("14:52"));
  await expect(joinCall).toHaveAccessibleName(/Clara Clayton/);
  await expect(joinCall).toContainText("Join call");
  await expect(row(page, "next")).toContainText("in 8 min");
  await expect(row(page, "next").locator(".row-join")).toBeVisible();
  await goOn(page, at("15:09"));
  // Two at once are two grown rows.
  await expect(grown).toHaveCount(2);
  await goOn(page, at("15:10"));
  await expect(grown).toHaveCount(1);
  await expect(joinCall).toHaveAccessibleName(/Marty McFly/);
});

test("what nobody agreed to, whole days and several days are no call", async ({ open }) => {
  const days = { first: "2026-11-23", last: "2026-11-23" };
  const long = booking("long", "9:00", "12:00", { end: at("12:00", 2), subject: "Workshop" });
  const page = await open(
    view([
      item(booking("whole", "0:00", "23:59", { allDay: days, subject: "Fair" }), { phase: "now" }),
      item(long, { phase: "now" }),
      item(booking("asks", "14:30", "15:00", { status: "asked", subject: "Call" }), { phase: "now" }),
    ]),
  );
  await expect(page.locator("[data-day='2026-11-23'][data-id]")).toHaveCount(3);
  await expect(page.locator(".row-call")).toHaveCount(0);
});

test("what is more than twelve hours off is not counted down to", async ({ open }) => {
  const late = item(booking("late", "23:00", "23:30", { subject: "Late" }), { phase: "next" });
  const page = await open(view([late]));
  await goOn(page, at("10:30"));
  await expect(row(page, "late").locator(".row-count")).toHaveCount(0);
  await goOn(page, at("11:00"));
  await expect(row(page, "late").locator(".row-count")).toHaveText("in 12 h");
});

test("a meeting is named by its service, and never by an address", async ({ open }) => {
  const at = (id: string, place: string) =>
    item(booking(id, "16:00", "17:00", { customer: person(id), place, subject: "Call" }));
  const page = await open(
    view([
      at("meet", "https://meet.google.com/abc-defg-hij"),
      at("else", "https://video.example.com/room/1"),
    ]),
  );
  await expect(row(page, "meet").locator(".row-part").last()).toHaveText("Google Meet");
  await expect(row(page, "else").locator(".row-part").last()).toHaveText("video.example.com");
});

test("a dot marks what was not looked at since it changed", async ({ open }) => {
  const page = await open(view(typicalDay, { unseen: ["next"] }));
  await expect(row(page, "next").locator(".fresh")).toBeVisible();
  await expect(row(page, "next")).toHaveAccessibleName(/^15:00 to 16:00, New, Marty McFly/);
  await expect(page.locator(".fresh")).toHaveCount(1);
  await page.evaluate(() => window.mock.change({ unseen: [] }));
  await expect(page.locator(".fresh")).toHaveCount(0);
});

test("times follow the format main tells", async ({ open }) => {
  const page = await open(view(typicalDay));
  const format = { locale: "en-US", zone: "Europe/Copenhagen", hourCycle: null } as const;
  await page.evaluate((format) => window.mock.change({ format }), format);
  await expect(row(page, "next").locator(".row-start")).toHaveText(/^3:00\sPM$/);
});

test("customer text stays text, in its own writing direction, and fits the window", async ({ open }) => {
  const page = await open(view(hostileDay));
  await expect(page.locator(".row-title").nth(1)).toHaveText(
    '<img src=x onerror="window.pwned=1"><b>Bold</b>',
  );
  await expect(page.locator("img, a, .row script, .row b")).toHaveCount(0);
  expect(await page.evaluate(() => "pwned" in window)).toBe(false);
  const arabic = page.locator(".row-title").nth(2).locator("bdi");
  await expect(arabic).toHaveText(/نور الهدى/);
  const overflow = await page.locator(".content").evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(overflow).toBe(0);
});

test("a name that runs the other way starts where all names do", async ({ open }) => {
  const named = (id: string, name: string) => item(booking(id, "16:00", "17:00", { customer: person(name) }));
  const page = await open(view([named("he", "דוד בן-גוריון"), named("en", "Marty")]));
  const left = (id: string) =>
    row(page, id)
      .locator(".row-open bdi")
      .evaluate((name) => {
        const range = document.createRange();
        range.selectNodeContents(name);
        return Math.round(range.getBoundingClientRect().left);
      });
  expect(await left("he")).toBe(await left("en"));
});

test("a long name is cut, and shown whole with the focus", async ({ open }) => {
  const page = await open(view(hostileDay));
  const name = page.locator(".row-open bdi").first();
  const cut = () => name.evaluate((text) => text.scrollWidth > text.clientWidth);
  expect(await cut()).toBe(true);
  await page.keyboard.press("ArrowDown");
  expect(await cut()).toBe(false);
});

test("when nothing is left of today, it says so and when the next one is", async ({ open }) => {
  const next = booking("next", "", "", {
    start: at("09:00", 1),
    end: at("10:00", 1),
    customer: person("Emmett Brown"),
  });
  const page = await open(
    view([], { agenda: { items: [], earlier: 3, afterToday: next, everReceived: true } }),
    { bookings: [next] },
  );
  await expect(page.getByText("You’re done for today")).toBeVisible();
  await expect(page.getByText("Next: Tomorrow, 09:00, in 18 h 25 min")).toBeVisible();
  // The list goes on with tomorrow.
  await expect(row(page, "next")).toBeInViewport();
});

test("a quiet account is not told again how to connect", async ({ open }) => {
  const page = await open(
    view([], { agenda: { items: [], earlier: 0, afterToday: null, everReceived: true } }),
  );
  await expect(page.getByText("No bookings today")).toBeVisible();
  await expect(page.getByText("New bookings appear here")).toHaveCount(0);
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
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome to Bookbell");
});

test("nothing shows before the view is there, and a slow one gets a skeleton", async ({ open }) => {
  const page = await open(view(typicalDay), { slow: "window.view" });
  await expect(page.locator(".skeleton")).toHaveCSS("opacity", "1");
  // What main tells meanwhile must not be lost.
  await goOn(page, now + 60_000);
  await page.evaluate(() => window.mock.answerSlow());
  await expect(page.locator(".row-title").first()).toHaveText("Clara Clayton");
  await expect(page.locator(".skeleton")).toHaveCount(0);
  await expect(row(page, "on")).toContainText("14 min left");
});

test("a main that does not answer can be asked again", async ({ open }) => {
  const problem = { code: "internal" } as const;
  const page = await open(view(typicalDay), { refused: { name: "window.view", problem } });
  await expect(page.getByText("Something went wrong inside Bookbell.")).toBeVisible();
  await page.evaluate(() => window.mock.refuse("window.view", null));
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".row-title").first()).toHaveText("Clara Clayton");
});
