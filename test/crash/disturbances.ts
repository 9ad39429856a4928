import { existsSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import path from "node:path";
import { connectBus, watchNames } from "../support/desktop/bus.ts";
import { within } from "../support/desktop/changes.ts";
import { patienceMs } from "../support/patience.ts";
import { DatabaseSync } from "../support/sqlite.ts";
import { hasOwnDisk, type World } from "./world.ts";

/** What makes Bookbell's life hard for a while; settles once it does. @returns what ends it. */
export type Disturbance = (world: World) => Promise<() => Promise<void>>;

/** The notification daemon takes nothing, and has it all at once when it goes on. */
async function daemonHangs({ dunst }: World) {
  const { pid } = dunst;
  process.kill(pid, "SIGSTOP");
  return async () => void process.kill(pid, "SIGCONT");
}

/** There is no daemon, until another one starts. */
async function daemonIsAway(world: World) {
  await endDaemon(world);
  return async () => {
    world.dunst.pid = await world.desktop.startDaemon();
  };
}

/** Another daemon takes the place of one that hangs. */
async function daemonIsReplaced(world: World) {
  process.kill(world.dunst.pid, "SIGSTOP");
  return async () => {
    await endDaemon(world);
    world.dunst.pid = await world.desktop.startDaemon();
  };
}

/** Settles once its name on the bus is free, too. */
async function endDaemon({ desktop, dunst }: World) {
  const bus = await connectBus(desktop.env);
  const free = new Promise<void>((resolve) => {
    void watchNames(bus, "arg0='org.freedesktop.Notifications'", (_, owner) => {
      if (owner === "") resolve();
    }).then(() => process.kill(dunst.pid, "SIGKILL"));
  });
  await within(free, patienceMs, "The daemon keeps its name");
  bus.disconnect();
}

/** Another program writes to the bookings, and takes its time. */
async function storeIsLocked({ profile }: World) {
  const file = path.join(profile, "bookings.sqlite");
  if (!existsSync(file)) return async () => {};
  const other = new DatabaseSync(file);
  try {
    other.exec("PRAGMA busy_timeout = 1000; BEGIN IMMEDIATE");
  } catch {
    // Bookbell holds it itself, or it is damaged: then nobody locks it.
    other.close();
    return async () => {};
  }
  return async () => {
    other.exec("COMMIT");
    other.close();
  };
}

/** No byte more can be written, of bookings or settings. */
async function diskIsFull({ disk }: World) {
  const filler = path.join(disk, "filler");
  const file = await open(filler, "w");
  const some = Buffer.alloc(1024 * 1024);
  try {
    for (;;) await file.write(some);
  } catch {
    // Full.
  } finally {
    await file.close();
  }
  return () => rm(filler);
}

/** All of them, by the names that a run prints. */
export const disturbances: Readonly<Record<string, Disturbance>> = {
  "daemon hangs": daemonHangs,
  "daemon away": daemonIsAway,
  "daemon replaced": daemonIsReplaced,
  "store locked": storeIsLocked,
  ...(hasOwnDisk && { "disk full": diskIsFull }),
};
