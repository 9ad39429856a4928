import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import { opened } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { rowOf, test } from "./test.ts";

test("a shortcut opens and hides the window from anywhere, and one that is taken changes nothing", async ({
  bookbell,
  page,
}) => {
  const registered = (keys: string) =>
    bookbell.app.evaluate(({ globalShortcut }, keys) => globalShortcut.isRegistered(keys), keys);
  const ask = (keys: string) => page.evaluate((keys) => window.bookbell.settings.setHotkey(keys), keys);
  expect(await ask("Control+Alt+B")).toMatchObject({ ok: true, value: { hotkey: "Control+Alt+B" } });
  expect(await registered("Control+Alt+B")).toBe(true);
  await bookbell.app.evaluate(
    ({ globalShortcut }) => void globalShortcut.register("Control+Alt+T", () => {}),
  );
  expect(await ask("Control+Alt+T")).toMatchObject({ ok: false, error: { code: "hotkey-taken" } });
  expect(await registered("Control+Alt+B")).toBe(true);
  expect((await bookbell.settings()).hotkey).toBe("Control+Alt+B");
  expect(await ask("")).toMatchObject({ ok: true });
  expect(await registered("Control+Alt+B")).toBe(false);
});

test("the look is the chosen one, also after a restart", async ({ bookbell, page, start }) => {
  await page.evaluate(() => window.bookbell.settings.change({ theme: "dark" }));
  const isDark = (of: typeof bookbell) =>
    of.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
  expect(await isDark(bookbell)).toBe(true);
  await bookbell.quit();
  const next = await start();
  await opened(next);
  expect(await isDark(next)).toBe(true);
});

test("starting at login is a file in the desktop's own place, and off means gone", async ({
  bookbell,
  page,
}) => {
  const folder = await bookbell.app.evaluate(({ app }) => app.getPath("appData"));
  const file = path.join(folder, "autostart/app.bookbell.Bookbell.desktop");
  expect(existsSync(file)).toBe(false);
  await page.evaluate(() => window.bookbell.settings.setStartAtLogin(true));
  const exec = /^Exec=(.*)$/m.exec(readFileSync(file, "utf8"))?.[1] ?? "";
  const words = [...exec.matchAll(/"([^"]*)"/g)].map(([, word]) => word);
  expect([existsSync(words[0] ?? ""), words.at(-1)]).toEqual([true, "--hidden"]);
  await page.evaluate(() => window.bookbell.settings.setStartAtLogin(false));
  expect(existsSync(file)).toBe(false);
});

test("the window hides when something else gets the focus, unless it is kept open", async ({
  bookbell,
  page,
}) => {
  const otherFocused = () =>
    bookbell.app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window?.isFocused()) {
        const focused = new Promise<void>((resolve) => window?.once("focus", () => resolve()));
        window?.focus();
        await focused;
      }
      const blurred = new Promise<void>((resolve) => window?.once("blur", () => resolve()));
      const other = new BrowserWindow({ width: 100, height: 100 });
      other.focus();
      await blurred;
      // It hides a tenth of a second after it lost the focus: of two timers of one loop, the shorter comes first.
      await new Promise((resolve) => setTimeout(resolve, 300));
      const closed = new Promise<void>((resolve) => other.once("closed", () => resolve()));
      other.destroy();
      await closed;
    });
  await page.evaluate(() => window.bookbell.settings.change({ keepOpen: true }));
  await otherFocused();
  expect(await bookbell.isOpen()).toBe(true);
  await page.evaluate(() => window.bookbell.settings.change({ keepOpen: false }));
  await otherFocused();
  await expect.poll(bookbell.isOpen).toBe(false);
});

test("a page that is hidden for long is let go, and drawn anew when it is wanted", async ({
  bookbell,
  page,
  start,
  now,
}) => {
  await bookbell.post(bookingAt(now, "15:00", "16:00"));
  await expect(rowOf(page, "Marty McFly")).toBeVisible();
  // Ten minutes pass at once.
  await bookbell.app.evaluate(() => {
    const { setTimeout } = globalThis;
    const soon = (run: () => void, ms?: number) => setTimeout(run, ms === 600_000 ? 0 : ms);
    Object.assign(globalThis, { setTimeout: soon });
  });
  const gone = page.waitForEvent("close");
  await bookbell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await gone;
  const again = bookbell.app.waitForEvent("window");
  await start().catch(() => {});
  await expect(rowOf(await again, "Marty McFly")).toBeVisible();
  expect(await bookbell.isOpen()).toBe(true);
});

test("the tray leads to the settings", async ({ bookbell, page, tray }) => {
  await page.keyboard.press("Escape");
  await expect.poll(bookbell.isOpen).toBe(false);
  await (await tray.nextItem()).clickItem("Settings…");
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
});
