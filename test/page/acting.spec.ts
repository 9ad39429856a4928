import { expect } from "@playwright/test";
import { askedFor, axeFindings, test } from "./page-test.ts";
import { booking, item, person, view } from "./views.ts";

const link = "https://meet.google.com/abc-defg-hij";
const marty = { customer: person("Marty McFly") };
const soon = () => item(booking("call", "14:40", "15:10", { ...marty, place: link }), { phase: "next" });
const asks = () => item(booking("ask", "16:00", "17:00", { ...marty, status: "asked" }));

test("a meeting with a link is joined by its booking; the page sends no address", async ({ open }) => {
  const page = await open(view([soon()]));
  await page.getByRole("button", { name: "Join · meet.google.com, Marty McFly, 14:40" }).first().click();
  await expect.poll(() => askedFor(page, "bookings.join")).toEqual([{ id: "call", agreed: null }]);
  await expect(page.getByRole("status")).toHaveText("Opened in your browser");
});

test("an unknown host is asked about in place, by keyboard alone, and named to main when agreed", async ({
  open,
}) => {
  const page = await open(view([soon()]));
  await page.evaluate(() => {
    window.mock.answers.unknownHost = "login.microsoftonline.com.evil.example";
  });
  const join = page.getByRole("button", { name: /^Join/ }).first();
  await join.focus();
  await page.keyboard.press("Enter");
  const question = page.getByRole("alertdialog", { name: /^Open login.microsoftonline.com.evil.example\?/ });
  await expect(question.getByRole("button", { name: "Not now" })).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await join.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const asked = { id: "call", agreed: null };
  const agreed = { id: "call", agreed: "login.microsoftonline.com.evil.example" };
  await expect.poll(() => askedFor(page, "bookings.join")).toEqual([asked, asked, agreed]);
  await expect(page.getByRole("status")).toHaveText("Opened in your browser");
});

test("what a notification could not open at once is asked about at its booking, whatever is shown", async ({
  open,
}) => {
  const page = await open(view([soon()]));
  await page.evaluate(() => {
    window.mock.answers.unknownHost = "video.example.com";
  });
  await page.getByRole("button", { name: "Settings" }).click();
  for (const _ of ["once", "and again"]) {
    await page.evaluate(() => window.mock.tell("askToJoin", "call"));
    const question = page.getByRole("alertdialog", { name: /^Open video.example.com\?/ });
    await expect(question.getByRole("button", { name: "Not now" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(question).toBeHidden();
  }
});

test("without a link there is nothing to join, and without a key nothing to answer", async ({ open }) => {
  const page = await open(view([item(booking("plain", "14:40", "15:10", marty)), asks()]));
  await expect(page.getByRole("listitem").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Join|Confirm|Decline)/ })).toHaveCount(0);
});
