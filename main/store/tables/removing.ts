import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Removed } from "../../../common/delivery.ts";
import type { Tombstones } from "./tombstones.ts";

export const nothing: Removed = { bookings: 0, deliveries: 0, alerts: 0 };

export const sum = (one: Removed, other: Removed): Removed => ({
  bookings: one.bookings + other.bookings,
  deliveries: one.deliveries + other.deliveries,
  alerts: one.alerts + other.alerts,
});

/** Takes bookings and deliveries out, and remembers that they are gone. All as part of the transaction that is open. */
export function createRemoving(database: Database, tombstones: Tombstones) {
  const sql = statements(database);

  const run = (statement: keyof typeof sql, value: string | number) =>
    Number(sql[statement].run(value).changes);

  return {
    /** A booking with all its deliveries, changes, alerts and reminders. `at`: epoch milliseconds. */
    removeBooking(id: string, at: number): Removed {
      const known = sql.revision.get(id) as { revision: string } | undefined;
      if (known) tombstones.bury(id, known.revision, at);
      // What refers to another goes first, else the other's body would go from one to the next.
      const deliveries = run("removeAgainOf", id) + run("removeDeliveriesOf", id);
      // Its alerts go with it.
      const alerts = run("removeChanges", id);
      return { bookings: run("removeBooking", id), deliveries, alerts };
    },
    /** A single delivery, with those that brought the same bytes again. */
    removeDelivery: (seq: number): Removed => ({
      ...nothing,
      deliveries: run("removeAgain", seq) + run("removeDelivery", seq),
    }),
  };
}

export type Removing = ReturnType<typeof createRemoving>;

function statements(database: Database) {
  return {
    revision: database.prepare(
      "SELECT known ->> '$.facts.standing.revision' AS revision FROM booking WHERE id = ?",
    ),
    removeAgainOf: database.prepare("DELETE FROM delivery WHERE booking_id = ? AND first IS NOT NULL"),
    removeDeliveriesOf: database.prepare("DELETE FROM delivery WHERE booking_id = ?"),
    removeChanges: database.prepare("DELETE FROM change WHERE booking_id = ?"),
    removeBooking: database.prepare("DELETE FROM booking WHERE id = ?"),
    removeAgain: database.prepare("DELETE FROM delivery WHERE first = ?"),
    removeDelivery: database.prepare("DELETE FROM delivery WHERE seq = ?"),
  };
}
