import { chromium, type Page } from "@playwright/test";
import { hookPath } from "../../main/lib/tokens.ts";
import type { Child } from "./desktop/child.ts";
import { eventually } from "./eventually.ts";

// A Bookbell that was not started by Playwright, whose own way in a package's fuses keep out and a trace would show.

/** With this argument its window can be looked at. */
export const watched = "--remote-debugging-port=0";

/** The page of its window, once there is one. */
export async function pageOf(bookbell: Child): Promise<Page> {
  const [address = ""] = /ws:\S+/.exec(await bookbell.printed(/DevTools listening/)) ?? [];
  const browser = await chromium.connectOverCDP(address);
  return eventually(async () => browser.contexts().flatMap((one) => one.pages())[0] ?? null);
}

/** Where it listens, once it does. */
export async function portOf(bookbell: Child): Promise<number> {
  const line = await bookbell.printed(/Listening/);
  return Number(/"port":(\d+)/.exec(line)?.[1]);
}

/** Where Timekit would post to. */
export const urlOf = async (bookbell: Child, token: string): Promise<string> =>
  `http://127.0.0.1:${await portOf(bookbell)}${hookPath(token)}`;
