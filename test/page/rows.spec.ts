import { expect, type Page } from "@playwright/test";
import { askedFor, test } from "./page-test.ts";
import { at, booking, connected, item, person, typicalDay, view } from "./views.ts";

const row = (page: Page, id: string) => page.locator(`[data-id="${id}"]`);
const meet = { place: "https://meet.google.com/abc-defg-hij" };
const zoom = { place: "https://zoom.us/j/8840221907" };

test("a row opens wherever it is pressed, but on what does something else", async ({ open }) => {
  const page = await open(view(typicalDay));
  for (const place of [".circle", ".row-sub", ".row-time", ".row-open"]) {
    await row(page, "class").locator(place).click();
    await expect(page.getByRole("article")).toContainText("Guitar for beginners");
    await page.keyboard.press("Escape");
  }
  await row(page, "off").locator(".row-reason").click();
  await expect(page.getByRole("article")).toContainText("Biff Tannen");
  await page.keyboard.press("Escape");
  await row(page, "next").hover();
  await row(page, "next")
    .getByRole("button", { name: /^Email Marty/ })
    .click();
  await expect.poll(() => askedFor(page, "bookings.contact")).toEqual([{ id: "next", by: "mail" }]);
  await expect(row(page, "next")).toBeVisible();
});

test("quick actions come with the pointer or the focus, and move nothing", async ({ open }) => {
  const items = [item(booking("one", "16:00", "17:00", { customer: person("Marty McFly"), ...meet }))];
  const page = await open(view(items));
  const quick = row(page, "one").locator(".quick");
  await expect(quick).toHaveCSS("opacity", "0");
  const box = () => row(page, "one").locator(".row-sub").boundingBox();
  const before = await box();
  await row(page, "one").hover();
  await expect(quick).toHaveCSS("opacity", "1");
  expect(await box()).toEqual(before);
  await page.mouse.move(0, 0);
  await expect(quick).toHaveCSS("opacity", "0");
  await page.keyboard.press("ArrowDown");
  await expect(quick).toHaveCSS("opacity", "1");
  await page.keyboard.press("Tab");
  await expect(
    page.getByRole("button", { name: "Join · meet.google.com, Marty McFly, 16:00" }),
  ).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => askedFor(page, "bookings.join")).toEqual([{ id: "one", agreed: null }]);
  await expect(page.getByRole("status")).toHaveText("Opened in your browser");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => askedFor(page, "bookings.copy")).toEqual(["one"]);
  await expect(page.getByRole("status")).toHaveText("Booking copied");
});

test("the call that is on is joined with one key, wherever the focus is", async ({ open }) => {
  const items = [
    item(booking("on", "14:00", "14:50", { customer: person("Clara Clayton"), ...zoom }), { phase: "now" }),
    item(booking("soon", "14:40", "15:00", { customer: person("Marty McFly"), ...meet }), { phase: "next" }),
  ];
  const page = await open(view(items));
  await expect(row(page, "on").locator(".key-cap")).toHaveText("J");
  await page.keyboard.press("j");
  await expect.poll(() => askedFor(page, "bookings.join")).toEqual([{ id: "on", agreed: null }]);
  await expect(row(page, "on")).toContainText("Opened in your browser");
  await page.evaluate(() => window.mock.change({ now: Date.UTC(2026, 10, 23, 13, 50) }));
  await expect(row(page, "soon").locator(".key-cap")).toHaveText("J");
  await page.keyboard.press("j");
  await expect.poll(() => askedFor(page, "bookings.join")).toContainEqual({ id: "soon", agreed: null });
});

test("J asks about a page that is not known, in its row, also from another day", async ({ open }) => {
  const place = "https://video.example.com/room";
  const page = await open(
    view([item(booking("soon", "14:40", "15:00", { customer: person("Marty"), place }))]),
  );
  await page.evaluate(() => {
    window.mock.answers.unknownHost = "video.example.com";
  });
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("j");
  const question = row(page, "soon").getByRole("alertdialog");
  await expect(question).toContainText("video.example.com");
  await expect(question.getByRole("button").first()).toBeFocused();
  await expect(question).toBeInViewport({ ratio: 1 });
});

test("J is a letter in a field, and nothing to join is nothing asked", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.keyboard.press("j");
  await page.keyboard.press("/");
  await page.keyboard.type("jt");
  await expect(page.getByRole("searchbox")).toHaveValue("jt");
  expect(await askedFor(page, "bookings.join")).toEqual([]);
});

/** An ordinary full day. */
const fullDay = Array.from({ length: 8 }, (_, i) => {
  const start = at("14:00") + i * 3_600_000;
  const more = {
    start,
    end: start + 45 * 60_000,
    customer: person(`Customer ${i}`),
    subject: "Lesson",
    ...meet,
  };
  return item(booking(`b${i}`, "14:00", "14:45", more), {
    phase: i === 0 ? "now" : i === 1 ? "next" : "later",
  });
});

test("six bookings are in sight, and three at twice the text size", async ({ open }) => {
  const { agenda, ...day } = view(fullDay, { timekit: connected });
  const page = await open({ ...day, agenda: { ...agenda, earlier: 2 } });
  const inSight = async () => {
    const below = (await page.locator(".footer").boundingBox())?.y ?? 0;
    const boxes = await page
      .locator("li[data-id] .row-title")
      .evaluateAll((rows) =>
        rows.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]),
      );
    return boxes.filter(([top = 0, bottom = 0]) => top >= 0 && bottom <= below).length;
  };
  await expect(page.locator("li[data-id]")).toHaveCount(8);
  expect(await inSight()).toBeGreaterThanOrEqual(6);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  await expect.poll(inSight).toBeGreaterThanOrEqual(3);
});

test("coming back finds the row that was opened, where it stood", async ({ open }) => {
  const others = Array.from({ length: 30 }, (_, i) =>
    booking(`t${i}`, "9:00", "9:30", { start: at("9:00", 1) + i * 60_000, customer: person(`P${i}`) }),
  );
  const page = await open(view(typicalDay), { bookings: others });
  await row(page, "t20").evaluate((one) => one.scrollIntoView({ block: "center" }));
  await row(page, "t20").focus();
  const top = (await row(page, "t20").boundingBox())?.y ?? 0;
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article")).toContainText("P20");
  await page.keyboard.press("Escape");
  await expect(row(page, "t20")).toBeFocused();
  await expect
    .poll(async () => Math.abs(((await row(page, "t20").boundingBox())?.y ?? 0) - top))
    .toBeLessThan(2);
  await page.keyboard.press("Control+,");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Settings", exact: true })).toBeFocused();
  await expect
    .poll(async () => Math.abs(((await row(page, "t20").boundingBox())?.y ?? 0) - top))
    .toBeLessThan(2);
});
