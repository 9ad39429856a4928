import { expect } from "@playwright/test";
import { type Bookbell, opened } from "../support/bookbell.ts";
import { test } from "./test.ts";

const boundsOf = ({ app }: Bookbell) =>
  app.evaluate(({ BrowserWindow, screen }) => {
    const [window] = BrowserWindow.getAllWindows();
    const [width = 0, height = 0] = window?.getSize() ?? [];
    const { workArea } = screen.getPrimaryDisplay();
    return {
      width,
      height,
      zoom: Math.round((window?.webContents.getZoomFactor() ?? 0) * 100) / 100,
      workArea,
    };
  });

test("text grows by keys, and the window with it, as far as the screen goes, also after a restart", async ({
  bookbell,
  page,
  start,
}) => {
  const { workArea } = await boundsOf(bookbell);
  await page.keyboard.press("Control++");
  await page.keyboard.press("Control+=");
  await expect.poll(async () => (await bookbell.settings()).textSize).toBe(125);
  await expect.poll(() => boundsOf(bookbell)).toMatchObject({ width: 500, zoom: 1.25 });
  for (let i = 0; i < 5; i++) await page.keyboard.press("Control++");
  const largest = {
    width: Math.min(800, workArea.width),
    height: Math.min(1120, workArea.height),
    zoom: 2,
  };
  await expect.poll(() => boundsOf(bookbell)).toMatchObject(largest);
  await bookbell.quit();
  const next = await start();
  const again = await opened(next);
  expect(await boundsOf(next)).toMatchObject(largest);
  expect(await again.evaluate(() => devicePixelRatio)).toBe(2);
  await again.keyboard.press("Control+-");
  await expect.poll(() => boundsOf(next)).toMatchObject({ zoom: 1.75 });
  await again.keyboard.press("Control+0");
  await expect.poll(() => boundsOf(next)).toMatchObject({ width: 400, height: 560, zoom: 1 });
});

test("the height to which it is pulled is kept, at every text size, and its width is its own", async ({
  bookbell,
  page,
  start,
}) => {
  const limits = () =>
    bookbell.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return {
        least: window?.getMinimumSize(),
        most: window?.getMaximumSize()[0],
        can: window?.isResizable(),
      };
    });
  expect(await limits()).toEqual({ least: [400, 320], most: 400, can: true });
  await bookbell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(400, 480));
  await expect.poll(() => boundsOf(bookbell)).toMatchObject({ width: 400, height: 480 });
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await bookbell.settings()).windowHeight).toBe(480);
  await bookbell.quit();
  const next = await start();
  const again = await opened(next);
  expect(await boundsOf(next)).toMatchObject({ width: 400, height: 480 });
  await again.keyboard.press("Control++");
  await expect.poll(() => boundsOf(next)).toMatchObject({ width: 440, height: 528 });
  // Pulled and then made larger without being hidden in between.
  await next.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(440, 440));
  await expect.poll(() => boundsOf(next)).toMatchObject({ height: 440 });
  await again.keyboard.press("Control++");
  await expect.poll(() => boundsOf(next)).toMatchObject({ width: 500, height: 500 });
  expect((await next.settings()).windowHeight).toBe(400);
});
