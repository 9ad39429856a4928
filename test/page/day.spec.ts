import { expect } from "@playwright/test";
import { askedFor, test } from "./page-test.ts";
import { at, booking, item, person, typicalDay, view } from "./views.ts";

const tomorrow = booking("t1", "10:00", "11:00", {
  start: at("10:00", 1),
  end: at("11:00", 1),
  customer: person("Lorraine Baines"),
});

test("the days are one key apart, and today is found again", async ({ open }) => {
  const page = await open(view(typicalDay), { bookings: [tomorrow] });
  await expect(page.getByRole("button", { name: "Tomorrow" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { name: "Tuesday 24 November" })).toBeVisible();
  await expect(page.getByRole("listitem", { name: /Lorraine Baines/ })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("Nothing on this day.")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("button", { name: "Tomorrow" })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("heading", { name: "Sunday 22 November" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Tomorrow" })).toBeVisible();
});

test("any day can be picked, and a booking of it leads back to it", async ({ open }) => {
  const page = await open(view(typicalDay), { bookings: [tomorrow] });
  await page.getByRole("button", { name: "Tomorrow" }).click();
  await page.getByLabel("Day", { exact: true }).fill("2026-12-31");
  await expect(page.getByRole("heading", { name: "Thursday 31 December" })).toBeVisible();
  await page.getByLabel("Day", { exact: true }).fill("2026-11-24");
  await page.getByRole("button", { name: "Open Lorraine Baines" }).click();
  await expect(page.getByRole("heading", { name: "Lorraine Baines" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Tuesday 24 November" })).toBeVisible();
  await page.getByRole("button", { name: "Today" }).click();
  await expect(page.getByRole("button", { name: "Tomorrow" })).toBeVisible();
});

test("a row says since when and until when only as seen from the day it is listed in", async ({ open }) => {
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
  const row = (name: string) => page.getByRole("listitem", { name });
  await page.keyboard.press("ArrowLeft");
  await expect(row("Trip")).toContainText(/Until Tue,? 24 Nov, 12:00/);
  await expect(row("Trip")).not.toContainText("Since");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(row("Lorraine Baines")).toHaveAccessibleName("10:00 to 11:00, Lorraine Baines");
  await expect(row("Lorraine Baines")).not.toContainText(/Since|Until|in \d/);
  await expect(row("Fair")).toContainText(/Until Wed,? 25 Nov/);
  await page.keyboard.press("ArrowRight");
  await expect(row("Fair")).toContainText(/Since Tue,? 24 Nov/);
  await expect(row("Fair")).not.toContainText("Until");
});

test("what of today is over is one press away", async ({ open }) => {
  const day = view(typicalDay);
  const page = await open({ ...day, agenda: { ...day.agenda, earlier: 2 } });
  await page.getByRole("button", { name: "2 earlier today" }).click();
  expect(await askedFor(page, "bookings.days")).toEqual([{ first: "2026-11-23", last: "2026-11-23" }]);
});

test("two at the same time are marked, in words", async ({ open }) => {
  const one = item(booking("a", "16:00", "17:00", { customer: person("Ann") }), { clash: at("16:30") });
  const page = await open(view([one]));
  await expect(page.getByRole("listitem", { name: /Overlaps, Ann/ })).toBeVisible();
});
