import { expect, type Page } from "@playwright/test";
import { test } from "./page-test.ts";
import { typicalDay, view } from "./views.ts";

declare global {
  interface Window {
    slides: (string | undefined)[];
  }
}

/** Notes from where each page slides in, in pixels; Chromium says nothing of an animation that is over. */
const noteSlides = (page: Page) =>
  page.evaluate(() => {
    window.slides = [];
    const { animate } = Element.prototype;
    Element.prototype.animate = function (frames, options) {
      const [first] = frames as Keyframe[];
      if (this.matches("main")) window.slides.push(first?.translate as string);
      return animate.call(this, frames, options);
    };
  });
const slides = (page: Page) => page.evaluate(() => window.slides);

async function thereAndBack(page: Page) {
  await page.getByRole("button", { name: "Settings" }).click();
  await page
    .getByRole("link", { name: /^Privacy/ })
    .or(page.getByRole("button", { name: /^Privacy/ }))
    .click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("contentinfo")).toBeVisible();
}

test("a deeper page slides in from one side, and what one goes back to from the other", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await noteSlides(page);
  await thereAndBack(page);
  expect(await slides(page)).toEqual(["8px", "8px", "-8px", "-8px"]);
});

test("nothing moves for who wants it so, or when today is shown anew", async ({ open }) => {
  const page = await open(view(typicalDay));
  await noteSlides(page);
  await thereAndBack(page);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.getByRole("button", { name: "Search bookings" }).click();
  await page.evaluate(() => window.mock.tell("showToday", null));
  await expect(page.getByRole("contentinfo")).toBeVisible();
  expect(await slides(page)).toEqual(["8px"]);
});
