import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Settings } from "../../main/settings/schema.ts";
import { Child, type Env } from "../support/desktop/child.ts";
import type { TrayItem } from "../support/desktop/tray-item.ts";
import { startTrayHost } from "../support/tray-host.ts";
import { usageOf } from "./processes.ts";
import { profileWith } from "./rivals.ts";
import { median } from "./statistics.ts";
import { atMost, informed, type Line } from "./table.ts";

const repository = path.join(import.meta.dirname, "../..");
const bareTray = path.join(import.meta.dirname, "bare-tray");
/** After a start, until nothing of it is going on any more. */
const settleMs = 20_000;
const watchMs = 60_000;

type Application = "bookbell" | "bare";

/** Starts one of the two as its user would, without Playwright, which costs memory of its own. */
export async function startQuietly(
  application: Application,
  env: Env,
  seeded: string,
  settings: Partial<Settings> = {},
) {
  const folder = application === "bare" ? bareTray : repository;
  const profile = await profileWith(env, seeded, { trayless: true, ...settings });
  const args = ["--no-sandbox", `--user-data-dir=${profile}`, folder, "--hidden"];
  return { child: new Child(process.env.BOOKBELL_ELECTRON ?? "", args, env), profile };
}

/** What Bookbell takes while nothing happens, beside the least that Electron can be in a tray. */
export async function idleBudgets(env: Env, seeded: string): Promise<Line[]> {
  const tray = await startTrayHost(env);
  /** Starts one, and ends it when `use` has found out what it is to. */
  async function running<T>(
    application: Application,
    use: (child: Child, item: TrayItem) => Promise<T>,
  ): Promise<T> {
    const { child } = await startQuietly(application, env, seeded);
    try {
      return await use(child, await tray.nextItem());
    } finally {
      await child.end();
    }
  }
  async function toTray(application: Application): Promise<number> {
    const times: number[] = [];
    for (let i = 0; i < 5; i++) {
      const begun = performance.now();
      times.push(await running(application, async () => performance.now() - begun));
    }
    return median(times);
  }
  try {
    const bare = await running("bare", atRest);
    const { hidden, open, closed } = await running("bookbell", async (child, item) => ({
      hidden: await atRest(child),
      open: await afterClick(child, item),
      closed: await afterClick(child, item),
    }));
    const [bareStart, ownStart] = [await toTray("bare"), await toTray("bookbell")];
    return [
      atMost("idle, window never opened: PSS", hidden.memory / bare.memory, 1.25, "x bare"),
      atMost("idle, window never opened: CPU of one core", hidden.cpuPercent, 0.5, " %"),
      informed("idle: PSS of the bare tray application", bare.memory, " MB"),
      informed("idle: PSS, window never opened", hidden.memory, " MB"),
      informed("idle: PSS, window open", open, " MB"),
      informed("idle: PSS, window hidden", closed, " MB"),
      informed("start to tray icon, median of 5", ownStart, " ms"),
      informed("start to tray icon: the bare one", bareStart, " ms"),
    ];
  } finally {
    tray.stop();
  }
}

/** What it takes while nothing happens. */
export async function atRest({ pid }: Child) {
  await delay(settleMs);
  const before = await usageOf(pid);
  await delay(watchMs);
  const { memory, own, cpuSeconds } = await usageOf(pid);
  return { memory, own, cpuPercent: ((cpuSeconds - before.cpuSeconds) * 100_000) / watchMs };
}

/** Its memory once a click on the icon has shown or hidden the window, in megabytes. */
async function afterClick({ pid }: Child, item: TrayItem): Promise<number> {
  await item.activate();
  await delay(settleMs / 4);
  return (await usageOf(pid)).memory;
}
