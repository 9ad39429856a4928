import { expect, type Page } from "@playwright/test";
import type { AgendaItem } from "../../common/agenda.ts";
import { askedFor, axeFindings, test } from "./page-test.ts";
import { at, booking, connected, item, person, view } from "./views.ts";

const minute = 60_000;
/** So many bookings from three in the afternoon on, several a minute, named "P0", "P1"… */
const many = (count: number, prefix = "p"): AgendaItem[] =>
  Array.from({ length: count }, (_, i) => {
    const start = at("15:00") + Math.floor(i / 8) * minute;
    const name = `${prefix.toUpperCase()}${i}`;
    // Rows are of several heights.
    const more = { place: i % 3 === 0 ? "Room 4" : "", subject: i % 2 === 0 ? "Lesson" : "" };
    return item(
      booking(`${prefix}${i}`, "15:00", "16:00", { start, end: start, customer: person(name), ...more }),
    );
  });
const whole = many(3_000);

const row = (page: Page, id: string) => page.locator(`[data-id="${id}"]`);
const drawn = (page: Page) => page.locator(".agenda > li").count();
const topOf = async (page: Page, id: string) => Math.round((await row(page, id).boundingBox())?.y ?? -1);
const show = (page: Page, items: readonly AgendaItem[]) =>
  page.evaluate(
    (items) => window.mock.change({ agenda: { items, earlier: 0, afterToday: null, everReceived: true } }),
    items,
  );
const scrollTo = (page: Page, part: number) =>
  page.locator(".content").evaluate((one, part) => one.scrollTo(0, one.scrollHeight * part), part);
const inView = (page: Page) =>
  page.locator(".content").evaluate((content) => {
    const box = content.getBoundingClientRect();
    const rows = [...content.querySelectorAll<HTMLElement>("[data-id]")];
    return rows.find((one) => one.getBoundingClientRect().top > box.top + 50)?.dataset.id ?? "";
  });

test("of 3,000 bookings in a day only those near what is in view are drawn, and each says where it stands", async ({
  open,
}) => {
  const page = await open(view(whole));
  await expect(row(page, "p5")).toBeInViewport();
  expect(await drawn(page)).toBeLessThan(60);
  expect(await axeFindings(page)).toEqual([]);
  // The head of the day and the ends of the list are lines, too.
  await expect(row(page, "p5")).toHaveAttribute("aria-posinset", "8");
  await expect(row(page, "p5")).toHaveAttribute("aria-setsize", "3003");
  for (const part of [0.3, 0.9, 0.6]) {
    await scrollTo(page, part);
    await expect.poll(() => inView(page)).toMatch(/^p\d{3,}$/);
    expect(await drawn(page)).toBeLessThan(80);
  }
  expect(await axeFindings(page)).toEqual([]);
  await expect(row(page, "p0")).toHaveAttribute("tabindex", "0");
});

test("keys lead from the first of them to the last, and back from wherever the list is scrolled to", async ({
  open,
}) => {
  const page = await open(view(whole));
  for (let i = 0; i < 120; i++) await page.keyboard.press("ArrowDown");
  await expect(row(page, "p119")).toBeFocused();
  await expect(row(page, "p119")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("End");
  await expect(row(page, "p2999")).toBeFocused();
  await expect(row(page, "p2999")).toBeInViewport({ ratio: 1 });
  for (let i = 0; i < 60; i++) await page.keyboard.press("ArrowUp");
  await expect(row(page, "p2939")).toBeFocused();
  await scrollTo(page, 0.2);
  await expect(row(page, "p2939")).not.toBeInViewport();
  await expect(row(page, "p2939")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(row(page, "p2938")).toBeFocused();
  await expect(row(page, "p2938")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Tab");
  await expect(row(page, "p2938").getByRole("button", { name: /^Email/ })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(row(page, "p2938")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(row(page, "p0")).toBeFocused();
  await expect(row(page, "p0")).toBeInViewport({ ratio: 1 });
});

test("what is in view, and what has the focus, stay where they are while hundreds come and go above", async ({
  open,
}) => {
  const page = await open(view(whole));
  await page.evaluate(() => window.mock.tell("revealBooking", "p1500"));
  await expect(row(page, "p1500")).toBeFocused();
  await expect(row(page, "p1500")).not.toHaveAttribute("data-revealed");
  const top = await topOf(page, "p1500");
  await show(page, [...whole.slice(0, 700), ...many(400, "q"), ...whole.slice(700)]);
  await expect(row(page, "p1500")).toHaveAttribute("aria-setsize", "3403");
  await expect.poll(() => topOf(page, "p1500")).toBe(top);
  await expect(row(page, "p1500")).toBeFocused();
  await show(page, whole.slice(300));
  await expect(row(page, "p1500")).toHaveAttribute("aria-setsize", "2703");
  await expect.poll(() => topOf(page, "p1500")).toBe(top);
  await show(page, [...whole.slice(300, 1500), ...whole.slice(1501)]);
  await expect(row(page, "p1501")).toBeFocused();
  // Without the focus, too.
  await scrollTo(page, 0.8);
  await expect.poll(() => inView(page)).toMatch(/^p2\d{3}$/);
  const first = await inView(page);
  const stood = await topOf(page, first);
  await show(page, [...many(400, "q"), ...whole]);
  await expect(row(page, first)).toHaveAttribute("aria-setsize", "3403");
  await expect.poll(() => topOf(page, first)).toBe(stood);
  await expect.poll(() => drawn(page)).toBeLessThan(80);
});

test("an answer that is half typed stays, however far the list is scrolled meanwhile", async ({ open }) => {
  const asks = item(booking("asks", "15:00", "15:30", { status: "asked", customer: person("Lorraine") }));
  const page = await open(view([...whole.slice(0, 1), asks, ...whole.slice(1)], { timekit: connected }));
  await page.getByRole("button", { name: /^Decline Lorraine/ }).click();
  const message = row(page, "asks").getByRole("textbox");
  await message.fill("Not on Tuesdays");
  await scrollTo(page, 0.5);
  await expect.poll(() => inView(page)).toMatch(/^p1\d{3}$/);
  await row(page, await inView(page)).focus();
  await scrollTo(page, 0.9);
  await expect.poll(() => inView(page)).toMatch(/^p2\d{3}$/);
  await scrollTo(page, 0);
  await expect(message).toHaveValue("Not on Tuesdays");
  await expect(message).toBeInViewport();
});

test("the times stand in one column, whichever of them are drawn", async ({ open }) => {
  const page = await open(
    view(whole, { format: { locale: "en-US", zone: "Europe/Copenhagen", hourCycle: null } }),
  );
  const left = (id: string) =>
    row(page, id)
      .locator(".row-text")
      .evaluate((one) => one.getBoundingClientRect().left);
  const first = await left("p0");
  await page.keyboard.press("End");
  await expect(row(page, "p2999")).toBeFocused();
  expect(await left("p2999")).toBe(first);
});

test("what is loaded is asked for once at a time, however often bookings come", async ({ open }) => {
  const page = await open(view(whole.slice(0, 3)), { slow: "bookings.days" });
  await expect(row(page, "p0")).toBeVisible();
  const asked = () => askedFor(page, "bookings.days");
  const around = [
    { first: "2026-11-16", last: "2026-11-22" },
    { first: "2026-11-24", last: "2026-11-29" },
  ];
  await expect.poll(asked).toHaveLength(2);
  for (let i = 4; i < 10; i++) {
    await show(page, whole.slice(0, i));
    // It is drawn once the page has spoken of it.
    await expect(page.getByRole("status")).toHaveText(new RegExp(`^P${i - 1}, 15:0\\d, new$`));
  }
  expect(await asked()).toHaveLength(2);
  await page.evaluate(() => window.mock.answerSlow());
  await expect.poll(asked).toHaveLength(4);
  expect((await asked()).slice(2)).toEqual(expect.arrayContaining(around));
});
