import { readFile } from "node:fs/promises";
import path from "node:path";
import { type ElectronApplication, _electron as electron, type Page } from "@playwright/test";
import type { Settings } from "../../main/settings/schema.ts";
import type { Env } from "./desktop/child.ts";
import { eventually } from "./eventually.ts";
import { patienceMs } from "./patience.ts";

const repository = path.join(import.meta.dirname, "../..");

/** Bookbell, running for real. */
export interface Bookbell {
  readonly app: ElectronApplication;
  readonly profile: string;
  /** The window's page, once it has been opened. */
  page(): Promise<Page>;
  /** The settings file as it is now. */
  settings(): Promise<Settings>;
  /** Where Timekit would post to. */
  url(): Promise<string>;
  /** Posts a delivery as Timekit would; resolves with the answer's status. */
  post(body: Buffer, headers?: Record<string, string>): Promise<number>;
  /** Whether the window is on the screen. */
  isOpen(): Promise<boolean>;
  /** Quits as the user would, in order. */
  quit(): Promise<void>;
}

/** Starts the built Bookbell on a profile folder; BOOKBELL_ELECTRON is the runtime. */
export async function startBookbell(
  env: Env,
  profile: string,
  args: readonly string[] = [],
): Promise<Bookbell> {
  const executablePath = process.env.BOOKBELL_ELECTRON;
  if (!executablePath)
    throw new Error("BOOKBELL_ELECTRON must name Electron's executable; npm test sets it.");
  const earlier = await listened(profile);
  const app = await electron.launch({
    executablePath,
    args: [...rootNeeds, repository, `--user-data-dir=${profile}`, ...args],
    env,
    // Otherwise Playwright pretends a light theme.
    colorScheme: null,
    timeout: patienceMs,
  });
  evaluateOnceMore(app);
  const settings = async () => JSON.parse(await readFile(path.join(profile, "settings.json"), "utf8"));
  const listening = async () => (await listened(profile)).slice(earlier.length).at(-1) ?? null;
  // Whoever cannot listen is waited for in vain.
  const closed = app.waitForEvent("close", { timeout: 0 });
  await Promise.race([closed, eventually(listening).catch(() => null)]);
  const page = async () => app.windows()[0] ?? (await app.firstWindow());
  const url = async () => {
    const port = await eventually(listening);
    return `http://127.0.0.1:${port}/hooks/timekit/${(await settings()).token}`;
  };
  return {
    app,
    profile,
    page,
    settings,
    url,
    post: async (body, headers) => postTo(await url(), body, headers),
    isOpen: () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((one) => one.isVisible())),
    async quit() {
      const closed = app.waitForEvent("close");
      await app.evaluate(({ app }) => app.quit());
      await closed;
    },
  };
}

/**
 * V8's inspector holds the promise of an evaluation so weakly that a collection at the wrong moment takes it, and Playwright
 * fails. What was to be evaluated was begun: what tests have main do bears to be done once more.
 */
function evaluateOnceMore(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app) as (...args: unknown[]) => Promise<unknown>;
  const again = (...args: unknown[]) =>
    evaluate(...args).catch((error: unknown) => {
      if (!String(error).includes("promise was garbage collected")) throw error;
      return evaluate(...args);
    });
  Object.assign(app, { evaluate: again });
}

/** Posts a delivery as Timekit would; resolves with the answer's status. */
export async function postTo(
  url: string,
  body: Buffer,
  headers: Record<string, string> = { "content-type": "application/json" },
): Promise<number> {
  return (await fetch(url, { method: "POST", body: body as BodyInit, headers })).status;
}

/** Every port that Bookbell has listened on with this profile, by its log. */
async function listened(profile: string): Promise<string[]> {
  const log = await readFile(path.join(profile, "logs/main.log"), "utf8").catch(() => "");
  return log.match(/(?<=Listening \{"port":)\d+/g) ?? [];
}

// Chromium's sandbox does not start as root.
const rootNeeds = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** Waits until the first page has drawn its schedule. */
export async function opened(bookbell: Bookbell): Promise<Page> {
  const page = await bookbell.page();
  await page.getByRole("contentinfo").waitFor();
  return page;
}
