import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { opened } from "../support/bookbell.ts";
import type { Desktop } from "../support/desktop/session.ts";
import { bookingAt } from "../support/example.ts";
import { test } from "./test.ts";

/** As on a system without libnotify: Electron finds a file that is no library, notify-send the real one. */
async function withoutLibnotify({ dir, env }: Desktop) {
  const folder = path.join(dir, "without-libnotify");
  await mkdir(folder);
  await writeFile(path.join(folder, "libnotify.so.4"), "");
  const script = `#!/bin/sh\nunset LD_LIBRARY_PATH\nPATH='${env.PATH}' exec notify-send "$@"\n`;
  await writeFile(path.join(folder, "notify-send"), script);
  await chmod(path.join(folder, "notify-send"), 0o755);
  return { ...env, LD_LIBRARY_PATH: folder, PATH: `${folder}:${env.PATH}` };
}

test("where Electron cannot notify, node-notifier does, word for word", async ({
  desktop,
  daemon,
  start,
  now,
}) => {
  const bookbell = await start([], undefined, await withoutLibnotify(desktop));
  await opened(bookbell);
  expect(await bookbell.app.evaluate(({ Notification }) => Notification.isSupported())).toBe(false);
  const customers = [{ name: '--help "$(id)" & <b>Ann</b>' }];
  await bookbell.post(bookingAt(now, "15:00", "16:00", { customers }));
  await bookbell.post(
    bookingAt(now, "17:00", "18:00", { id: "dash", customers: [], event: undefined, attributes: undefined }),
  );
  const told = await daemon.waitFor(({ body }) => body.startsWith("Today 15:00"));
  expect(told).toMatchObject({
    appName: "Bookbell",
    summary: 'New booking: --help "$(id)" & <b>Ann</b>',
    body: "Today 15:00–16:00\nDoc. Emmett Brown x Marty McFly\nHill Valley",
  });
});

test.describe("without a notification daemon", () => {
  test.use({ desktopOptions: { daemon: "none" } });

  test("the window says so, and takes it back once one is there", async ({
    desktop,
    bookbell,
    page,
    daemon,
    now,
  }) => {
    await bookbell.post(bookingAt(now, "15:00", "16:00"));
    const warning = page.getByText("Notifications cannot be shown.", { exact: true });
    await expect(warning).toBeVisible();
    await desktop.startDaemon();
    await bookbell.post(bookingAt(now, "17:00", "18:00", { id: "another" }));
    await daemon.waitFor(({ state, body }) => state === "shown" && body.startsWith("Today 17:00"));
    await expect(warning).toBeHidden();
  });
});

test.describe("in the user's zone and locale", () => {
  test.use({ desktopOptions: { env: { LANG: "de_DE.UTF-8" } } });

  test("times are written as the system writes them", async ({ bookbell, page, daemon, now }) => {
    await bookbell.post(bookingAt(now, "+1 15:00", "+1 16:00"));
    const { body } = await daemon.waitFor(({ state }) => state === "shown");
    const weekdays = /^(Mo|Di|Mi|Do|Fr|Sa|So)\.?, \d+\. \p{L}+\.?, 15:00–16:00 Uhr/u;
    expect(body).toMatch(weekdays);
    await expect(page.locator("html")).not.toContainText("PM");
  });
});
