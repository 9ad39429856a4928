import { expect, type Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import { askedFor, test } from "./page-test.ts";
import { calcomWith } from "./service-views.ts";
import { connected, reach, typicalDay, view, zapier } from "./views.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 2 }).first();
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test("the first run goes from the tunnel to the proof by keyboard alone", async ({ open }) => {
  const page = await open(view([], { setup: "reach", ...reach("off") }));
  await expect(page.getByText("1 of 3")).toBeVisible();
  await press(page, "Tab");
  await expect(page.getByRole("button", { name: "Skip for now" })).toBeFocused();
  await press(page, "Tab");
  await expect(page.getByRole("radio", { name: /^Cloudflare quick tunnel/ })).toBeFocused();
  await press(page, "Tab");
  await expect(page.getByRole("button", { name: /^Download/ })).toBeFocused();
  await press(page, "Tab", "Tab", "Enter");
  await expect.poll(() => askedFor(page, "tunnel.change")).toEqual([{ kind: "cloudflare-quick" }]);
  await page.getByRole("button", { name: "Next" }).focus();
  await press(page, "Enter");
  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toHaveAccessibleName("Step 2 of 3: Connect your bookings");
  await press(page, "Tab");
  await expect(page.getByRole("checkbox", { name: "Timekit", exact: true })).toBeFocused();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await press(page, "Tab", "Tab", "Tab", "Tab", "Enter");
  await page.keyboard.type("live_api_key");
  await press(page, "Enter");
  await expect.poll(() => askedFor(page, "secrets.set")).toHaveLength(1);
  await expect(page.getByRole("button", { name: "Set key" })).toBeFocused();
  await press(page, "Tab", "Tab", "Tab", "Enter");
  await expect(heading(page)).toHaveAccessibleName("Step 3 of 3: See it work");
  await press(page, "Tab", "Enter");
  await expect.poll(() => askedFor(page, "proof.run")).toHaveLength(1);
  await press(page, "Tab");
  await expect(page.getByRole("radio", { name: "On" })).toBeFocused();
  await press(page, "Tab", "Tab");
  await expect(page.getByRole("button", { name: "Done" })).toBeFocused();
  await press(page, "Enter");
  await expect(page.getByRole("heading", { name: "Bookbell can’t receive bookings yet." })).toBeVisible();
  expect(await askedFor(page, "settings.setSetup")).toEqual(["connect", "prove", "done"]);
  expect(await askedFor(page, "settings.setStartAtLogin")).toEqual([true]);
});

test("who does not want it to start at login says so in the first run", async ({ open }) => {
  const page = await open(view([], { setup: "prove" }));
  await page.getByRole("radio", { name: "Off" }).click();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { name: "No bookings yet" })).toBeVisible();
  expect(await askedFor(page, "settings.setStartAtLogin")).toEqual([]);
});

test("who sets up again keeps what they chose before", async ({ open }) => {
  const page = await open(view(typicalDay, { setup: "prove" }));
  await expect(page.getByRole("radio", { name: "Off" })).toBeChecked();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveAccessibleName("Today 23 November");
  expect(await askedFor(page, "settings.setStartAtLogin")).toEqual([]);
});

test("it goes back, and on from where it was left", async ({ open }) => {
  const page = await open(view(typicalDay, { setup: "prove" }));
  await expect(page.getByText("3 of 3")).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByText("2 of 3")).toBeVisible();
  await press(page, "Control+,", "Escape");
  await expect(page.getByText("2 of 3")).toBeVisible();
});

test("it is put off, and begun again from the settings", async ({ open }) => {
  const page = await open(view(typicalDay, { setup: "connect" }));
  await page.getByRole("button", { name: "Skip for now" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveAccessibleName("Today 23 November");
  await press(page, "Control+,");
  await page.getByRole("button", { name: "Set up again" }).click();
  await expect(page.getByText("1 of 3")).toBeVisible();
  expect(await askedFor(page, "settings.setSetup")).toEqual(["done", "reach"]);
});

test("a step that main refuses stays, and says why", async ({ open }) => {
  const refused = { name: "settings.setSetup", problem: problem("internal") } as const;
  const page = await open(view([], { setup: "reach", ...reach("off") }), { refused });
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Something went wrong inside Bookbell.")).toBeVisible();
  await expect(page.getByText("1 of 3")).toBeVisible();
});

test("what one is booked with opens what it needs, one or several, by keyboard", async ({ open }) => {
  const page = await open(view([], { setup: "connect" }));
  await page.getByRole("checkbox", { name: "Timekit", exact: true }).focus();
  await press(page, "Space");
  await expect(page.getByRole("button", { name: "Set key" })).toHaveCount(0);
  await press(page, "Tab", "Space", "Tab", "Space");
  await expect(page.getByRole("checkbox", { name: "Calendly" })).toBeFocused();
  await expect(page.getByRole("heading", { level: 2, name: "Cal.com with an API key" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Make an address for Cal.com" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "In Calendly" })).toBeVisible();
  await press(page, "Tab", "Space");
  await expect(page.getByRole("button", { name: "Make an address for your Zap" })).toBeVisible();
  await press(page, "Tab", "Enter");
  await page.keyboard.type("cal_live_key");
  await press(page, "Enter");
  expect(await askedFor(page, "secrets.set")).toEqual([
    { name: "calcom", secret: "cal_live_key", plain: false },
  ]);
});

test("who comes back to it finds what they began with", async ({ open }) => {
  const page = await open(view([], { setup: "prove", ...zapier({}), ...calcomWith("right") }));
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(2);
  await expect(page.getByText("Connected as Nora Lindqvist")).toBeVisible();
  await expect(page.getByText("In Zapier", { exact: true })).toBeVisible();
});

test("once Timekit is connected its second step offers the webhooks", async ({ open }) => {
  const page = await open(view([], { setup: "connect" }));
  await page.evaluate((timekit) => window.mock.change({ timekit }), connected);
  await expect(page.getByRole("button", { name: "Register webhooks" })).toBeVisible();
});
