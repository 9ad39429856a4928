import { expect } from "@playwright/test";
import type { Notified } from "../support/desktop/notified.ts";
import { bookingAt } from "../support/example.ts";
import { zoneOfMorning } from "../support/today.ts";
import { rowOf, test } from "./test.ts";

const seconds = (now: number, n: number) => ({ updated_at: new Date(now + n * 1000).toISOString() });

test("a booking is stored, notified and in the window", async ({ bookbell, page, daemon, now }) => {
  expect(await bookbell.post(bookingAt(now, "15:00", "16:00"))).toBe(204);
  const shown = await daemon.waitFor(({ state }) => state === "shown");
  expect(shown).toMatchObject({
    appName: "Bookbell",
    summary: "New booking: Marty McFly",
    body: expect.stringMatching(
      /^Today 15:00–16:00\n(.+ in Madrid\n)?Doc. Emmett Brown x Marty McFly · Hill Valley$/,
    ),
  });
  expect(shown.hints).toHaveProperty("desktop-entry", "app.bookbell.Bookbell");
  // Its picture says who it is of: 96 by 96 pixels, white letters on the project's colour.
  const [width, , rowLength, , , , pixels] = shown.hints["image-data"] as [...number[], number[]];
  expect([width, rowLength]).toEqual([96, 384]);
  const count = (red: number, green: number, blue: number) =>
    (pixels as unknown as number[]).filter(
      (_, i, all) => i % 4 === 0 && all[i] === red && all[i + 1] === green && all[i + 2] === blue,
    ).length;
  expect(count(0, 121, 133)).toBeGreaterThan(2_000);
  expect(count(255, 255, 255)).toBeGreaterThan(300);
  const row = rowOf(page, "Marty McFly");
  await expect(row).toContainText("15:00");
  await expect(row).toContainText("Hill Valley");
});

test("a booking that comes wrapped, as Timekit's REST API answers with it, is read", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  const wrapped = Buffer.from(`{"data":${bookingAt(now, "15:00", "16:00")}}`);
  expect(await bookbell.post(wrapped)).toBe(204);
  await daemon.waitFor(({ summary }) => summary === "New booking: Marty McFly");
  await expect(rowOf(page, "Marty McFly")).toContainText("15:00");
});

test("what becomes of a booking is told and drawn at once, without a reload", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const at = (start: string, end: string, n: number, changes: object = {}) =>
    bookbell.post(bookingAt(now, start, end, { ...seconds(now, n), ...changes }));
  const told = async (summary: string) =>
    (await daemon.waitFor((one) => one.summary === summary)).body.split("\n")[0];

  await at("15:00", "16:00", 0, { graph: "confirm_decline", state: "tentative" });
  expect(await told("Booking request: Marty McFly")).toBe("Today 15:00–16:00");
  await at("15:00", "16:00", 1, { graph: "confirm_decline" });
  expect(await told("Confirmed: Marty McFly")).toBe("Today 15:00–16:00");
  await at("17:30", "18:30", 2, { graph: "confirm_decline" });
  expect(await told("Moved: Marty McFly")).toBe("Today 15:00 → Today 17:30–18:30");
  const row = rowOf(page, "Marty McFly");
  await expect(row).toContainText("17:30");
  await at("17:30", "18:30", 3, { graph: "confirm_decline", state: "cancelled_by_customer" });
  expect(await told("Cancelled by Marty McFly")).toBe("Today 17:30–18:30");
  await expect(row).toContainText("cancelled by customer");
  await expect(row.locator("s, del").first()).toHaveText(/Marty McFly/);

  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  expect(daemon.received).toHaveLength(4);
});

test("whole days of a host far away are told and listed by their own dates", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  const date = (days: number) =>
    new Intl.DateTimeFormat("en-CA", { timeZone: zoneOfMorning(now) }).format(now + days * 86_400_000);
  const user = { id: "h", name: "Host", timezone: "Pacific/Kiritimati" };
  const wholeDays = (id: string, from: number, to: number) => {
    const event = { start: date(from), end: date(to), allDay: true, what: id };
    return bookbell.post(
      bookingAt(now, "15:00", "16:00", { id, user, event, customers: [], attributes: {} }),
    );
  };
  const told = async (what: string) =>
    (await daemon.waitFor(({ summary }) => summary.endsWith(what))).body.split("\n")[0];
  await wholeDays("Fair", 0, 1);
  expect(await told("Fair")).toBe("Today, all day");
  await expect(page.getByRole("listitem", { name: /^All day, (New, )?Fair/ })).not.toContainText(/day \d/);
  await wholeDays("Tour", 1, 4);
  expect(await told("Tour")).toMatch(/^\w{3},? [^,]+ – \w{3},? [^,]+, all day$/);
  const tour = page.getByRole("listitem", { name: /Tour/ });
  await expect(tour).toHaveCount(3);
  expect(await tour.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.day))).toEqual(
    [1, 2, 3].map(date),
  );
});

test("repeated, late and quiet deliveries are not told", async ({ bookbell, daemon, now }) => {
  await bookbell.post(bookingAt(now, "15:00", "16:00", seconds(now, 5)));
  await bookbell.post(bookingAt(now, "15:00", "16:00", seconds(now, 5)));
  await bookbell.post(bookingAt(now, "15:00", "16:00", { ...seconds(now, 1), state: "cancelled" }));
  await bookbell.post(bookingAt(now, "15:00", "16:00", { ...seconds(now, 9), state: "completed" }));
  // Alerts are told in order: once this one is there, none of those before it can still come.
  await bookbell.post(bookingAt(now, "18:00", "19:00", { id: "another" }));
  await daemon.waitFor(({ body }) => body.startsWith("Today 18:00"));
  expect(daemon.received.map(({ body }) => body.slice(0, 11))).toEqual(["Today 15:00", "Today 18:00"]);
});

test("what is on now is marked, and the next one counts down", async ({ bookbell, page, now }) => {
  await bookbell.post(bookingAt(now, "12:00", "13:00", { id: "next" }));
  await expect(rowOf(page, "12:00")).toContainText(/in [23] h( \d+ min)?/);
  await bookbell.post(bookingAt(now, "08:00", "11:00", { id: "on-now" }));
  await expect(rowOf(page, "08:00")).toContainText("Now");
  await expect(rowOf(page, "12:00")).toContainText(/in [23] h/);
});

test("a click on the notification opens the window at that booking", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  await bookbell.post(bookingAt(now, "19:00", "19:30", { id: "at-19" }));
  const told = await daemon.waitFor(({ state, body }) => state === "shown" && body.startsWith("Today 19:00"));
  for (let hour = 10; hour < 19; hour++)
    await bookbell.post(bookingAt(now, `${hour}:00`, `${hour}:30`, { id: `at-${hour}` }));
  await page.keyboard.press("Escape");
  await expect.poll(bookbell.isOpen).toBe(false);
  await daemon.click(told);
  await expect.poll(bookbell.isOpen).toBe(true);
  await expect(rowOf(page, "19:00 to 19:30")).toBeInViewport();
  await expect(rowOf(page, "19:00 to 19:30")).toBeFocused();
});

test("hostile text is shown as text, in the notification and in the window", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  const name = `<img src=x onerror=alert(1)>&amp; \u202eevil`;
  const what = `<b>bold</b> <a href="https://evil.example">win</a> ${"x".repeat(5_000)}`;
  const booking = JSON.parse(bookingAt(now, "15:00", "16:00").toString());
  booking.customers[0].name = name;
  booking.event.what = what;
  await bookbell.post(Buffer.from(JSON.stringify(booking)));
  const told = await daemon.waitFor(({ state }) => state === "shown");
  expect(told.summary).toMatch(/^New booking: <img src=x onerror=/);
  expect(told.summary).not.toContain("\u202e");
  expect(told.body).toContain("&lt;b&gt;bold&lt;/b&gt; &lt;a href=");
  expect(told.body.length).toBeLessThan(400);
  const row = rowOf(page, "15:00");
  await expect(row).toContainText(name.replace("\u202e", ""));
  expect(await row.textContent()).not.toContain("\u202e");
  await expect(page.locator("img, a[href]")).toHaveCount(0);
});

test("a burst is told in one digest, which counts on and opens the window", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  for (let minute = 10; minute < 60; minute++)
    await bookbell.post(bookingAt(now, `15:${minute}`, "16:00", { id: `burst-${minute}` }));
  // A digest of one reads like any other, until the next takes its place.
  const isApart = ({ summary, state }: Notified) => summary.startsWith("New booking") && state !== "replaced";
  const apart = () => daemon.received.filter(isApart).length;
  const digest = await daemon.waitFor(
    ({ summary, state }) => state === "shown" && summary === `${50 - apart()} booking updates`,
  );
  expect(digest.body).toBe(`${50 - apart()} new`);
  expect(apart()).toBeLessThanOrEqual(4);
  expect(daemon.displayed().filter(({ summary }) => summary.endsWith("updates"))).toEqual([digest]);
  await page.keyboard.press("Escape");
  await expect.poll(bookbell.isOpen).toBe(false);
  await daemon.click(digest);
  await expect.poll(bookbell.isOpen).toBe(true);
});
