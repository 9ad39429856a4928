import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { type Language, languages } from "../../common/words/languages.ts";
import { test } from "../page/page-test.ts";
import { reachScreens, type Shown } from "../page/screens.ts";
import { settingsScreens } from "../page/settings-screens.ts";
import { setupScreens } from "../page/setup-screens.ts";
import { typicalDay, view } from "../page/views.ts";

const folder = path.join(import.meta.dirname, "../../docs/screenshots/languages");

const pressing = (key: string) => (page: Page) => page.keyboard.press(key);

/** The main views, each reached without a word. */
const pictures: Readonly<Record<string, Shown | undefined>> = {
  today: { view: view(typicalDay) },
  "not-receiving": reachScreens["a day without reception"],
  "first-run": setupScreens["the first run at its beginning"],
  activity: reachScreens["all that happened"] && { ...reachScreens["all that happened"], go: pressing("a") },
  settings: settingsScreens["the settings of a connected Bookbell"],
};

const spoken = (Object.keys(languages) as Language[]).filter((language) => language !== "en");
for (const language of spoken)
  for (const [name, shown] of Object.entries(pictures))
    test(`${name}, ${language}`, async ({ open }) => {
      if (!shown) throw new Error(`There is no screen for ${name}.`);
      const format = { ...shown.view.format, locale: language, hourCycle: null };
      const page = await open({ ...shown.view, format }, shown.more, language);
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      await shown.go?.(page);
      await page.mouse.move(0, 0);
      await page.evaluate(() => document.fonts.ready);
      await mkdir(folder, { recursive: true });
      await page.screenshot({ path: path.join(folder, `${language}-${name}.png`), animations: "disabled" });
    });
