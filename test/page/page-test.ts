import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join, normalize, resolve, sep } from "node:path";
import { test as base, type ElectronApplication, _electron as electron, type Page } from "@playwright/test";
import axe from "axe-core";
import { build } from "vite";
import type { AskName } from "../../common/ipc.ts";
import { joinHostOf } from "../../common/join-link.ts";
import type { View } from "../../common/view.ts";
import { type Language, pageIn } from "../../common/words/languages.ts";
import { contentSecurityPolicy } from "../../main/window/content-security-policy.ts";
import { languagePages } from "../../scripts/languages/plugins.mjs";
import { scriptOf } from "../../scripts/languages/script.mjs";
import { licences } from "../../scripts/licences.mjs";
import { startDesktop } from "../support/desktop/session.ts";
import type { Mock } from "./mock/mock.ts";
import type { Opening } from "./mock/opening.ts";

declare global {
  interface Window {
    readonly mock: Mock;
    readonly axe: typeof axe;
  }
}

const root = resolve(import.meta.dirname, "../..");
// Chromium refuses its sandbox to root.
const rootNeeds = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const origin = "https://page.test";
const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

async function buildPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), "bookbell-page-"));
  await build({
    root: join(root, "renderer"),
    configFile: false,
    plugins: [licences(), languagePages()],
    logLevel: "error",
    build: { outDir, target: "chrome130" },
  });
  return outDir;
}

/** The mock with all that it imports, as one script. */
const buildMock = () => scriptOf(join(import.meta.dirname, "mock/mock.ts"), "mocking", "iife");

/** Serves the built page as main does, in that language and under that policy; anything else it asks for fails. */
async function servePage(page: Page, folder: string, language: () => Language): Promise<void> {
  await page.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    const file = normalize(join(folder, pageIn(url.pathname, language())));
    if (url.origin !== origin || !file.startsWith(folder + sep)) return route.abort();
    const contentType = types[extname(file)] ?? "application/octet-stream";
    await route.fulfill({
      body: await readFile(file),
      contentType,
      headers: { "content-security-policy": contentSecurityPolicy },
    });
  });
}

async function openPage(page: Page, mock: string, view: View, more: Partial<Opening> = {}): Promise<void> {
  const bookings = more.bookings ?? view.agenda.items.map((item) => item.booking);
  const opening: Opening = {
    view,
    slow: null,
    refused: null,
    deliveries: [],
    activity: [],
    bookings,
    joins: Object.fromEntries(bookings.map((one) => [one.id, joinHostOf(one)])),
    history: [],
    clash: null,
    happened: [],
    messages: [],
    ...more,
  };
  // Who clicks waits for what moves, and axe must not meet a colour on its way: a test of motion asks for it.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.addInitScript({ content: `${mock};mocking.installMock(${JSON.stringify(opening)})` });
  await page.goto(`${origin}/index.html`);
  await page.locator("h1").waitFor({ state: "attached" });
}

interface WorkerFixtures {
  readonly folder: string;
  readonly mock: string;
  readonly host: ElectronApplication;
}
interface Fixtures {
  /** Opens the page on this view, in a window of the real size; in English, if nothing else is said. */
  readonly open: (view: View, more?: Partial<Opening>, language?: Language) => Promise<Page>;
}

/** The page must stand on Electron's Chromium, not on a browser's: one Electron a worker, one window a test. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  folder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
    async ({}, use) => {
      const folder = await buildPage();
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
  mock: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => use(await buildMock()),
    { scope: "worker" },
  ],
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const desktop = await startDesktop({ daemon: "none", windowManager: true });
      const host = await electron.launch({
        executablePath: process.env.BOOKBELL_ELECTRON ?? "",
        args: [...rootNeeds, join(import.meta.dirname, "host")],
        env: desktop.env,
      });
      await use(host);
      await host.close();
      await desktop.stop();
    },
    { scope: "worker" },
  ],
  open: async ({ folder, mock, host }, use) => {
    const opened = host.waitForEvent("window");
    await host.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({ width: 400, height: 560, useContentSize: true, frame: false });
      return window.loadURL("about:blank");
    });
    const page = await opened;
    let spoken: Language = "en";
    await servePage(page, folder, () => spoken);
    await use(async (view, more, language = "en") => {
      spoken = language;
      await openPage(page, mock, view, more);
      return page;
    });
    await page.close();
  },
});

/** The rules of axe whose answer can be another one in another look. */
export const rulesOfLooks = ["color-contrast", "link-in-text-block"];

/** What axe finds wrong with the page as it stands, by these rules or by all, a line each. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    // What is read on a button is what one says to press it. Off unless asked for, being still an experiment.
    const more = { rules: { "label-content-name-mismatch": { enabled: true } } };
    const wanted = rules ? { runOnly: { type: "rule" as const, values: [...rules] } } : more;
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], ...wanted });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`),
    );
  }, rules);
}

/** All that the page asked of main by that name, in order. */
export function askedFor(page: Page, name: AskName): Promise<unknown[]> {
  return page.evaluate(
    (name) => window.mock.calls.filter((call) => call.name === name).map((call) => call.input),
    name,
  );
}
