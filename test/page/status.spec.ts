import { expect } from "@playwright/test";
import { openAbout, openReceiving } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { at, reach, secret, typicalDay, view } from "./views.ts";

const problem = { code: "port-refused" } as const;
const silent = reach("not-receiving", { problem });

test("says nothing while all is well or the receiver starts", async ({ open }) => {
  const page = await open(view(typicalDay, { receiver: { state: "starting" } }));
  await expect(page.getByText("Starting…")).toBeVisible();
  await expect(page.locator(".status-line")).toHaveCount(0);
  await page.evaluate(() => {
    window.mock.change({ receiver: { state: "listening", port: 26655, wanted: 26655 } });
  });
  await expect(page.getByRole("contentinfo").getByText("Receiving", { exact: true })).toBeVisible();
  await expect(page.locator(".status-line")).toHaveCount(0);
});

test("tells the gravest problem with its remedy, and the others one step further", async ({ open }) => {
  const page = await open(
    view(typicalDay, {
      receiver: { state: "failed", problem },
      store: { code: "disk-full" },
      ...secret("signing", { state: "unreadable" }),
      recovered: { code: "store-recovered" },
      settingsDamaged: { code: "settings-damaged" },
      notifications: { code: "notifications-wait", args: { count: 2 } },
    }),
  );
  await expect(page.locator(".status-what")).toHaveText(
    "Bookbell can’t listen for bookings on this computer.",
  );
  await page.getByRole("button", { name: "and 5 more" }).click();
  await expect(page.getByRole("radio", { name: "Problems , 6 open problems" })).toBeChecked();
  await expect(page.locator(".status-what")).toHaveText([
    "Bookbell can’t listen for bookings on this computer.",
    "The disk is full, so bookings can’t be saved.",
    "The signing secret can’t be read.",
    "Your bookings file was damaged.",
    "Your settings couldn’t be read.",
    "Notifications can’t be shown: 2 wait.",
  ]);
  await page.keyboard.press("Escape");
  await expect(page.locator(".footer")).toContainText("Not receiving");
});

test("what was recovered is told, with where the rest is, until it is dismissed", async ({ open }) => {
  const recovered = { code: "store-recovered" } as const;
  const page = await open(view(typicalDay, { recovered }));
  await expect(
    page.getByText("What could be read was kept; the old file was set aside beside it."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.locator(".status-line")).toHaveCount(0);
  await expect.poll(() => askedFor(page, "window.dismiss")).toHaveLength(1);
});

test("an outdated Electron is told until it is dismissed, and in About for good", async ({ open }) => {
  const electron = { version: "33.2.1", outdated: true, known: false };
  const page = await open(view(typicalDay, { electron }));
  const line = page.locator(".status-caution", {
    hasText: "outdated Electron (33.2.1): for trying out only",
  });
  await expect(line).toContainText("run npx install-electron");
  await expect(page.locator(".footer")).toContainText("Receiving");
  await line.getByRole("button", { name: "Dismiss" }).click();
  expect(await askedFor(page, "window.dismiss")).toEqual(["electron"]);
  await page.evaluate((electron) => window.mock.change({ electron: { ...electron, known: true } }), electron);
  await expect(page.locator(".status-line")).toHaveCount(0);
  await openAbout(page);
  await expect(page.getByText("outdated Electron (33.2.1): for trying out only")).toBeVisible();
});

test("that anyone can post is said quietly, until it is known; in the settings for good", async ({
  open,
}) => {
  const page = await open(view(typicalDay, { uncheckedKnown: false }));
  const said = page.locator(".status-open", { hasText: "Anyone who knows the address can post bookings." });
  await expect(said).toBeVisible();
  await expect(page.getByRole("contentinfo")).toContainText("Receiving");
  await said.getByRole("button", { name: "Enter secret" }).click();
  await expect(page.getByLabel("Timekit’s signing secret")).toBeFocused();
  const standing = page.locator(".help", { hasText: "Anyone who knows the address can post bookings." });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await said.getByRole("button", { name: /^Dismiss/ }).click();
  await expect(said).toHaveCount(0);
  await openReceiving(page);
  await expect(standing).toBeVisible();
  await page.evaluate(
    (changes) => window.mock.change(changes),
    secret("signing", { state: "on", kept: "encrypted" }),
  );
  await expect(standing).toHaveCount(0);
});

test("another port than the wanted one leads to the port's field", async ({ open }) => {
  const page = await open(
    view(typicalDay, { ...silent, receiver: { state: "listening", port: 26656, wanted: 26655 } }),
  );
  await page.getByRole("button", { name: "and 1 more" }).click();
  await expect(page.getByText("Port 26655 is in use. Point your tunnel at 26656")).toBeVisible();
  await page.getByRole("button", { name: "Change port" }).click();
  await expect(page.getByLabel("Port", { exact: true })).toBeFocused();
});

test("an unreadable secret is told in the footer too and leads to its form", async ({ open }) => {
  const page = await open(view(typicalDay, { ...secret("signing", { state: "unreadable" }) }));
  await expect(page.locator(".footer")).toContainText("Rejecting bookings");
  await page.getByRole("button", { name: "Enter secret" }).click();
  await expect(page.getByLabel("Timekit’s signing secret")).toBeFocused();
});

test("what no button mends is hidden, until it comes again", async ({ open }) => {
  const failed = { notifications: { code: "notifications-failed" } } as const;
  const page = await open(view(typicalDay, failed));
  const line = page.locator(".status-line");
  await line.getByRole("button", { name: /^Dismiss/ }).click();
  await expect(line).toHaveCount(0);
  await expect(page.locator(".footer")).toContainText("Needs attention");
  await page.evaluate(() => window.mock.change({ notifications: null }));
  await page.evaluate((again) => window.mock.change(again), failed);
  await expect(line).toHaveCount(1);
});

test("notifications are paused for as long as the menu says, and resumed", async ({ open }) => {
  const page = await open(view(typicalDay));
  const bar = page.getByRole("contentinfo");
  await bar.getByRole("button", { name: "Pause" }).press("Enter");
  const items = page.getByRole("menu", { name: "Pause notifications" }).getByRole("menuitem");
  await expect(items).toHaveText(["1 hour", "Until tomorrow", "Until I resume"]);
  await expect(items.first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(items.last()).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  const paused = bar.getByRole("button", { name: "Paused until 15:35" });
  await expect(paused).toBeFocused();
  await expect(page.getByRole("status")).toHaveText(
    "Notifications are paused. Bookings still arrive and are listed here.",
  );
  await paused.click();
  await expect(items.first()).toHaveText("Resume");
  await items.first().click();
  await expect(bar.getByRole("button", { name: "Pause" })).toBeVisible();
  expect(await askedFor(page, "settings.setPaused")).toEqual(["hour", "off"]);
});

test("the menu of pauses is left by Escape, by a press beside it and by Tab, and nothing is paused", async ({
  open,
}) => {
  const page = await open(view(typicalDay));
  const button = page.getByRole("contentinfo").getByRole("button", { name: "Pause" });
  const menu = page.getByRole("menu");
  await button.click();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(button).toBeFocused();
  await button.click();
  await page.mouse.click(200, 200);
  await expect(menu).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/23 November/);
  expect(await askedFor(page, "settings.setPaused")).toEqual([]);
});

test("a request main refuses says so until it is dismissed", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.evaluate((problem) => window.mock.refuse("settings.setPaused", problem), problem);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("menuitem", { name: "1 hour" }).click();
  await expect(page.getByText("Bookbell can’t listen for bookings on this computer.")).toBeVisible();
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.locator(".status-line")).toHaveCount(0);
});

test("what goes wrong later is spoken", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.evaluate((problem) => window.mock.change({ receiver: { state: "failed", problem } }), problem);
  await expect(page.getByRole("status")).toHaveText(
    "Bookbell can’t listen for bookings on this computer. Choose another port in Settings.",
  );
});

test("the page's own faults go to main's log", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("thrown");
    });
    void Promise.reject(new Error("rejected"));
  });
  const faults = () =>
    page.evaluate(() =>
      window.mock.calls.filter((call) => call.name === "window.reportFault").map((call) => call.input),
    );
  await expect
    .poll(async () => (await faults()).join())
    .toMatch(/rejected[\s\S]*thrown|thrown[\s\S]*rejected/);
});

test("a pause that ends by itself says when", async ({ open }) => {
  const page = await open(view(typicalDay, { paused: true, pausedUntil: at("16:05") }));
  await expect(page.getByRole("button", { name: "Paused until 16:05" })).toBeVisible();
});
