import { expect } from "@playwright/test";
import { changeOf } from "./activity.ts";
import { openPrivacy } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { at, typicalDay, view } from "./views.ts";

test("names are hidden and shown again by key, from every screen", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.keyboard.press("Control+Shift+P");
  await expect(page.getByRole("button", { name: "Names hidden: Show names" })).toBeVisible();
  await openPrivacy(page);
  await expect(
    page.getByRole("group", { name: "Hide names" }).getByRole("radio", { name: "On" }),
  ).toBeChecked();
  await page.keyboard.press("Control+Shift+P");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Names hidden: Show names" })).toBeHidden();
  expect(await askedFor(page, "settings.setPresenting")).toEqual(["on", "off"]);
});

test("the footer says until when, and a press ends it", async ({ open }) => {
  const page = await open(view(typicalDay, { presenting: true, presentingUntil: at("16:05") }));
  await page.getByRole("button", { name: "Names hidden until 16:05: Show names" }).click();
  expect(await askedFor(page, "settings.setPresenting")).toEqual(["off"]);
});

test("the settings hide names for an hour, and say what the system cannot hide", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openPrivacy(page);
  const choice = page.getByRole("group", { name: "Hide names" });
  await expect(choice).toHaveAccessibleDescription(
    /On Linux, people you share your screen with can still see this window\./,
  );
  await choice.getByRole("radio", { name: "1 hour" }).click();
  await expect(choice.getByRole("radio", { name: "1 hour" })).toBeChecked();
  expect(await askedFor(page, "settings.setPresenting")).toEqual(["hour"]);
});

test("a screen that shows names is left when presenting begins elsewhere", async ({ open }) => {
  const [first] = typicalDay;
  const page = await open(view(typicalDay), { activity: first ? [changeOf(1, first.booking)] : [] });
  await page.getByRole("button", { name: /^Activity/ }).click();
  await expect(page.getByText("Clara Clayton")).toBeVisible();
  await page.evaluate(() => window.mock.change({ presenting: true }));
  await expect(page.getByRole("heading", { name: "Activity" })).toHaveCount(0);
});

test("so are what waits for an answer, a search and a booking", async ({ open }) => {
  const page = await open(view(typicalDay));
  for (const go of [
    () => page.getByRole("button", { name: /request waiting$/ }).click(),
    () => page.getByRole("button", { name: "Open Jennifer Parker" }).click(),
    () => page.keyboard.press("/"),
  ]) {
    await go();
    await expect(page.getByRole("button", { name: "Back" })).toBeVisible();
    await page.evaluate(() => window.mock.change({ presenting: true }));
    await expect(page.getByRole("button", { name: "Back" })).toHaveCount(0);
    await page.evaluate(() => window.mock.change({ presenting: false }));
  }
});
