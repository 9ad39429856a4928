import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Notified } from "../support/desktop/notified.ts";
import { type Desktop, startDesktop } from "../support/desktop/session.ts";
import { type NotificationDaemon, notificationDaemon } from "../support/notification-daemon.ts";
import type { Random } from "../support/random.ts";
import { startTimekitApi } from "../support/timekit-api.ts";
import { zoneOfMorning } from "../support/today.ts";
import type { Account } from "./account.ts";
import { Traffic } from "./traffic.ts";
import { startVictim, type Victim } from "./victim.ts";

/** All that lasts over the rounds: a desktop, Timekit, and one profile with what was posted to it. */
export interface World {
  readonly desktop: Desktop;
  readonly daemon: NotificationDaemon;
  readonly timekit: Awaited<ReturnType<typeof startTimekitApi>>;
  /** The folder that the profiles are in: a small disk of its own, where that can be had. */
  readonly disk: string;
  readonly profile: string;
  readonly traffic: Traffic;
  readonly random: Random;
  readonly now: number;
  /** What its alerts came to after each round. */
  readonly accounts: Account[];
  /** The notifications of this profile's runs. */
  received(): readonly Notified[];
  /** From which to which of all notifications were of another profile's. */
  readonly others: [from: number, to: number][];
  /** The notification daemon's process; a disturbance may replace it. */
  readonly dunst: { pid: number };
  start(args: readonly string[]): Victim;
  stop(): Promise<void>;
}

const token = "k".repeat(43);
/** Room for a long run, and little enough to be filled in no time. */
const diskSize = "96m";

/** Whether a small disk of its own can be had, which only root may mount. */
export const hasOwnDisk = process.getuid?.() === 0;

export async function startWorld(random: Random): Promise<World> {
  const now = Date.now();
  const desktop = await startDesktop({ daemon: "none", env: { TZ: zoneOfMorning(now) } });
  const daemon = await notificationDaemon(desktop.env);
  const others: World["others"] = [];
  const timekit = await startTimekitApi();
  const disk = path.join(desktop.dir, "disk");
  const profile = path.join(disk, "profile");
  await mkdir(disk);
  if (hasOwnDisk) execFileSync("mount", ["-t", "tmpfs", "-o", `size=${diskSize}`, "none", disk]);
  await mkdir(profile);
  const secrets = { timekit: { kept: "plain", data: timekit.key } };
  await writeSettings(profile, { secrets, watermark: now });
  const env = { ...desktop.env, BOOKBELL_TIMEKIT_API: timekit.url };
  return {
    desktop,
    daemon,
    timekit,
    disk,
    profile,
    traffic: new Traffic(random, now, 0),
    random,
    now,
    accounts: [],
    received: () => daemon.received.filter((_, at) => !others.some(([from, to]) => at >= from && at < to)),
    others,
    dunst: { pid: await desktop.startDaemon() },
    start: (args) => startVictim(env, profile, args),
    async stop() {
      await timekit.stop();
      await daemon.stop();
      if (hasOwnDisk) execFileSync("umount", ["-l", disk]);
      await desktop.stop();
    },
  };
}

/** Another profile on the same desktop, for what happens only once to each; its bookings are numbered on their own. */
export async function anotherProfile(world: World, name: string): Promise<World> {
  const { desktop, disk, random, now, daemon } = world;
  const from = daemon.received.length;
  const profile = path.join(disk, `${name}-${from}`);
  await mkdir(profile);
  return {
    ...world,
    profile,
    accounts: [],
    traffic: new Traffic(random, now, (1 + world.others.length) * 1_000_000),
    received: () => daemon.received.slice(from),
    start: (args) => startVictim(desktop.env, profile, args),
    async stop() {
      world.others.push([from, daemon.received.length]);
      await rm(profile, { recursive: true });
    },
  };
}

/** What is kept in these profiles is kept for good: their bookings have a day that is past one day. */
export const writeSettings = (profile: string, more: object = {}): Promise<void> =>
  writeFile(
    path.join(profile, "settings.json"),
    JSON.stringify({ port: 28_655, token, setup: "done", ...more }),
  );
