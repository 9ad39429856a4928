import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { expect } from "@playwright/test";
import { opened } from "../support/bookbell.ts";
import { killBus } from "../support/desktop/bus.ts";
import { startDesktop } from "../support/desktop/session.ts";
import { bookingAt } from "../support/example.ts";
import { notificationDaemon } from "../support/notification-daemon.ts";
import { DatabaseSync } from "../support/sqlite.ts";
import { rowOf, test } from "./test.ts";

test("after a restart the address and the bookings are the same, and nothing is told twice", async ({
  start,
  daemon,
  now,
}) => {
  const first = await start();
  await opened(first);
  await first.post(bookingAt(now, "15:00", "16:00"));
  await daemon.waitFor(({ state }) => state === "shown");
  const { token } = await first.settings();
  expect(token).toMatch(/^[\w-]{43}$/);
  await first.quit();

  const second = await start();
  const page = await opened(second);
  await expect(rowOf(page, "Marty McFly")).toBeVisible();
  expect((await second.settings()).token).toBe(token);
  await second.post(bookingAt(now, "17:00", "18:00", { id: "later" }));
  await daemon.waitFor(({ body }) => body.startsWith("Today 17:00"));
  expect(daemon.received).toHaveLength(2);
});

test.describe("a booking that was answered, and cut off by a kill before it was told", () => {
  test.use({ desktopOptions: { daemon: "none" } });

  test("is told by the next run, though a customer was forgotten after the last that was told", async ({
    desktop,
    start,
    daemon,
    now,
  }) => {
    const pid = await desktop.startDaemon();
    const first = await start();
    const page = await opened(first);
    await first.post(bookingAt(now, "15:00", "16:00"));
    await daemon.waitFor(({ state }) => state === "shown");
    await page.evaluate("window.bookbell.privacy.forgetCustomer('mcfly@timekit.io')");
    await expect(rowOf(page, "Marty McFly")).toHaveCount(0);
    process.kill(pid, "SIGSTOP");
    expect(await first.post(bookingAt(now, "17:00", "18:00", { id: "another" }))).toBe(204);
    const gone = first.app.waitForEvent("close");
    first.app.process().kill("SIGKILL");
    await gone;
    const before = daemon.received.length;
    await start(["--hidden"]);
    process.kill(pid, "SIGCONT");
    await daemon.waitFor((one) => daemon.received.indexOf(one) >= before && one.state === "shown");
    expect(daemon.received.at(-1)?.body).toMatch(/^Today 17:00/);
  });
});

test.describe("after the session's bus has died, and Bookbell with it, as every Electron does", () => {
  test.use({ desktopOptions: { daemon: "none" } });

  test("the next session is told what was owed, and nothing twice", async ({
    desktop,
    start,
    daemon,
    now,
  }) => {
    const dunst = await desktop.startDaemon();
    const first = await start();
    const page = await opened(first);
    await first.post(bookingAt(now, "15:00", "16:00"));
    await daemon.waitFor(({ state }) => state === "shown");
    process.kill(dunst, "SIGKILL");
    await first.post(bookingAt(now, "17:00", "18:00", { id: "another" }));
    // Beside that it is not set up, which is worse.
    await page.locator(".footer-state").click();
    await expect(page.getByText("Notifications can’t be shown: 1 waits.", { exact: true })).toBeVisible();
    const gone = first.app.waitForEvent("close");
    await killBus(desktop.env);
    await gone;

    const session = await startDesktop({ env: { TZ: desktop.env.TZ ?? "" } });
    const itsDaemon = await notificationDaemon(session.env);
    try {
      const next = await start(["--hidden"], first.profile, session.env);
      await itsDaemon.waitFor(({ state }) => state === "shown");
      await next.post(bookingAt(now, "19:00", "20:00", { id: "third" }));
      await itsDaemon.waitFor(({ body }) => body.startsWith("Today 19:00"));
      const told = itsDaemon.received.map(({ body }) => body.slice(0, "Today 17:00".length));
      expect(told).toEqual(["Today 17:00", "Today 19:00"]);
      await next.quit();
    } finally {
      await itsDaemon.stop();
      await session.stop();
    }
  });
});

test("quitting keeps what is on its way, and closes the file", async ({ start, now }) => {
  const bookbell = await start(["--hidden"]);
  await bookbell.url();
  const sent = Array.from({ length: 60 }, (_, i) =>
    bookbell.post(bookingAt(now, "15:00", "16:00", { id: `at-the-end-${i}` })).catch(() => 0),
  );
  await Promise.race(sent);
  await bookbell.quit();
  const kept = (await Promise.all(sent)).filter((status) => status === 204).length;
  expect(kept).toBeGreaterThan(0);
  // A file that was closed needs no other beside it.
  expect((await readdir(bookbell.profile)).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]);
  const database = new DatabaseSync(path.join(bookbell.profile, "bookings.sqlite"), { readOnly: true });
  const { stored } = database.prepare("SELECT count(*) AS stored FROM delivery").get() as { stored: number };
  database.close();
  expect(stored).toBeGreaterThanOrEqual(kept);
});

test("what is kept is for this user only", async ({ bookbell, page }) => {
  await expect(page).toHaveTitle("Bookbell");
  for (const file of ["settings.json", "bookings.sqlite"])
    expect((await stat(path.join(bookbell.profile, file))).mode & 0o077).toBe(0);
});

test("settings that cannot be read are set aside, and the user is told", async ({ desktop, start }) => {
  const first = await start();
  await opened(first);
  await first.quit();
  await writeFile(path.join(first.profile, "settings.json"), "{ broken");
  const page = await opened(await start());
  await expect(page.getByText("Your settings couldn’t be read.")).toBeVisible();
  expect((await readdir(path.join(desktop.dir, "profile"))).join()).toContain("settings.json.damaged-");
});

test("one value that cannot be used is set back alone, and the user is told", async ({ start }) => {
  const first = await start();
  await opened(first);
  const before = await first.settings();
  await first.quit();
  const { version: _, alerts, ...older } = before;
  const { unpaid: __, ...told } = alerts;
  const file = path.join(first.profile, "settings.json");
  // A theme and a value of a newer version, and a profile of 0.1.0's that is older than a kind of change.
  await writeFile(file, JSON.stringify({ ...older, told, theme: "sepia", moonPhase: "full" }));
  const second = await start();
  expect((await second.settings()).token).toBe(before.token);
  const page = await opened(second);
  await expect(page.getByText("Some of your settings couldn’t be read.").first()).toBeVisible();
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.getByRole("button", { name: /^Appearance/ }).click();
  await page.getByRole("radio", { name: "Light" }).click();
  await expect.poll(async () => (await second.settings()).theme).toBe("light");
  expect(await second.settings()).toMatchObject({ moonPhase: "full", alerts });
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Notifications/ }).click();
  const moved = page.getByRole("group", { name: "Moved" });
  await moved.getByRole("radio", { name: "List only" }).click();
  await expect.poll(async () => (await second.settings()).alerts).toEqual({ ...alerts, moved: "list" });
});

test("a taken port gives way to the next free one, which the window shows", async ({ start, port }) => {
  const blocker = createServer();
  await new Promise<void>((resolve) => void blocker.listen(port, "127.0.0.1", resolve));
  const bookbell = await start();
  const page = await opened(bookbell);
  // Not always the very next: fresh settings of a test beside this one may have led another Bookbell there.
  const next = Number(new URL(await bookbell.url()).port);
  expect(next).toBeGreaterThan(port);
  await expect(page.getByText(`Bookbell is on port ${next}.`)).toBeVisible();
  await expect(page.getByText(new RegExp(`Port ${port} is in use`))).toBeVisible();
  blocker.close();
});

test("a newer Bookbell's bookings are left alone, and nothing is acknowledged", async ({ start, now }) => {
  const first = await start();
  await opened(first);
  await first.quit();
  const file = path.join(first.profile, "bookings.sqlite");
  const database = new DatabaseSync(file);
  database.exec("PRAGMA user_version = 999");
  database.close();
  const before = await readFile(file);
  const second = await start();
  const sentence = "A newer version of Bookbell wrote these bookings.";
  await expect((await opened(second)).getByText(sentence, { exact: true })).toBeVisible();
  expect(await second.post(bookingAt(now, "15:00", "16:00"))).toBe(503);
  await second.quit();
  expect(before.equals(await readFile(file))).toBe(true);
});

test("a damaged file is set aside, the user is told, and Bookbell goes on", async ({
  start,
  now,
  tray: _,
}) => {
  const first = await start();
  await opened(first);
  await first.quit();
  await writeFile(path.join(first.profile, "bookings.sqlite"), "no database at all. ".repeat(300));
  const second = await start();
  const page = await opened(second);
  const damaged = page.locator(".status-line", { hasText: "Your bookings file was damaged." });
  expect(await second.post(bookingAt(now, "15:00", "16:00"))).toBe(204);
  await expect(rowOf(page, "Marty McFly")).toBeVisible();
  expect((await readdir(second.profile)).join()).toContain("bookings.sqlite.damaged-");
  // Beside that it is not set up, which is worse.
  await page.locator(".footer-state").click();
  await damaged.getByRole("button", { name: "Dismiss" }).click();
  await expect(damaged).toBeHidden();
});

test("what a salvage that was cut off has hidden comes back, and its alerts are told", async ({
  start,
  daemon,
  now,
}) => {
  const first = await start();
  await opened(first);
  await first.post(bookingAt(now, "15:00", "16:00"));
  await daemon.waitFor(({ state }) => state === "shown");
  await first.quit();
  // As Bookbell 0.1.0 left it: the file set aside, and an empty one made at the next start.
  const file = path.join(first.profile, "bookings.sqlite");
  const aside = new DatabaseSync(file);
  aside.exec("UPDATE alert SET outcome = NULL, settled_at = NULL, seen_at = NULL");
  aside.close();
  await rename(file, `${file}.damaged-2026-11-24T10-00-00.000Z`);
  await rm(path.join(first.profile, "told"), { force: true });
  const second = await start();
  const page = await opened(second);
  await expect(rowOf(page, "Marty McFly")).toBeVisible();
  // Beside that it is not set up, which is worse.
  await page.locator(".footer-state").click();
  await expect(page.getByText("Your bookings file was damaged.", { exact: true })).toBeVisible();
  await expect.poll(() => daemon.received.length).toBe(2);
});

test("while another program holds the file nothing is acknowledged, and it is said until it is over", async ({
  tray,
  bookbell,
  page,
  now,
}) => {
  const item = await tray.nextItem();
  const other = new DatabaseSync(path.join(bookbell.profile, "bookings.sqlite"));
  other.exec("BEGIN IMMEDIATE");
  expect(await bookbell.post(bookingAt(now, "15:00", "16:00"))).toBe(503);
  const sentence = page.getByText("Another program has the bookings file open.", { exact: true });
  await expect(sentence).toBeVisible();
  await expect.poll(() => item.tooltip()).toBe("Another program has the bookings file open.");
  other.exec("COMMIT");
  other.close();
  await expect(sentence).toBeHidden();
  expect(await bookbell.post(bookingAt(now, "15:00", "16:00"))).toBe(204);
});
