import { expect, type Page } from "@playwright/test";
import { bookingScreens } from "./booking-screens.ts";
import { test } from "./page-test.ts";
import { at, booking, connected, fullBooking, item, person, typicalDay, view } from "./views.ts";

const row = (page: Page, id: string) => page.locator(`[data-id="${id}"]`);

test("a booking without a time moves no other row", async ({ open }) => {
  const [one, none] = [
    item(booking("one", "15:00", "16:00", { customer: person("Ann") })),
    item(booking("none", "16:00", "17:00", { start: null, end: null, customer: person("Seamus") })),
  ];
  const page = await open(view([one]));
  const left = async () => (await row(page, "one").locator(".row-title").boundingBox())?.x;
  const before = await left();
  const { agenda } = view([one, none]);
  await page.evaluate((agenda) => window.mock.change({ agenda }), agenda);
  await expect(row(page, "none")).toContainText("Time not set");
  await expect(row(page, "none").locator(".row-time")).toHaveText("—");
  expect(await left()).toBe(before);
});

test("a booking of several days never shows two clock times of different days", async ({ open }) => {
  const days = booking("days", "9:00", "12:00", {
    start: at("9:00", -1),
    end: at("12:00", 2),
    customer: person("Emmett Brown"),
  });
  const page = await open(view([item(days, { phase: "now" })]), { bookings: [days] });
  const today = row(page, "days 2026-11-23");
  await expect(today.locator(".row-time")).toHaveText("All day");
  await expect(today).toContainText("day 2 of 4");
  const last = row(page, "days 2026-11-25");
  await last.scrollIntoViewIfNeeded();
  await expect(last.locator(".row-time")).toHaveText(/^ends\s*12:00$/);
  await expect(last).toContainText("day 4 of 4");
});

test("a meeting's place is its service's name, and of one that is off none", async ({ open }) => {
  const place = "https://meet.google.com/abc-defg-hij";
  const page = await open(
    view([
      item(booking("on", "15:00", "16:00", { customer: person("Ann"), place })),
      item(
        booking("other", "16:00", "17:00", { customer: person("Ben"), place: "https://video.example.com/x" }),
      ),
      item(booking("off", "17:00", "18:00", { customer: person("Cy"), place, status: "cancelled" }), {
        off: true,
      }),
    ]),
  );
  await expect(row(page, "on").locator(".row-sub")).toHaveText("Google Meet");
  await expect(row(page, "other").locator(".row-sub")).toHaveText("video.example.com");
  await expect(page.locator(".agenda")).not.toContainText("https://");
  await page.getByRole("button", { name: "Open Cy" }).click();
  await expect(page.getByRole("article")).toContainText("Cy");
  await expect(page.getByRole("article")).not.toContainText("meet.google.com");
});

test("a row is announced as what it is, and that Enter opens it", async ({ open }) => {
  const page = await open(view(typicalDay));
  for (const one of await page.locator("li[data-id]").all())
    await expect(one).toHaveAttribute("aria-roledescription", "booking, Enter opens");
});

/** What can be pressed and is smaller than that either way; a row's name is pressed anywhere in its row. */
const smaller = (page: Page, least: number) =>
  page.evaluate((least) => {
    const all = document.querySelectorAll(
      "button:not(.row-open, .row-link), input:not(.choice-radio), .choice-option",
    );
    return [...all].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      const isSmall = width > 0 && (width < least - 0.01 || height < least - 0.01);
      return isSmall ? [`${one.className} ${one.textContent}: ${width} x ${height}`] : [];
    });
  }, least);

const searched = {
  view: view(typicalDay, { timekit: connected }),
  go: async (page: Page) => {
    await page.getByRole("button", { name: "Search bookings" }).click();
    await page.getByRole("searchbox").fill("e");
    await expect(page.getByRole("listitem").first()).toBeVisible();
  },
};
const screens = {
  ...bookingScreens,
  "a search": searched,
  "a day": { view: view([item(fullBooking), ...typicalDay], { timekit: connected }), go: async () => {} },
};

for (const [name, screen] of Object.entries(screens))
  test(`all that can be pressed is large enough: ${name}`, async ({ open }) => {
    const page = await open(screen.view, "more" in screen ? screen.more : {});
    if ("go" in screen) await screen.go(page);
    expect(await smaller(page, 24)).toEqual([]);
    const touch = await page.context().newCDPSession(page);
    await touch.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 1 });
    expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
    expect(await smaller(page, 32)).toEqual([]);
  });
