import { copyFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { written } from "./files.ts";
import { damageBookings, offerBookings, storeOldBookings } from "./prepared.ts";
import type { Victim } from "./victim.ts";
import { anotherProfile, type World, writeSettings } from "./world.ts";

/** An instant at which Bookbell is in the middle of something. */
export interface Seam {
  /** What must be so before Bookbell starts; another world when it is not that of the other rounds. */
  prepare?(world: World): Promise<World | null>;
  /** Settles at the instant, which may not come while something disturbs. */
  reached(world: World, victim: Victim): Promise<unknown>;
  /** The next start has something to mend before it can take deliveries. */
  readonly mends?: true;
}

const longestStartMs = 700;
const longestLifeMs = 900;
const release = path.join(import.meta.dirname, "../fixtures/databases/0.1.0.sqlite");

const start: Seam = { reached: ({ random }) => delay(random.below(longestStartMs)) };

const anywhere: Seam = {
  reached: async ({ random }, victim) => {
    await victim.listening;
    await delay(random.below(longestLifeMs));
  },
};

const firstStart: Seam = {
  prepare: (world) => anotherProfile(world, "first"),
  reached: ({ random }) => delay(random.below(longestStartMs)),
};

const migration: Seam = {
  async prepare(world) {
    const other = await anotherProfile(world, "released");
    await writeSettings(other.profile, { keepDeliveriesDays: 0, keepBookingsDays: 0 });
    await copyFile(release, path.join(other.profile, "bookings.sqlite"));
    return other;
  },
  reached: (world) => written(world, /^bookings\.sqlite-/, 8),
};

const salvage: Seam = {
  prepare: damageBookings,
  reached: (world) => written(world, /^bookings\.sqlite\./, 4),
  mends: true,
};

const prune: Seam = {
  prepare: storeOldBookings,
  reached: (world) => written(world, /^bookings\.sqlite-wal$/, 12),
};

const catchUpPage: Seam = {
  prepare: async (world) => offerBookings(world, 120),
  async reached({ timekit, random }) {
    await timekit.next(new RegExp(`/bookings\\?.*page=${1 + random.below(2)}\\b`));
    await delay(random.below(60));
  },
};

const settingsWrite: Seam = {
  prepare: async (world) => offerBookings(world, 3),
  reached: (world) => written(world, /^settings\.json/, 3),
};

const noteWrite: Seam = { reached: (world) => written(world, /^told/, 2) };

const telling: Seam = {
  async reached({ daemon, random }) {
    const wanted = daemon.received.length + 1 + random.below(3);
    await daemon.waitFor(() => daemon.received.length >= wanted);
  },
};

/** All of them, by the names that a run prints. */
export const seams: Readonly<Record<string, Seam>> = {
  start,
  anywhere,
  "first start": firstStart,
  migration,
  salvage,
  prune,
  "catch-up page": catchUpPage,
  "settings write": settingsWrite,
  "note write": noteWrite,
  telling,
};
