import { expect, type Page } from "@playwright/test";
import type { AgendaItem } from "../../common/agenda.ts";
import { askedFor, test } from "./page-test.ts";
import { at, booking, item, person, reach, typicalDay, view } from "./views.ts";

const show = (page: Page, items: readonly AgendaItem[]) =>
  page.evaluate(
    (items) => window.mock.change({ agenda: { items, earlier: 0, afterToday: null, everReceived: true } }),
    items,
  );
const row = (page: Page, id: string) => page.locator(`[data-id="${id}"]`);
const asked = (page: Page) => page.evaluate(() => window.mock.calls.map((call) => call.name));

test("arrows, Home and End go through the list, which is one Tab stop", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.keyboard.press("ArrowDown");
  await expect(row(page, "on")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(row(page, "next")).toBeFocused();
  await page.keyboard.press("End");
  await expect(row(page, "off")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(row(page, "class")).toBeFocused();
  // From the row to what can be done about it, which is drawn once the window has opened, and on.
  const copy = page.getByRole("button", { name: "Copy booking Guitar for beginners, 17:00" });
  await expect(copy).toBeAttached();
  await page.keyboard.press("Tab");
  await expect(copy).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Receiving" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(row(page, "class")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(row(page, "on")).toBeFocused();
});

test("the focus stays in the list when its row is over", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.keyboard.press("ArrowDown");
  await expect(row(page, "on")).toBeFocused();
  await show(page, typicalDay.slice(1));
  await expect(row(page, "next")).toBeFocused();
});

test("each row is named as a sentence", async ({ open }) => {
  const page = await open(view(typicalDay));
  await expect(row(page, "on")).toHaveAccessibleName(
    "14:00 to 14:50, Now, Clara Clayton, Astronomy lesson, Hill Valley School",
  );
  await expect(row(page, "off")).toHaveAccessibleName(
    "18:30 to 19:00, cancelled by customer, Biff Tannen, Car polish",
  );
});

test("what a customer is called cannot pass for what Bookbell says", async ({ open }) => {
  const customer = person("Ada, Cancelled by customer, Overlaps. Now");
  const named = item(booking("ada", "16:00", "17:00", { customer, place: "\u200bRoom 4; Declined" }));
  const nameless = item(booking("none", "18:00", "19:00", { customer: person("\u3164\u200b") }));
  const page = await open(view([named, nameless]));
  await expect(row(page, "ada")).toHaveAccessibleName(
    "16:00 to 17:00, Ada Cancelled by customer Overlaps Now, Room 4 Declined",
  );
  await expect(row(page, "none")).toHaveAccessibleName("18:00 to 19:00, marty@example.com");
  await expect(row(page, "none")).toContainText("marty@example.com");
});

test("Escape hides the window, and in the settings goes back", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.keyboard.press("Control+,");
  await expect(page.getByRole("button", { name: "Back" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Settings" })).toBeFocused();
  expect(await asked(page)).not.toContain("window.hide");
  await page.keyboard.press("Escape");
  await expect.poll(() => asked(page)).toContain("window.hide");
});

test("a clicked notification brings its booking into view, also from the settings", async ({ open }) => {
  const many = Array.from({ length: 20 }, (_, index) =>
    item(booking(`b${index}`, "20:00", "21:00", { customer: person(`Customer ${index}`) })),
  );
  const page = await open(view(many));
  await page.keyboard.press("Control+,");
  await page.evaluate(() => window.mock.tell("revealBooking", "b19"));
  await expect(row(page, "b19")).toBeFocused();
  await expect(row(page, "b19")).toBeInViewport({ ratio: 1 });
  await expect(row(page, "b19")).toHaveAttribute("data-revealed");
  await expect(row(page, "b19")).not.toHaveAttribute("data-revealed");
});

test("rows that come meanwhile do not push it out of view again", async ({ open }) => {
  const page = await open(view([item(booking("clicked", "20:00", "21:00"))]));
  await page.evaluate(() => window.mock.tell("revealBooking", "clicked"));
  await expect(row(page, "clicked")).toHaveAttribute("data-revealed");
  const many = Array.from({ length: 20 }, (_, index) => item(booking(`b${index}`, "19:00", "20:00")));
  const { agenda } = view([...many, item(booking("clicked", "20:00", "21:00"))]);
  await page.evaluate((agenda) => window.mock.change({ agenda }), agenda);
  await expect(row(page, "b0")).toBeAttached();
  await expect(row(page, "clicked")).toBeInViewport({ ratio: 1 });
});

test("a notification of another day's booking opens it by itself", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.evaluate(() => window.mock.tell("revealBooking", "elsewhere"));
  await expect(page.getByText("This booking has been deleted.")).toBeVisible();
  expect((await askedFor(page, "bookings.get"))[0]).toBe("elsewhere");
  await page.keyboard.press("Escape");
  await expect(row(page, "next")).toBeVisible();
});

test("changes of the agenda are spoken, the passing of time is not", async ({ open }) => {
  const [on, next, ...rest] = typicalDay;
  if (!on || !next) throw new Error("The day has a booking that is on and a next one");
  const page = await open(view(typicalDay));
  const spoken = page.getByRole("status");
  const cancelled = { ...next.booking, status: "cancelled", by: "customer" } as const;
  await show(page, [on, item(cancelled, { off: true }), ...rest]);
  await expect(spoken).toHaveText("Marty McFly, 15:00, cancelled");
  const moved = { ...next.booking, start: at("15:30"), end: at("16:30") };
  await show(page, [on, item(cancelled, { off: true }), item({ ...moved, id: "new" }), ...rest]);
  await expect(spoken).toHaveText("Marty McFly, 15:30, new");
  await page.evaluate(
    ({ now, items }) =>
      window.mock.change({ now, agenda: { items, earlier: 0, afterToday: null, everReceived: true } }),
    {
      now: at("14:55"),
      items: [item(cancelled, { off: true }), item({ ...moved, id: "new" }), ...rest],
    },
  );
  await expect(row(page, "on")).toHaveCount(0);
  await expect(spoken).toHaveText("Marty McFly, 15:30, new");
});

test("copying is confirmed to the eye and to the ear", async ({ open }) => {
  const page = await open(view(typicalDay, reach("receiving", { host: "hooks.example.com", given: false })));
  const button = page.getByRole("button", { name: "Copy webhook URL" });
  const width = (await button.boundingBox())?.width;
  await button.click();
  await expect(button.getByText("Copied")).toHaveCSS("opacity", "1");
  await expect(page.getByRole("status")).toHaveText("Webhook URL copied");
  expect((await button.boundingBox())?.width).toBe(width);
  await expect(button.getByText("Copied")).toHaveCSS("opacity", "0");
});
