import { setTimeout as delay } from "node:timers/promises";
import { type Bookbell, opened, startBookbell } from "../support/bookbell.ts";
import type { Env } from "../support/desktop/child.ts";
import { type NotificationDaemon, notificationDaemon } from "../support/notification-daemon.ts";
import { send } from "./load.ts";
import { profileWith } from "./profile.ts";
import { bookingBody, newBookings, requestWith } from "./requests.ts";

/** The whole application with its window open. */
export interface Setting {
  readonly env: Env;
  /** The database to begin with. */
  readonly seeded: string;
  /** How many webhooks arrive. */
  readonly webhooks: number;
  readonly connections: number;
}

const halfHour = 1_800_000;
/** After that a window that was opened is drawn to its end, with the days beside today. */
const drawnMs = 2_000;

/** How late main's event loop was while webhooks arrived, in milliseconds. */
export function loopDelay(setting: Setting): Promise<{ p99: number; max: number }> {
  return withWindow(setting, async (bookbell) => {
    const loop = await bookbell.app.evaluateHandle(() => {
      const { monitorEventLoopDelay } = process.getBuiltinModule("node:perf_hooks");
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      return delay;
    });
    await arrive(bookbell, setting);
    return loop.evaluate((delay) => {
      delay.disable();
      return { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
    });
  });
}

/** How long the window waited for main while webhooks arrived, in milliseconds each. */
export function windowWaits(setting: Setting): Promise<readonly number[]> {
  return withWindow(setting, async (bookbell) => {
    const page = await bookbell.page();
    const asking = page.evaluate(async () => {
      const waits: number[] = [];
      const ending = new AbortController();
      addEventListener("bench-ends", () => ending.abort(), { once: true });
      while (!ending.signal.aborted) {
        const asked = performance.now();
        const answer = await window.bookbell.window.view();
        if (answer.ok) JSON.parse(answer.json);
        waits.push(performance.now() - asked);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      return waits;
    });
    await arrive(bookbell, setting);
    await page.evaluate(() => dispatchEvent(new Event("bench-ends")));
    return asking;
  });
}

/** As many in a row as are told one by one; the next ones would share a digest, which waits on purpose. */
const apart = 3;

/** From POST to the notification daemon, one booking at a time, in milliseconds each. */
export async function notifyTimes({ env, seeded, webhooks }: Setting): Promise<readonly number[]> {
  const daemon = await notificationDaemon(env);
  const times: number[] = [];
  try {
    while (times.length < webhooks) times.push(...(await fewNotifyTimes(env, seeded, daemon)));
    return times;
  } finally {
    await daemon.stop();
  }
}

async function fewNotifyTimes(env: Env, seeded: string, daemon: NotificationDaemon): Promise<number[]> {
  const bookbell = await startBookbell(env, await profileWith(env, seeded), ["--hidden"]);
  try {
    const port = await portOf(bookbell);
    // One that is over is not told, and answered once the store is open: what a start takes is not a delivery's time.
    const over = Date.now() - 2 * halfHour;
    await send(port, [requestWith(bookingBody(over, over + halfHour, over))], 1);
    const times: number[] = [];
    for (let i = 0; i < apart; i++) {
      const start = Date.now() + halfHour;
      const request = requestWith(bookingBody(start, start + halfHour, Date.now()));
      const earlier = daemon.received.length;
      const sent = performance.timeOrigin + performance.now();
      await send(port, [request], 1);
      const { at } = await daemon.waitFor((one) => daemon.received.indexOf(one) >= earlier);
      times.push(at - sent);
      // One toast at a time: a full screen is the daemon's work, not ours.
      await daemon.closeAll();
    }
    return times;
  } finally {
    await bookbell.app.close();
  }
}

async function withWindow<T>({ env, seeded }: Setting, measure: (bookbell: Bookbell) => Promise<T>) {
  const bookbell = await startBookbell(env, await profileWith(env, seeded));
  try {
    await opened(bookbell);
    // What it takes to open is another budget.
    await delay(drawnMs);
    return await measure(bookbell);
  } finally {
    await bookbell.app.close();
  }
}

const portOf = async (bookbell: Bookbell) => Number(new URL(await bookbell.url()).port);

async function arrive(bookbell: Bookbell, { webhooks, connections }: Setting): Promise<void> {
  await send(await portOf(bookbell), newBookings(webhooks), connections);
}
