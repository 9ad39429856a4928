import { expect, type Page } from "@playwright/test";
import { openAdvanced } from "./open-settings.ts";
import { test } from "./page-test.ts";
import { at, booking, connected, item, person, typicalDay, view } from "./views.ts";

const comeBack = (page: Page) => page.evaluate(() => window.mock.tell("showToday", null));
const onToday = (page: Page) => page.getByRole("heading", { level: 1, name: /^Today 23/ });

test.describe("after a while in which it was hidden the window opens on today", () => {
  for (const [screen, leave] of [
    ["another day", (page: Page) => page.keyboard.press("ArrowRight")],
    ["a booking", (page: Page) => page.getByRole("button", { name: "Open Marty McFly" }).click()],
    ["the settings", (page: Page) => page.keyboard.press("Control+,")],
    ["activity", (page: Page) => page.getByRole("button", { name: /^Activity/ }).click()],
    ["an empty search", (page: Page) => page.keyboard.press("/")],
  ] as const)
    test(`from ${screen}`, async ({ open }) => {
      const page = await open(view(typicalDay));
      await expect(onToday(page)).toBeVisible();
      await leave(page);
      await expect(onToday(page)).toHaveCount(0);
      await comeBack(page);
      await expect(onToday(page)).toBeVisible();
      // Nothing is chosen that a key could press.
      await expect(page.getByRole("button", { name: "Settings", exact: true })).not.toBeFocused();
    });

  test("at now, however far it was scrolled", async ({ open }) => {
    const many = Array.from({ length: 12 }, (_, i) =>
      item(
        booking(`b${i}`, "16:00", "17:00", { start: at("16:00") + i * 60_000, customer: person(`P${i}`) }),
      ),
    );
    const page = await open(view([...typicalDay.slice(0, 1), ...many]));
    const content = page.locator(".content");
    await content.evaluate((one) => one.scrollBy(0, 400));
    await expect(page.locator(".row-call")).not.toBeInViewport();
    await comeBack(page);
    await expect(page.locator(".row-call")).toBeInViewport({ ratio: 1 });
    await expect(onToday(page)).toBeVisible();
  });
});

test.describe("what is half typed is kept", () => {
  test("an answer to a customer, on whatever day", async ({ open }) => {
    const asked = booking("asked2", "10:00", "11:00", {
      start: at("10:00", 1),
      end: at("11:00", 1),
      status: "asked",
      customer: person("Lorraine Baines"),
    });
    const page = await open(view(typicalDay, { timekit: connected }), { bookings: [asked] });
    await expect(onToday(page)).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("button", { name: /^Decline Lorraine/ }).click();
    const message = page.getByRole("textbox", { name: /^Message/ });
    await message.fill("Not on Tuesdays");
    await message.blur();
    await comeBack(page);
    await expect(message).toHaveValue("Not on Tuesdays");
    await page.getByRole("button", { name: "Keep request" }).click();
    await comeBack(page);
    await expect(onToday(page)).toBeVisible();
  });

  test("what is searched for, until it is emptied", async ({ open }) => {
    const page = await open(view(typicalDay));
    await expect(onToday(page)).toBeVisible();
    await page.keyboard.press("/");
    const field = page.getByRole("searchbox");
    await field.fill("marty");
    await field.blur();
    await comeBack(page);
    await expect(field).toHaveValue("marty");
    await field.fill("");
    await comeBack(page);
    await expect(onToday(page)).toBeVisible();
  });

  test("a field of the settings, until it is kept", async ({ open }) => {
    const page = await open(view(typicalDay));
    await expect(onToday(page)).toBeVisible();
    await openAdvanced(page);
    const field = page.getByRole("textbox", { name: "Port" });
    await field.fill("26656");
    await comeBack(page);
    await expect(field).toHaveValue("26656");
    await field.press("Enter");
    await expect(page.getByRole("status")).toHaveText("Saved");
    await comeBack(page);
    await expect(onToday(page)).toBeVisible();
  });

  test("the first run, where it stands", async ({ open }) => {
    const page = await open(view(typicalDay, { setup: "open" }));
    const step = page.getByRole("heading", { level: 1 });
    const title = await step.textContent();
    await comeBack(page);
    await expect(step).toHaveText(title ?? "");
  });
});
