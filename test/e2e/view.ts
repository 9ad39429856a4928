import type { Page } from "@playwright/test";
import { readJson } from "../../common/json.ts";
import type { View } from "../../common/view.ts";

/** All that the page shows, as main gives it. */
export async function viewOf(page: Page): Promise<View> {
  const answer = await page.evaluate(() => window.bookbell.window.view());
  if (!answer.ok) throw new Error(answer.error.code);
  return readJson(answer.json);
}
