import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { type Bookbell, opened, startBookbell } from "./bookbell.ts";
import { sendToSlack } from "./demo-slack.ts";
import type { Env } from "./desktop/child.ts";
import { startDesktop } from "./desktop/session.ts";
import { eventually } from "./eventually.ts";
import { exampleAt } from "./example.ts";
import { type NotificationDaemon, notificationDaemon } from "./notification-daemon.ts";
import { startSlack } from "./slack.ts";
import { DatabaseSync } from "./sqlite.ts";
import { soon, todayAt, zoneOfMorning } from "./today.ts";

interface Posting {
  readonly folder: string;
  readonly bookbell: Bookbell;
  readonly page: Page;
  /** Null on the user's own desktop. */
  readonly daemon: NotificationDaemon | null;
  readonly body: Buffer;
}

interface DemoOptions {
  /** Brings a desktop along. */
  readonly headless: boolean;
  /** Leaves Bookbell open until it is quit. */
  readonly stay: boolean;
  /** Sends a booking on to a Slack of its own instead. */
  readonly slack: boolean;
}

/** The main job in one go: one booking of today's, posted as Timekit posts it, stored, notified and visible. */
export async function runDemo({ headless, stay, slack }: DemoOptions): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "bookbell-demo-"));
  // It shows a day, not the first run.
  await writeFile(path.join(folder, "settings.json"), JSON.stringify({ setup: "done" }));
  const now = Date.now();
  const desktop = headless
    ? await startDesktop({ windowManager: true, env: { TZ: zoneOfMorning(now) } })
    : null;
  const daemon = desktop && (await notificationDaemon(desktop.env));
  const itsSlack = slack ? await startSlack() : null;
  const own = desktop?.env ?? (process.env as Env);
  const bookbell = await startBookbell(itsSlack ? { ...own, BOOKBELL_SLACK: itsSlack.origin } : own, folder);
  try {
    const page = await opened(bookbell);
    const body = desktop
      ? exampleAt(now, todayAt("15:00", now), todayAt("16:00", now))
      : exampleAt(now, ...soon(now));
    if (itsSlack) await sendToSlack(bookbell, page, itsSlack);
    else await postOne({ folder, bookbell, page, daemon, body });
    if (stay) await bookbell.app.waitForEvent("close", { timeout: 0 });
    else await bookbell.quit();
  } finally {
    await bookbell.app.close().catch(() => {});
    await itsSlack?.close();
    await daemon?.stop();
    await desktop?.stop();
  }
}

/** Says when one booking was stored, notified and visible. */
async function postOne({ folder, bookbell, page, daemon, body }: Posting): Promise<void> {
  const url = await bookbell.url();
  const posted = Date.now();
  const took = (at: number) => `${Math.max(1, Math.round(at - posted))} ms after the POST`;

  const answer = await fetch(url, {
    method: "POST",
    body: body as BodyInit,
    headers: { "content-type": "application/json" },
  });
  const answered = Date.now();
  const store = new DatabaseSync(path.join(folder, "bookings.sqlite"), { readOnly: true });
  const stored = store.prepare("SELECT count(*) AS count FROM booking").get() as { count: number };
  if (answer.status !== 204 || stored.count !== 1)
    throw new Error(`Not stored: the answer was ${answer.status}.`);
  console.log(`Stored:   ${took(answered)}, answered with 204`);

  const told = await eventually(async () => {
    const row = store.prepare("SELECT outcome, settled_at AS at FROM alert WHERE outcome IS NOT NULL").get();
    return (row as { outcome: string; at: number } | undefined) ?? null;
  });
  if (told.outcome !== "shown") throw new Error(`Not notified: ${told.outcome}.`);
  const held = await daemon?.waitFor(({ state }) => state === "shown");
  console.log(`Notified: ${took(held?.at ?? told.at)}${held ? `, "${held.summary}"` : ""}`);

  await page.locator("li[data-id]", { hasText: "Marty McFly" }).waitFor();
  const visible = await page.evaluate(() => performance.timeOrigin + performance.now());
  console.log(`Visible:  ${took(visible)}, at the latest`);
  const screenshot = path.join(folder, "window.png");
  await page.screenshot({ path: screenshot });
  console.log(`The window: ${screenshot}`);
  store.close();
}
