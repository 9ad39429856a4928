import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Delivery, Taken } from "../bookings/delivery.ts";
import type { Reading } from "../sources/timekit/read.ts";
import { createDeliveries } from "./tables/deliveries.ts";
import { createForgetting } from "./tables/forgetting.ts";
import { createGaps } from "./tables/gaps.ts";
import { createIntake } from "./tables/intake.ts";
import { createNews } from "./tables/news.ts";
import { createReminders } from "./tables/reminders.ts";
import { createRemoving } from "./tables/removing.ts";
import { createRepeating } from "./tables/repeating.ts";
import { createSchedule } from "./tables/schedule.ts";
import { createSearch } from "./tables/search.ts";
import { createTallies } from "./tables/tallies.ts";
import { createTombstones } from "./tables/tombstones.ts";
import { createUpkeep } from "./tables/upkeep.ts";
import { createRoomMeter } from "./thread/room.ts";

export type Store = ReturnType<typeof createStore>;

/** The bookings, deliveries and alerts of one database, which must be migrated. Every call blocks its thread. */
export function createStore(database: Database, read: (body: Uint8Array) => Reading) {
  const { count, clear, ...tallies } = createTallies(database);
  const tombstones = createTombstones(database);
  const removing = createRemoving(database, tombstones);
  const intake = createIntake(database, read, { count, clear }, tombstones);
  const { growing, room } = createRoomMeter(database);
  return {
    /** Keeps deliveries, what they change and the alerts they owe: all durable when it returns, or none. */
    take: (deliveries: readonly Delivery[]): Taken[] => growing(deliveries, () => intake.take(deliveries)),
    room,
    ...tallies,
    ...createSchedule(database),
    ...createDeliveries(database),
    ...createUpkeep(database, tombstones, removing),
    ...createForgetting(database, read, tombstones, removing),
    ...createGaps(database),
    ...createReminders(database),
    ...createNews(database),
    ...createRepeating(database),
    ...createSearch(database),
    /** Brings what was written into the file itself, without waiting for anybody; to be called every minute. */
    checkpoint: (): void => database.exec("PRAGMA wal_checkpoint(PASSIVE)"),
    close(): void {
      try {
        database.exec("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)");
      } finally {
        database.close();
      }
    },
  };
}
