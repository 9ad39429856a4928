import { expect, type Page } from "@playwright/test";
import { openAbout, openPrivacy } from "./open-settings.ts";
import { test } from "./page-test.ts";
import { typicalDay, view } from "./views.ts";

const problem = { code: "not-saved" } as const;
const inputs = (
  page: Page,
  name: "settings.change" | "privacy.forgetCustomer" | "privacy.removeSetAside" | "exports.bookings",
) =>
  page.evaluate(
    (name) => window.mock.calls.filter((call) => call.name === name).map((call) => call.input),
    name,
  );
const answers = (page: Page, changes: object) =>
  page.evaluate((changes) => Object.assign(window.mock.answers, changes), changes);

test("keeping longer counts at once, keeping shorter asks before it removes anything", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openPrivacy(page);
  const deliveries = page.getByRole("group", { name: "Keep raw webhooks" });
  await deliveries.getByRole("radio", { name: "90 days" }).click();
  await expect.poll(() => inputs(page, "settings.change")).toEqual([{ keepDeliveriesDays: 90 }]);
  await deliveries.getByRole("radio", { name: "30 days" }).click();
  await expect(page.getByText("Delete all raw webhooks older than 30 days")).toBeVisible();
  // Another choice replaces the question.
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByText("Delete all raw webhooks older than 7 days")).toBeVisible();
  await expect(deliveries.getByRole("radio", { name: "7 days" })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(deliveries.getByRole("radio", { name: "90 days" })).toBeChecked();
  expect(await inputs(page, "settings.change")).toHaveLength(1);
  await deliveries.getByRole("radio", { name: "7 days" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect.poll(() => inputs(page, "settings.change")).toContainEqual({ keepDeliveriesDays: 7 });
  await expect(deliveries.getByRole("radio", { name: "7 days" })).toBeChecked();
});

test("past bookings are kept forever, or shorter after a question", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openPrivacy(page);
  const bookings = page.getByRole("group", { name: "Keep past bookings" });
  await bookings.getByRole("radio", { name: "Forever" }).click();
  await expect.poll(() => inputs(page, "settings.change")).toEqual([{ keepBookingsDays: 0 }]);
  await bookings.getByRole("radio", { name: "1 year" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(bookings.getByRole("radio", { name: "Forever" })).toBeChecked();
  expect(await inputs(page, "settings.change")).toHaveLength(1);
});

test("a customer is forgotten after a question, and it says what that removed", async ({ open }) => {
  const page = await open(view(typicalDay));
  await answers(page, { forgotten: { bookings: 3, deliveries: 7, alerts: 2, setAside: 0 } });
  await openPrivacy(page);
  await page.getByRole("button", { name: "Forget…" }).click();
  const field = page.getByLabel("The customer’s email address");
  await expect(field).toBeFocused();
  await field.fill("marty");
  await field.press("Enter");
  await expect(field).toHaveAccessibleDescription("Enter a full email address.");
  await field.fill(" marty@example.com ");
  await field.press("Enter");
  await expect(page.getByText("marty@example.com? This can’t be undone.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
  expect(await inputs(page, "privacy.forgetCustomer")).toEqual([]);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.locator(".outcome")).toHaveText("Deleted 3 bookings, 7 deliveries, 2 alerts");
  await expect(page.getByRole("status")).toHaveText("Deleted 3 bookings, 7 deliveries, 2 alerts");
  await expect(page.getByRole("button", { name: "Forget…" })).toBeFocused();
  expect(await inputs(page, "privacy.forgetCustomer")).toEqual(["marty@example.com"]);
});

test("an address is sent as it was entered, also one that is quoted or not of ASCII", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openPrivacy(page);
  for (const address of ['"zeb q"@example.com', "ÄRGER@bücher.example"]) {
    await page.getByRole("button", { name: "Forget…" }).click();
    await page.getByLabel("The customer’s email address").fill(address);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Delete", exact: true }).click();
  }
  await expect
    .poll(() => inputs(page, "privacy.forgetCustomer"))
    .toEqual(['"zeb q"@example.com', "ÄRGER@bücher.example"]);
});

test("damaged files that may still name them are said, and deleted when that is wanted", async ({ open }) => {
  const page = await open(view(typicalDay));
  await answers(page, { forgotten: { bookings: 1, deliveries: 1, alerts: 1, setAside: 2 } });
  await openPrivacy(page);
  await page.getByRole("button", { name: "Forget…" }).click();
  await page.keyboard.type("nobody@example.com");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("2 damaged bookings files set aside may still name them")).toBeVisible();
  await page.getByRole("button", { name: "Delete them" }).click();
  await expect(page.getByText("set aside may still name them")).toHaveCount(0);
  await expect(page.getByRole("status")).toHaveText("Deleted");
  expect(await inputs(page, "privacy.removeSetAside")).toHaveLength(1);
});

test("forgetting somebody unknown says so, and Escape goes back a step each", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openPrivacy(page);
  await page.getByRole("button", { name: "Forget…" }).click();
  await page.keyboard.type("nobody@example.com");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("The customer’s email address")).toHaveValue("nobody@example.com");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.locator(".outcome")).toHaveText("Nothing stored for that address");
  await page.getByRole("button", { name: "Forget…" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Forget…" })).toBeFocused();
});

test("bookings are exported, and a changed mind says nothing", async ({ open }) => {
  const page = await open(view(typicalDay));
  await answers(page, { exported: null });
  await openPrivacy(page);
  const ics = page.getByRole("button", { name: "Export bookings as ICS" });
  await ics.click();
  await expect(page.locator(".outcome")).toHaveCount(0);
  await answers(page, { exported: 12 });
  await ics.click();
  await expect(page.locator(".outcome")).toHaveText("Saved 12 bookings");
  await answers(page, { exported: 1 });
  await page.getByRole("button", { name: "Export bookings as CSV" }).click();
  await expect(page.getByRole("status")).toHaveText("Saved 1 booking");
  expect(await inputs(page, "exports.bookings")).toEqual(["ics", "ics", "csv"]);
  await page.evaluate((problem) => window.mock.refuse("exports.bookings", problem), problem);
  await ics.click();
  await expect(page.getByText("The file couldn’t be saved. Choose another place.")).toBeVisible();
  await expect(page.locator(".outcome")).toHaveCount(0);
});

test("diagnostics promise what they leave out", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openAbout(page);
  await expect(page.getByText("No names, bodies or secrets.")).toBeVisible();
  await page.getByRole("button", { name: "Export diagnostics…" }).click();
  await expect(page.locator(".outcome")).toHaveText("Diagnostics saved");
});
