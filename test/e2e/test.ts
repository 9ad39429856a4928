import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { test as base, type Page } from "@playwright/test";
import { type Bookbell, opened, startBookbell } from "../support/bookbell.ts";
import type { Env } from "../support/desktop/child.ts";
import { type Desktop, type DesktopOptions, startDesktop } from "../support/desktop/session.ts";
import { type NotificationDaemon, notificationDaemon } from "../support/notification-daemon.ts";
import { freePort } from "../support/system.ts";
import { zoneOfMorning } from "../support/today.ts";
import { startTrayHost, type TrayHost } from "../support/tray-host.ts";

interface Given {
  /** What the private desktop is like; override with test.use. */
  desktopOptions: DesktopOptions;
  now: number;
  port: number;
  desktop: Desktop;
  daemon: NotificationDaemon;
  tray: TrayHost;
  /** Starts Bookbell on this test's desktop and profile, or with others. */
  start: (args?: readonly string[], profile?: string, env?: Env) => Promise<Bookbell>;
  bookbell: Bookbell;
  /** The window's page, drawn. */
  page: Page;
}

/** Each test has a desktop, a profile and a Bookbell of its own; there it is between nine and ten in the morning. */
export const test = base.extend<Given>({
  desktopOptions: [{}, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  now: async ({}, use) => use(Date.now()),
  desktop: async ({ desktopOptions, now }, use) => {
    const env = { TZ: zoneOfMorning(now), ...desktopOptions.env };
    const desktop = await startDesktop({ windowManager: true, ...desktopOptions, env });
    await use(desktop);
    await desktop.stop();
  },
  daemon: async ({ desktop }, use) => {
    const daemon = await notificationDaemon(desktop.env);
    await use(daemon);
    await daemon.stop();
  },
  tray: async ({ desktop }, use) => {
    const tray = await startTrayHost(desktop.env);
    await use(tray);
    await tray.stop();
  },
  // Workers run side by side, each with ports of its own; whoever runs them may have a Bookbell of their own, too.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  port: async ({}, use, { parallelIndex }) => use(await freePort(20_655 + parallelIndex * 100)),
  start: async ({ desktop, port }, use) => {
    const started: Bookbell[] = [];
    await use(async (args = [], profile = path.join(desktop.dir, "profile"), env = desktop.env) => {
      await mkdir(profile, { recursive: true });
      await writeFile(path.join(profile, "settings.json"), JSON.stringify({ port, setup: "done" }), {
        flag: "wx",
      }).catch(() => {});
      const bookbell = await startBookbell(env, profile, args);
      started.push(bookbell);
      return bookbell;
    });
    await Promise.all(started.map(({ app }) => app.close().catch(() => {})));
  },
  bookbell: async ({ start, daemon: _ }, use) => use(await start()),
  page: async ({ bookbell }, use) => use(await opened(bookbell)),
});

/** Has the user choose this file whenever Bookbell's own dialog asks for one; null = change their mind. */
export const choosing = ({ app }: Bookbell, file: string | null) =>
  app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: file === null, filePaths: file === null ? [] : [file] });
  }, file);

/** The schedule's row of which this is part of the name. */
export const rowOf = (page: Page, name: string) =>
  page.locator("li[data-id]").and(page.getByRole("listitem", { name }));
