import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { opened } from "../support/bookbell.ts";
import { call, connectBus, theBus } from "../support/desktop/bus.ts";
import type { Desktop } from "../support/desktop/session.ts";
import { bookingAt } from "../support/example.ts";
import { startPlayedDaemon } from "../support/played-daemon.ts";
import { rowOf, test } from "./test.ts";

const busAddress = "DBUS_SESSION_BUS_ADDRESS";

/** The bus lets nobody ask what the daemon can do: Electron shows without knowing, Bookbell's own way does not. */
async function onlyForElectron({ dir, env }: Desktop) {
  const file = path.join(dir, "bus.conf");
  const denied = `send_interface="org.freedesktop.Notifications" send_member="GetCapabilities"`;
  const policy = `<policy context="mandatory"><deny ${denied}/></policy>`;
  await writeFile(file, (await readFile(file, "utf8")).replace("</busconfig>", `${policy}</busconfig>`));
  const bus = await connectBus(env);
  await call(bus, theBus, "ReloadConfig");
  bus.disconnect();
}

/**
 * As on a system without libnotify: Electron finds a file that is no library; and the bus is where only notify-send
 * finds it.
 */
async function onlyForNotifySend({ dir, env }: Desktop) {
  const folder = path.join(dir, "without-libnotify");
  await mkdir(folder);
  await writeFile(path.join(folder, "libnotify.so.4"), "");
  const outside = `PATH='${env.PATH}' ${busAddress}='${env[busAddress]}'`;
  const script = `#!/bin/sh\nunset LD_LIBRARY_PATH\n${outside} exec notify-send "$@"\n`;
  await writeFile(path.join(folder, "notify-send"), script);
  await chmod(path.join(folder, "notify-send"), 0o755);
  const noBus = `unix:path=${path.join(dir, "no-bus")}`;
  return { ...env, LD_LIBRARY_PATH: folder, PATH: `${folder}:${env.PATH}`, [busAddress]: noBus };
}

test("a newer notification of the same booking takes the place of the older", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  const at = (start: string, end: string, n: number) =>
    bookbell.post(bookingAt(now, start, end, { updated_at: new Date(now + n * 1000).toISOString() }));
  await at("15:00", "16:00", 0);
  const older = await daemon.waitFor(({ summary }) => summary === "New booking: Marty McFly");
  await at("17:00", "18:00", 1);
  const newer = await daemon.waitFor(
    ({ summary, state }) => summary.startsWith("Moved") && state === "shown",
  );
  expect(older.state).not.toBe("shown");
  expect(daemon.displayed()).toEqual([newer]);
  await page.keyboard.press("Escape");
  await expect.poll(bookbell.isOpen).toBe(false);
  await daemon.click(newer);
  await expect.poll(bookbell.isOpen).toBe(true);
});

test.describe("a reschedule is one notification in the end", () => {
  const old = (now: number) =>
    bookingAt(now, "15:00", "16:00", {
      state: "rescheduled_by_customer",
      updated_at: new Date(now).toISOString(),
    });
  const fresh = (now: number) =>
    bookingAt(now, "17:00", "18:00", { id: "fresh", created_at: new Date(now).toISOString() });

  test("whose old booking is heard of first", async ({ bookbell, daemon, now }) => {
    await bookbell.post(old(now));
    await bookbell.post(fresh(now));
    const moved = await daemon.waitFor(({ body }) => body.startsWith("Today 15:00 → Today 17:00–18:00"));
    await expect.poll(() => daemon.displayed()).toEqual([moved]);
  });

  test("whose new booking is heard of first", async ({ bookbell, daemon, now }) => {
    await bookbell.post(fresh(now));
    await daemon.waitFor(({ summary }) => summary === "New booking: Marty McFly");
    await bookbell.post(old(now));
    const moved = await daemon.waitFor(
      ({ state, summary }) => state === "shown" && summary.startsWith("Moved"),
    );
    expect(moved.body).toMatch(/^Today 15:00 → Today 17:00–18:00/);
    expect(daemon.displayed()).toEqual([moved]);
    // What becomes of the new booking takes its place, too.
    const updated_at = new Date(now + 5_000).toISOString();
    await bookbell.post(
      bookingAt(now, "17:00", "18:00", { id: "fresh", state: "cancelled_by_customer", updated_at }),
    );
    const off = await daemon.waitFor(
      ({ state, summary }) => state === "shown" && summary.startsWith("Cancelled"),
    );
    await expect.poll(() => daemon.displayed()).toEqual([off]);
  });

  test("whose new booking comes late, after a restart", async ({ bookbell, start, daemon, now }) => {
    await bookbell.post(old(now));
    const away = await daemon.waitFor(({ state }) => state === "shown");
    expect(away).toMatchObject({
      summary: "Moved: Marty McFly",
      body: expect.stringMatching(/^Was Today 15:00–16:00\nThe new time isn’t known yet./),
    });
    await bookbell.quit();
    const next = await start();
    await next.post(fresh(now));
    const moved = await daemon.waitFor(({ body }) => body.startsWith("Today 15:00 → Today 17:00–18:00"));
    await expect.poll(() => daemon.displayed()).toEqual([moved]);
  });
});

test("what is on the screen is not told again though the note of it cannot be written, nor are others held up", async ({
  start,
  daemon,
  now,
}) => {
  const first = await start();
  await first.url();
  await first.quit();
  await mkdir(path.join(first.profile, "told"));
  const bookbell = await start();
  const page = await opened(bookbell);
  await bookbell.post(bookingAt(now, "15:00", "16:00"));
  await daemon.waitFor(({ body }) => body.startsWith("Today 15:00"));
  await bookbell.post(bookingAt(now, "17:00", "18:00", { id: "another" }));
  await daemon.waitFor(({ body }) => body.startsWith("Today 17:00"));
  await expect(rowOf(page, "Marty McFly")).toHaveCount(2);
  await bookbell.quit();
  expect(daemon.received).toHaveLength(2);
});

test("where the daemon cannot be spoken to directly, Electron notifies", async ({
  desktop,
  daemon,
  start,
  now,
}) => {
  await onlyForElectron(desktop);
  const bookbell = await start();
  await opened(bookbell);
  await bookbell.post(bookingAt(now, "15:00", "16:00"));
  const told = await daemon.waitFor(({ state }) => state === "shown");
  expect(told).toMatchObject({ appName: "Bookbell", summary: "New booking: Marty McFly" });
  // Only Bookbell's own way names one.
  expect(told.hints).not.toHaveProperty("x-dunst-stack-tag");
});

test("where Electron cannot notify either, node-notifier does, word for word", async ({
  desktop,
  daemon,
  start,
  now,
}) => {
  const bookbell = await start([], undefined, await onlyForNotifySend(desktop));
  await opened(bookbell);
  expect(await bookbell.app.evaluate(({ Notification }) => Notification.isSupported())).toBe(false);
  const customers = [{ name: '--help "$(id)" & <b>Ann</b>' }];
  await bookbell.post(bookingAt(now, "15:00", "16:00", { customers }));
  const first = ({ body }: { body: string }) => body.startsWith("Today 15:00");
  const told = await daemon.waitFor(first);
  expect(told).toMatchObject({
    appName: "Bookbell",
    summary: 'New booking: --help "$(id)" & <b>Ann</b>',
    body: expect.stringMatching(
      /^Today 15:00–16:00\n(.+ in Madrid\n)?Doc. Emmett Brown x Marty McFly · Hill Valley$/,
    ),
  });
  await bookbell.post(
    bookingAt(now, "17:00", "18:00", { id: "dash", customers: [], event: undefined, attributes: undefined }),
  );
  await daemon.waitFor(({ summary }) => summary === "New booking");
  // Whatever had counted as not shown would have come again before it.
  expect(daemon.received.filter(first)).toHaveLength(1);
});

test.describe("without a notification daemon", () => {
  test.use({ desktopOptions: { daemon: "none" } });

  test("the window says so before anything was to be told, and takes it back once one is there", async ({
    desktop,
    page,
    daemon: _,
  }) => {
    const warning = page.getByText("This desktop shows no notifications.", { exact: true });
    await expect(warning).toBeVisible();
    await desktop.startDaemon();
    await expect(warning).toBeHidden();
  });

  test("where the next run cannot replace what a kill cut off, the settings say so", async ({
    desktop,
    page,
  }) => {
    const note = page.getByText(/it may come once more after the next start/);
    const played = await startPlayedDaemon(desktop.env);
    await page.keyboard.press("Control+,");
    await page.getByRole("button", { name: /^Notifications/ }).click();
    await expect(note).toBeVisible();
    played.stop();
    await desktop.startDaemon();
    await expect(note).toBeHidden();
  });

  test("no other program is started for what waits, however much it is: it could not show it either", async ({
    desktop,
    start,
    daemon,
    now,
  }) => {
    const folder = path.join(desktop.dir, "counted");
    await mkdir(folder);
    await writeFile(
      path.join(folder, "notify-send"),
      `#!/bin/sh\necho started >> '${folder}/starts'\nexit 1\n`,
      { mode: 0o755 },
    );
    const env = { ...desktop.env, PATH: `${folder}:${desktop.env.PATH}` };
    const bookbell = await start([], undefined, env);
    for (const id of ["one", "two", "three"]) await bookbell.post(bookingAt(now, "15:00", "16:00", { id }));
    const page = await opened(bookbell);
    await page.locator(".footer-state").click();
    const warning = page.getByText("Notifications can’t be shown: 3 wait.", { exact: true });
    await expect(warning).toBeVisible();
    expect(await readdir(folder)).toEqual(["notify-send"]);
    await desktop.startDaemon();
    await expect(warning).toBeHidden();
    // The warning changes with the first of them.
    await expect.poll(() => daemon.received.filter(({ state }) => state === "shown")).toHaveLength(3);
  });

  test("what could not be told waits, by the window, in its list of news, and after a restart, until one is there", async ({
    desktop,
    bookbell,
    page,
    daemon,
    start,
    now,
  }) => {
    await bookbell.post(bookingAt(now, "15:00", "16:00"));
    await expect(page.getByRole("button", { name: /^Activity/ })).toHaveAccessibleName(/1/);
    // Beside that it is not set up, which is worse.
    await page.locator(".footer-state").click();
    await expect(page.getByText("Notifications can’t be shown: 1 waits.", { exact: true })).toBeVisible();
    await bookbell.quit();
    const next = await opened(await start());
    await next.locator(".footer-state").click();
    const warning = next.getByText("Notifications can’t be shown: 1 waits.", { exact: true });
    await expect(warning).toBeVisible();
    await desktop.startDaemon();
    await daemon.waitFor(({ state, body }) => state === "shown" && body.startsWith("Today 15:00"));
    await expect(warning).toBeHidden();
    expect(daemon.received.filter(({ state }) => state === "shown")).toHaveLength(1);
  });
});

test.describe("in the user's zone and locale", () => {
  test.use({ desktopOptions: { env: { LANG: "de_DE.UTF-8" } } });

  test("times are written by the clock of the system, in its language", async ({
    bookbell,
    page,
    daemon,
    now,
  }) => {
    await bookbell.post(bookingAt(now, "+1 15:00", "+1 16:00"));
    const { body } = await daemon.waitFor(({ state }) => state === "shown");
    expect(body).toMatch(/^(Mo|Di|Mi|Do|Fr|Sa|So)\., \d+\. \p{L}+\.?, 15:00–16:00/u);
    await expect(page.locator("html")).not.toContainText("PM");
  });
});
