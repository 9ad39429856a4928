import { expect } from "@playwright/test";
import { openPrivacy } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { at, newsOf, typicalDay, view } from "./views.ts";

test("names are hidden and shown again by key, from every screen", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.keyboard.press("Control+Shift+P");
  await expect(page.getByText("Presenting: names are hidden.", { exact: true })).toBeVisible();
  await openPrivacy(page);
  await expect(
    page.getByRole("group", { name: "Hide names" }).getByRole("radio", { name: "On" }),
  ).toBeChecked();
  await page.keyboard.press("Control+Shift+P");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Presenting: names are hidden.", { exact: true })).toBeHidden();
  expect(await askedFor(page, "settings.setPresenting")).toEqual(["on", "off"]);
});

test("the line says until when, and its button ends it", async ({ open }) => {
  const page = await open(view(typicalDay, { presenting: true, presentingUntil: at("16:05") }));
  await expect(page.getByText("Presenting: names are hidden until 16:05.")).toBeVisible();
  await page.getByRole("button", { name: "Show names" }).click();
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
  const page = await open(view(typicalDay), { news: first ? [newsOf(1, first.booking)] : [] });
  await page.getByRole("button", { name: /^What is new/ }).click();
  await expect(page.getByText("Clara Clayton")).toBeVisible();
  await page.evaluate(() => window.mock.change({ presenting: true }));
  await expect(page.getByRole("heading", { name: "What is new" })).toHaveCount(0);
});
