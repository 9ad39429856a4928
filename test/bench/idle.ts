import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Child, type Env } from "../support/desktop/child.ts";
import { startTrayHost, type TrayHost } from "../support/tray-host.ts";
import { usageOf } from "./processes.ts";
import { profileWith } from "./rivals.ts";
import { median } from "./statistics.ts";
import { atMost, informed, type Line } from "./table.ts";

const repository = path.join(import.meta.dirname, "../..");
const bareTray = path.join(import.meta.dirname, "bare-tray");
/** After a start, until nothing of it is going on any more. */
const settleMs = 20_000;
const watchMs = 60_000;

/** Starts one of the two as its user would, without Playwright, which costs memory of its own. */
export async function startQuietly(application: "bookbell" | "bare", env: Env, seeded: string) {
  const folder = application === "bare" ? bareTray : repository;
  const profile = await profileWith(env, seeded, { trayless: true });
  const args = ["--no-sandbox", `--user-data-dir=${profile}`, folder, "--hidden"];
  return { child: new Child(process.env.BOOKBELL_ELECTRON ?? "", args, env), profile };
}

/** What Bookbell takes while nothing happens, beside the least that Electron can be in a tray. */
export async function idleBudgets(env: Env, seeded: string): Promise<Line[]> {
  const tray = await startTrayHost(env);
  try {
    const bare = await atRest("bare", env, seeded, tray);
    const own = await atRest("bookbell", env, seeded, tray);
    const [bareStart, ownStart] = [
      await toTray("bare", env, seeded, tray),
      await toTray("bookbell", env, seeded, tray),
    ];
    return [
      atMost("idle, window never opened: PSS", own.hidden / bare.hidden, 1.25, "x bare"),
      atMost("idle, window never opened: CPU of one core", own.cpuPercent, 0.5, " %"),
      informed("idle: PSS of the bare tray application", bare.hidden, " MB"),
      informed("idle: PSS, window never opened", own.hidden, " MB"),
      informed("idle: PSS, window open", own.open, " MB"),
      informed("idle: PSS, window hidden", own.closed, " MB"),
      informed("start to tray icon, median of 5", ownStart, " ms"),
      informed("start to tray icon: the bare one", bareStart, " ms"),
    ];
  } finally {
    tray.stop();
  }
}

async function atRest(application: "bookbell" | "bare", env: Env, seeded: string, tray: TrayHost) {
  const { child } = await startQuietly(application, env, seeded);
  try {
    const item = await tray.nextItem();
    await delay(settleMs);
    const before = await usageOf(child.pid);
    await delay(watchMs);
    const after = await usageOf(child.pid);
    const cpuPercent = ((after.cpuSeconds - before.cpuSeconds) * 100_000) / watchMs;
    if (application === "bare") return { hidden: after.memory, cpuPercent, open: 0, closed: 0 };
    const clicked = async () => {
      await item.activate();
      await delay(settleMs / 4);
      return (await usageOf(child.pid)).memory;
    };
    return { hidden: after.memory, cpuPercent, open: await clicked(), closed: await clicked() };
  } finally {
    await child.end();
  }
}

async function toTray(
  application: "bookbell" | "bare",
  env: Env,
  seeded: string,
  tray: TrayHost,
): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const begun = performance.now();
    const { child } = await startQuietly(application, env, seeded);
    await tray.nextItem();
    times.push(performance.now() - begun);
    await child.end();
  }
  return median(times);
}
