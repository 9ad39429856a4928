import { expect } from "@playwright/test";
import { askedFor, test } from "./page-test.ts";
import { at, booking, typicalDay, view } from "./views.ts";

test("bookings are found, gone through and opened by keys alone", async ({ open }) => {
  const page = await open(view(typicalDay));
  await expect(page.getByRole("button", { name: "Search bookings" })).toBeVisible();
  await page.keyboard.press("/");
  const field = page.getByRole("searchbox");
  await expect(field).toBeFocused();
  await field.pressSequentially("e");
  await expect(page.getByRole("listitem")).toHaveCount(typicalDay.length);
  await field.pressSequentially("r p");
  await expect(page.getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("status")).toHaveText("1 booking");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("button", { name: /Jennifer Parker/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Jennifer Parker" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("er p");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Search bookings" })).toBeVisible();
});

test("filters narrow what is found, and Enter opens the first", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.getByRole("button", { name: "Search bookings" }).click();
  await page.getByRole("searchbox").fill("marty mc");
  await page.getByRole("radio", { name: "Past" }).click();
  await page.getByRole("radio", { name: "Off" }).click();
  await expect
    .poll(async () => (await askedFor(page, "bookings.search")).at(-1))
    .toEqual({ text: "marty mc", state: "off", time: "past" });
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByRole("heading", { name: "Marty McFly" })).toBeVisible();
});

test("whole days are found by their dates, without a clock time", async ({ open }) => {
  const start = at("00:00", 15);
  const fair = { subject: "Spring fair", start, end: start + 3 * 86_400_000 };
  const days = booking("days", "00:00", "00:00", {
    ...fair,
    allDay: { first: "2026-12-08", last: "2026-12-10" },
  });
  const page = await open(view([]), { bookings: [days] });
  await page.keyboard.press("/");
  await page.getByRole("searchbox").fill("fair");
  await expect(page.getByRole("listitem")).toHaveText(/^Tue,? 8 Dec – Thu,? 10 Dec, All daySpring fair$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Tue,? 8 Dec – Thu,? 10 Dec, All day$/)).toBeVisible();
});

test("nothing found says so, and an empty field asks for nothing", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.getByRole("button", { name: "Search bookings" }).click();
  await expect(page.getByText("Finds any part of a word")).toBeVisible();
  await page.getByRole("searchbox").fill("nobody");
  await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  await page.getByRole("searchbox").fill(" ");
  await expect(page.getByText("Finds any part of a word")).toBeVisible();
  expect(await askedFor(page, "bookings.search")).toHaveLength(1);
});
