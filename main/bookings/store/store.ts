import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Reading } from "../../sources/timekit/read.ts";
import type { Delivery, Taken } from "../delivery.ts";
import { createDeliveryLog } from "./delivery-log.ts";
import { createForgetting } from "./forgetting.ts";
import { createGaps } from "./gaps.ts";
import { createIntake } from "./intake.ts";
import { createNews } from "./news.ts";
import { createReminderRows } from "./reminders.ts";
import { createRemoving } from "./removing.ts";
import { createRepeating } from "./repeating.ts";
import { createRoomMeter } from "./room.ts";
import { createScheduleQueries } from "./schedule-queries.ts";
import { createSearch } from "./search.ts";
import { createTallies } from "./tallies.ts";
import { createTombstones } from "./tombstones.ts";
import { createUpkeep } from "./upkeep.ts";

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
    ...createScheduleQueries(database),
    ...createDeliveryLog(database),
    ...createUpkeep(database, tombstones, removing),
    ...createForgetting(database, read, tombstones, removing),
    ...createGaps(database),
    ...createReminderRows(database),
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
