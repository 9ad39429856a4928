import { expect } from "@playwright/test";
import { openAdvanced, openAppearance, openReminders, openTimekit } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { at, secret, typicalDay, view } from "./views.ts";

test("a port that is none is said in place and never sent", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openAdvanced(page);
  const port = page.getByLabel("Port", { exact: true });
  for (const wrong of ["", "80", "65536", "266.5", "abc", "-1"]) {
    await port.fill(wrong);
    await port.press("Enter");
    await expect(page.getByText("Choose a whole number from 1024 to 65535.")).toBeVisible();
    await expect(port).toHaveAttribute("aria-invalid", "true");
  }
  expect(await askedFor(page, "settings.change")).toEqual([]);
  await port.fill("30000");
  await expect(port).toHaveAttribute("aria-invalid", "false");
  await port.press("Enter");
  await expect.poll(() => askedFor(page, "settings.change")).toEqual([{ port: 30000 }]);
});

test("why main refuses a port stands next to it, with what was typed", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openAdvanced(page);
  const problem = { code: "setting-disk-full" } as const;
  await page.evaluate((problem) => window.mock.refuse("settings.change", problem), problem);
  const port = page.getByLabel("Port", { exact: true });
  await port.fill("30000");
  await port.press("Enter");
  await expect(
    page.getByText("The disk is full, so that couldn’t be saved. Free some space, then try again."),
  ).toBeVisible();
  await expect(port).toHaveValue("30000");
  await expect(port).toHaveAccessibleDescription(/The disk is full/);
});

test("the HTTP response code and the time format apply at once, by keyboard too", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openAdvanced(page);
  await page.getByRole("radio", { name: "204" }).check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await openAppearance(page);
  await page.getByRole("group", { name: "Time format" }).getByRole("radio", { name: "System" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "12-hour" })).toBeChecked();
  expect(await askedFor(page, "settings.change")).toEqual([{ successCode: 204 }, { hours: "12" }]);
});

test("a refused choice falls back to what is so", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openAdvanced(page);
  const problem = { code: "internal" } as const;
  await page.evaluate((problem) => window.mock.refuse("settings.change", problem), problem);
  await page.getByRole("radio", { name: "200" }).click();
  await expect(
    page.getByText(
      "Something went wrong inside Bookbell. Try again. If it keeps happening, restart Bookbell.",
    ),
  ).toBeVisible();
  await expect(page.getByRole("radio", { name: "201" })).toBeChecked();
});

test("a signing secret is entered, shown on demand and saved", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openTimekit(page);
  await page.getByRole("button", { name: "Set secret" }).click();
  const field = page.getByLabel("Timekit’s signing secret");
  await expect(field).toBeFocused();
  await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();
  await field.fill(" s3cret ");
  await expect(field).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show secret" }).click();
  await expect(field).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(field).toHaveCount(0);
  expect(await askedFor(page, "secrets.set")).toEqual([{ name: "signing", secret: "s3cret", plain: false }]);
  await expect(page.getByRole("status")).toHaveText("Signing secret saved");
});

test("without a keyring it offers to keep the secret unprotected", async ({ open }) => {
  const page = await open(view(typicalDay, { ...secret("signing", { state: "on", kept: "session" }) }));
  await openTimekit(page);
  await expect(page.getByText("forgotten when Bookbell quits")).toBeVisible();
  await page.getByRole("button", { name: "Save without encryption…" }).click();
  await expect(page.getByRole("checkbox", { name: /without encryption/ })).toBeChecked();
  await page.getByLabel("Timekit’s signing secret").fill("s3cret");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => askedFor(page, "secrets.set"))
    .toEqual([{ name: "signing", secret: "s3cret", plain: true }]);
});

test("removing the secret asks first, and Escape only closes the form", async ({ open }) => {
  const page = await open(view(typicalDay, { ...secret("signing", { state: "on", kept: "encrypted" }) }));
  await openTimekit(page);
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Change", exact: true })).toBeFocused();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
  expect(await askedFor(page, "secrets.set")).toEqual([]);
  await page.getByRole("button", { name: "Remove" }).click();
  await expect
    .poll(() => askedFor(page, "secrets.set"))
    .toEqual([{ name: "signing", secret: null, plain: false }]);
});

test("a signing secret that was renewed says since when, and the one before is removed after a question", async ({
  open,
}) => {
  const renewed = (until: number | null) =>
    view(typicalDay, {
      ...secret("signing", { state: "on", kept: "encrypted" }),
      signing: { setAt: at("9:05", -3), earlier: 1, until },
    });
  const page = await open(renewed(at("10:40", 4)));
  await openTimekit(page);
  await expect(page.getByText(/Since Fri,? 20 Nov,? 09:05/)).toBeVisible();
  await expect(page.getByText(/Still accepted until Fri,? 27 Nov,? 10:40/)).toBeVisible();
  await page.evaluate((changes) => window.mock.change(changes), renewed(null));
  await expect(page.getByText(/until a week after the first delivery/)).toBeVisible();
  const remove = page.getByRole("button", { name: "Remove the secret before" });
  await remove.click();
  await page.keyboard.press("Escape");
  await expect(remove).toBeFocused();
  expect(await askedFor(page, "secrets.removeEarlier")).toEqual([]);
  await remove.click();
  await page.getByRole("button", { name: "Remove", exact: true }).last().click();
  await expect(page.getByText("The secret before")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Change", exact: true })).toBeFocused();
  expect(await askedFor(page, "secrets.removeEarlier")).toHaveLength(1);
});

test("reminders are chosen one by one, and none is a choice", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openReminders(page);
  const leads = page.getByRole("group", { name: "Before a booking" });
  await expect(leads.getByRole("checkbox", { checked: true })).toHaveCount(2);
  await leads.getByRole("checkbox", { name: "30 min" }).press("Space");
  await leads.getByRole("checkbox", { name: "At start" }).press("Space");
  await page.getByRole("switch", { name: "Remind me if I haven’t joined" }).press("Space");
  await expect
    .poll(() => askedFor(page, "settings.change"))
    .toEqual([{ reminders: [0, 10, 30] }, { reminders: [10, 30] }, { notJoined: false }]);
});

test("quiet hours are a span of times, and what is none is said in place", async ({ open }) => {
  const { settings } = view(typicalDay);
  const quietHours = { on: true, from: "20:00", to: "07:00" };
  const page = await open(view(typicalDay, { settings: { ...settings, quietHours } }));
  await openReminders(page);
  const from = page.getByLabel("From", { exact: true });
  await from.fill("25:00");
  await from.press("Enter");
  await expect(page.getByText("Enter a time such as 07:30.")).toBeVisible();
  expect(await askedFor(page, "settings.change")).toEqual([]);
  await from.fill("9:30");
  await from.press("Enter");
  await expect
    .poll(() => askedFor(page, "settings.change"))
    .toEqual([{ quietHours: { ...quietHours, from: "09:30" } }]);
});
