import { setTimeout as delay } from "node:timers/promises";
import type { Child, Env } from "../support/desktop/child.ts";
import type { TrayItem } from "../support/desktop/tray-item.ts";
import { startTrayHost, type TrayHost } from "../support/tray-host.ts";
import { usageOf } from "./processes.ts";
import { type Application, atRest, settleMs, startQuietly } from "./quiet.ts";
import { median } from "./statistics.ts";
import { atMost, informed, type Line } from "./table.ts";

/** Starts one, and ends it when `use` has found out what it is to. */
type Running = <T>(
  application: Application,
  use: (child: Child, item: TrayItem) => Promise<T>,
  preloads?: readonly string[],
) => Promise<T>;

const runningOn =
  (tray: TrayHost, env: Env, seeded: string): Running =>
  async (application, use, preloads) => {
    const { child } = await startQuietly(application, env, seeded, {}, preloads);
    try {
      return await use(child, await tray.nextItem());
    } finally {
      await child.end();
    }
  };

/** What Bookbell takes to start and while nothing happens, beside the least that Electron can be in a tray. */
export async function idleBudgets(env: Env, seeded: string, starts: number): Promise<Line[]> {
  const tray = await startTrayHost(env);
  try {
    const running = runningOn(tray, env, seeded);
    // The first on a display loads Mesa for GTK, 10 MB, and leaves what it has found to all after it.
    await running("bare", async () => {});
    return [...(await memoryBudgets(running)), ...(await startBudgets(running, starts))];
  } finally {
    tray.stop();
  }
}

/** One after the other, for two at once would share memory. */
async function memoryBudgets(running: Running): Promise<Line[]> {
  const bare = await running("bare", (child) => atRest(child));
  const { hidden, open, closed } = await running("bookbell", async (child, item) => ({
    hidden: await atRest(child),
    open: await afterClick(child, item),
    closed: await afterClick(child, item),
  }));
  const letGo = await running(
    "bookbell",
    async (child, item) => {
      await delay(settleMs);
      await afterClick(child, item);
      await afterClick(child, item);
      return (await atRest(child)).memory;
    },
    ["soon.cjs"],
  );
  return [
    atMost("idle, window never opened: PSS", hidden.memory / bare.memory, 1.15, "x bare"),
    atMost("idle, page let go: PSS", letGo / bare.memory, 1.2, "x bare"),
    atMost("idle, window never opened: CPU of one core", hidden.cpuPercent, 0.3, " %"),
    informed("idle: CPU of one core, the bare tray application", bare.cpuPercent, " %"),
    informed("idle: PSS of the bare tray application", bare.memory, " MB"),
    informed("idle: PSS, window never opened", hidden.memory, " MB"),
    informed("idle: PSS, window open", open, " MB"),
    informed("idle: PSS, window hidden", closed, " MB"),
    informed("idle: PSS, page let go", letGo, " MB"),
  ];
}

/** Its memory once a click on the icon has shown or hidden the window, in megabytes. */
async function afterClick({ pid }: Child, item: TrayItem): Promise<number> {
  await item.activate();
  await delay(settleMs / 4);
  return (await usageOf(pid)).memory;
}

/** In turns, so that a slow moment of the machine falls on both. */
async function startBudgets(running: Running, starts: number): Promise<Line[]> {
  async function toTray(application: Application): Promise<number> {
    const begun = performance.now();
    return running(application, async () => performance.now() - begun);
  }
  const [bare, own]: [number[], number[]] = [[], []];
  for (let i = 0; i < starts; i++) {
    bare.push(await toTray("bare"));
    own.push(await toTray("bookbell"));
  }
  return [
    atMost(`start to tray icon, median of ${starts}`, median(own) / median(bare), 1.6, "x bare"),
    informed("start to tray icon, least", Math.min(...own) / Math.min(...bare), "x bare"),
    informed("start to tray icon, median", median(own), " ms"),
    informed("start to tray icon, least", Math.min(...own), " ms"),
    informed("start to tray icon: the bare one, median", median(bare), " ms"),
    informed("start to tray icon: the bare one, least", Math.min(...bare), " ms"),
  ];
}
