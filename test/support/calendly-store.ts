import { reader } from "../../main/sources/registry.ts";
import { migrate } from "../../main/store/engine/migrations.ts";
import { createStore } from "../../main/store/store.ts";
import { DatabaseSync } from "./sqlite.ts";
import { received } from "./store.ts";

/** A delivery of Calendly's, received at that moment. */
export const fromCalendly = (body: Buffer, receivedAt: number) => ({
  ...received(body, receivedAt),
  source: "calendly" as const,
});

/** A store in memory that Calendly posts to. */
export function aCalendlyStore() {
  const database = new DatabaseSync(":memory:");
  migrate(database);
  const store = createStore(database, reader);
  return {
    store,
    database,
    /** What became of each, one by one. */
    take: (...bodies: readonly Buffer[]) =>
      bodies.flatMap((body) => store.take([fromCalendly(body, Date.parse("2026-12-01T12:00:00Z"))])),
    /** All that is kept, by id. */
    bookings: () =>
      store.bookings
        .page(0)
        .map(({ booking }) => booking)
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    told: () => store.alerts.owed().map(({ booking, change }) => ({ id: booking.id, ...change })),
  };
}
