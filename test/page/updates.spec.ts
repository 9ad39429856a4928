import { expect, type Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import type { UpdatesView } from "../../common/updates.ts";
import { openAbout } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { at, typicalDay, view } from "./views.ts";

const settings = async (page: Page) => {
  await openAbout(page);
  return page;
};
const change = (page: Page, updates: UpdatesView) =>
  page.evaluate((updates) => window.mock.change({ updates }), updates);

test("a newer version is looked for, fetched, and installed by a restart", async ({ open }) => {
  const page = await settings(
    await open(view(typicalDay, { updates: { state: "newest", checkedAt: null } })),
  );
  await expect(page.getByText("Not checked yet.")).toBeVisible();
  await page.getByRole("button", { name: "Check for a software update now" }).click();
  expect(await askedFor(page, "updates.check")).toHaveLength(1);
  await change(page, { state: "newest", checkedAt: at("14:30") });
  await expect(page.getByText(/Up to date as of Mon,? 23 Nov, 14:30/)).toBeVisible();
  await change(page, { state: "downloading", version: "1.2.0", percent: 43 });
  await expect(page.getByText("Downloading 1.2.0: 43 %")).toBeVisible();
  await change(page, { state: "ready", version: "1.2.0" });
  await expect(page.getByText("1.2.0 is ready: installed when you quit.").first()).toBeVisible();
  await page.getByRole("button", { name: "Restart now" }).click();
  expect(await askedFor(page, "updates.restart")).toHaveLength(1);
});

test("it does not check by itself when it is not to", async ({ open }) => {
  const page = await settings(
    await open(view(typicalDay, { updates: { state: "newest", checkedAt: null } })),
  );
  await page.getByRole("switch", { name: "Check automatically" }).click();
  expect(await askedFor(page, "settings.change")).toEqual([{ updates: false }]);
});

test("what came in its way, and a meeting, are said in place", async ({ open }) => {
  const failed = { state: "failed", problem: problem("update-failed") } as const;
  const refused = { name: "updates.restart", problem: problem("update-in-meeting") } as const;
  const page = await settings(await open(view(typicalDay, { updates: failed }), { refused }));
  await expect(page.getByText("Bookbell couldn’t check for updates.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Check for a software update again" })).toBeVisible();
  await change(page, { state: "ready", version: "1.2.0" });
  await page.getByRole("button", { name: "Restart now" }).click();
  await expect(page.getByText("You are in a meeting.")).toBeVisible();
});

test("where it runs from its source, it says so and offers nothing", async ({ open }) => {
  const page = await settings(await open(view(typicalDay, { updates: { state: "elsewhere" } })));
  await expect(page.getByText("This copy runs from its source.")).toBeVisible();
  await expect(page.getByRole("switch", { name: "Check automatically" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /software update/ })).toHaveCount(0);
});

test("where somebody else installs it, what is out is told, and a click away", async ({ open }) => {
  const available = { state: "available", version: "1.2.0", known: false } as const;
  const page = await open(view(typicalDay, { updates: available }));
  const line = page.locator(".footer-update", { hasText: "Version 1.2.0 is out" });
  await line.getByRole("button", { name: "Open its page" }).click();
  expect(await askedFor(page, "updates.openReleases")).toHaveLength(1);
  await line.getByRole("button", { name: "Dismiss" }).click();
  expect(await askedFor(page, "window.dismiss")).toEqual(["update"]);
  await change(page, { ...available, known: true });
  await expect(line).toHaveCount(0);
  await settings(page);
  await expect(page.getByText("1.2.0 is out. Install it as you installed this one.")).toBeVisible();
  await page.getByRole("button", { name: "Open its page" }).click();
  expect(await askedFor(page, "updates.openReleases")).toHaveLength(2);
});

test("one that is ready is marked on the gear, and installed from below the list", async ({ open }) => {
  const page = await open(view(typicalDay, { updates: { state: "ready", version: "1.2.0" } }));
  await expect(page.getByRole("button", { name: "Settings: an update is ready" })).toBeVisible();
  const bar = page.getByRole("contentinfo");
  await expect(bar).toContainText("Version 1.2.0 is ready");
  await bar.getByRole("button", { name: "Restart now" }).click();
  expect(await askedFor(page, "updates.restart")).toHaveLength(1);
});
