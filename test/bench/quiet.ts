import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Settings } from "../../main/settings/schema.ts";
import { Child, type Env } from "../support/desktop/child.ts";
import { usageOf } from "./processes.ts";
import { profileWith } from "./profile.ts";

const repository = path.join(import.meta.dirname, "../..");
const bareTray = path.join(import.meta.dirname, "bare-tray");
/** After a start, until nothing of it is going on any more. */
export const settleMs = 20_000;
/** After that V8 has also collected what a start leaves behind, twice or three times. */
const restMs = 120_000;
const watchMs = 60_000;

export type Application = "bookbell" | "bare";

/** Starts one of the two as its user would, without Playwright, which costs memory of its own. */
export async function startQuietly(
  application: Application,
  env: Env,
  seeded: string,
  settings: Partial<Settings> = {},
  preloads: readonly string[] = [],
) {
  const profile = await profileWith(env, seeded, { trayless: true, ...settings });
  return { child: launchQuietly(application, env, profile, preloads), profile };
}

/** The same with a profile that is there. */
export function launchQuietly(
  application: Application,
  env: Env,
  profile: string,
  preloads: readonly string[] = [],
): Child {
  const folder = application === "bare" ? bareTray : repository;
  const loading = preloads.flatMap((file) => ["-r", path.join(import.meta.dirname, file)]);
  const args = [...loading, "--no-sandbox", `--user-data-dir=${profile}`, folder, "--hidden"];
  return new Child(process.env.BOOKBELL_ELECTRON ?? "", args, env);
}

/** What it takes while nothing happens, so long after its start, in milliseconds. */
export async function atRest({ pid }: Child, settledMs = restMs) {
  await delay(settledMs);
  const before = await usageOf(pid);
  await delay(watchMs);
  const { memory, own, cpuSeconds } = await usageOf(pid);
  return { memory, own, cpuPercent: ((cpuSeconds - before.cpuSeconds) * 100_000) / watchMs };
}
