import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Delivery, Taken } from "../bookings/delivery.ts";
import type { Reader } from "../sources/source.ts";
import { createActivity } from "./tables/activity.ts";
import { createAlertRows } from "./tables/alerts.ts";
import { createBookings } from "./tables/bookings.ts";
import { createDeliveries } from "./tables/deliveries.ts";
import { createDestinationRows } from "./tables/destinations.ts";
import { createForgetting } from "./tables/forgetting.ts";
import { createGaps } from "./tables/gaps.ts";
import { createIntake } from "./tables/intake.ts";
import { createNews } from "./tables/news.ts";
import { createOutgoing } from "./tables/outgoing.ts";
import { createReminderRows } from "./tables/reminders.ts";
import { createRemoving } from "./tables/removing.ts";
import { createRepeating } from "./tables/repeating.ts";
import { createSchedule } from "./tables/schedule.ts";
import { createSearch } from "./tables/search.ts";
import { createTallies } from "./tables/tallies.ts";
import { createTombstones } from "./tables/tombstones.ts";
import { createUpkeep } from "./tables/upkeep.ts";
import { createRoomMeter } from "./thread/room.ts";
import { createSetAside } from "./thread/set-aside.ts";

export type Store = ReturnType<typeof createStore>;

/**
 * The bookings, deliveries and alerts of one database, which must be migrated. Every call blocks its thread. What the
 * main thread can ask is derived from this value: a call that is added to a group here can be asked there.
 */
export function createStore(database: Database, reader: Reader) {
  const { count, ...tallies } = createTallies(database);
  const tombstones = createTombstones(database);
  const removing = createRemoving(database, tombstones);
  const { letGo, ...setAside } = createSetAside(database);
  const intake = createIntake(database, reader, { count, clear: tallies.clear }, tombstones);
  const gaps = createGaps(database);
  const { growing, room } = createRoomMeter(database);
  const probe = database.prepare("INSERT OR REPLACE INTO meta VALUES ('probed', 1)");
  return {
    /** Keeps deliveries, what they change and the alerts they owe: all durable when it returns, or none. */
    take: (deliveries: readonly Delivery[]): Taken[] => growing(deliveries, () => intake.take(deliveries)),
    bookings: { ...createBookings(database, removing), ...createSearch(database) },
    schedule: createSchedule(database),
    alerts: { ...createAlertRows(database), ...createRepeating(database) },
    reminders: createReminderRows(database),
    deliveries: createDeliveries(database),
    news: createNews(database),
    destinations: createDestinationRows(database),
    outgoing: createOutgoing(database),
    gaps,
    activity: createActivity(database, gaps.list),
    tallies,
    upkeep: {
      ...createUpkeep(database, tombstones, removing, letGo),
      ...createForgetting(database, reader, tombstones, removing),
    },
    setAside,
    file: {
      room,
      /** Whether it can be written to right now. @throws when it cannot. */
      probe: (): void => void probe.run(),
      /** Brings what was written into the file itself, without waiting for anybody; to be called every minute. */
      checkpoint: (): void => database.exec("PRAGMA wal_checkpoint(PASSIVE)"),
    },
    close(): void {
      try {
        database.exec("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)");
      } finally {
        database.close();
      }
    },
  };
}
