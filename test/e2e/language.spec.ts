import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { calm } from "../../common/policy.ts";
import { opened } from "../support/bookbell.ts";
import { bookingAt, exampleAt } from "../support/example.ts";
import { rowOf, test } from "./test.ts";

/** What the language's own file says, of messages that take no more than these. */
async function speaker(language: string) {
  const file = path.join(import.meta.dirname, `../../languages/${language}.arb`);
  const messages: Record<string, string> = JSON.parse(await readFile(file, "utf8"));
  // A notification is one line with plain spaces.
  return (key: string, given: Record<string, string> = {}) =>
    (messages[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => given[name] ?? "").replace(/\s/g, " ");
}

for (const [language, dir] of [
  ["de", "ltr"],
  ["ja", "ltr"],
  ["he", "rtl"],
] as const)
  test(`in ${language} a booking is told, and stands in the menu and in the window`, async ({
    desktop,
    start,
    daemon,
    tray,
    port,
    now,
  }) => {
    const profile = path.join(desktop.dir, "profile");
    await mkdir(profile, { recursive: true });
    await writeFile(path.join(profile, "settings.json"), JSON.stringify({ port, setup: "done", language }));
    const say = await speaker(language);
    const bookbell = await start();
    const page = await opened(bookbell);
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      language,
      dir,
    ]);

    expect(await bookbell.post(bookingAt(now, "15:00", "16:00"))).toBe(204);
    const shown = await daemon.waitFor(({ state }) => state === "shown");
    expect(shown.summary).toBe(say("notifications.title.new", { who: "Marty McFly" }));
    expect(shown.body.split("\n")[0]).toBe(say("moments.todayAt", { time: "15:00–16:00" }));
    expect(shown.actions).toContainEqual({ key: "default", label: say("notifications.buttons.open") });

    await expect(rowOf(page, "Marty McFly")).toContainText("15:00");
    await expect(page.getByRole("button", { name: say("pause.action"), exact: true })).toBeVisible();
    const menu = await (await tray.nextItem()).menu();
    // Marks keep what is put in to its place where lines run from right to left.
    const labels = menu.map(({ label }) => label?.replaceAll("\u200f", ""));
    expect(labels).toContain(say("tray.meetingAt", { time: "15:00", who: "Marty McFly" }));
    expect(labels).toContain(say("problems.not-set-up.message"));
    expect(labels).toContain(say("tray.quit"));
  });

test("another language counts at once, in the window, in the menu and for what is told next", async ({
  bookbell,
  page,
  daemon,
  tray,
  now,
}) => {
  const item = await tray.nextItem();
  const labels = async () => (await item.menu()).map(({ label }) => label);
  expect(await labels()).toContain("Quit Bookbell");
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: /^Appearance/ }).click();
  await page.getByRole("combobox", { name: "Language" }).selectOption("Français");

  const say = await speaker("fr");
  const choice = page.getByRole("combobox", { name: say("appearance.language") });
  await expect(choice).toHaveValue("fr");
  await expect(choice).toBeFocused();
  await expect.poll(labels).toContain(say("tray.quit"));
  expect(await bookbell.post(bookingAt(now, "15:00", "16:00"))).toBe(204);
  const shown = await daemon.waitFor(({ state }) => state === "shown");
  expect(shown.summary).toBe(say("notifications.title.new", { who: "Marty McFly" }));

  await choice.selectOption("system");
  await expect(page.getByRole("combobox", { name: "Language" })).toHaveValue("system");
  await expect.poll(labels).toContain("Quit Bookbell");
});

test("what fills the screen when a booking begins speaks it, too", async ({ bookbell, page }) => {
  const rule = { name: "Lessons", alerts: null, reminders: [], hue: null, fullScreen: true };
  await page.evaluate((changes) => window.bookbell.settings.change(changes as never), {
    alerts: { ...calm, new: "list" },
    projects: { lessons: rule },
    language: "it",
  });
  const say = await speaker("it");
  await expect(page.getByRole("button", { name: say("header.back") })).toBeVisible();
  const opening = bookbell.app.waitForEvent("window");
  const now = Date.now();
  const begun = exampleAt(now, new Date(now - 60_000), new Date(now + 30 * 60_000), {
    project: { id: "lessons", name: "Lessons" },
  });
  expect(await bookbell.post(begun)).toBe(204);
  const full = await opening;
  await expect(full.getByRole("button", { name: new RegExp(`^${say("fullScreen.snooze")}`) })).toBeVisible();
  expect(await full.evaluate(() => document.documentElement.lang)).toBe("it");
});

test.describe("on a system in Dutch", () => {
  test.use({ desktopOptions: { env: { LANG: "nl_NL.UTF-8", LANGUAGE: "nl" } } });

  test("Bookbell speaks it", async ({ page }) => {
    const say = await speaker("nl");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("nl");
    await expect(page.getByRole("button", { name: say("pause.action"), exact: true })).toBeVisible();
  });
});
