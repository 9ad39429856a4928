import { DatabaseSync } from "@photostructure/sqlite";
import { calendly } from "../../main/sources/calendly/source.ts";
import { prefixed } from "../../main/sources/registry.ts";
import type { Reader } from "../../main/sources/source.ts";
import { migrate } from "../../main/store/engine/migrations.ts";
import { createStore } from "../../main/store/store.ts";
import { received } from "./store.ts";

/** Reads Calendly's bodies alone. */
const calendlyReader: Reader = {
  read({ body }) {
    const reading = calendly.read({ body });
    return reading?.ok ? prefixed(reading, "calendly") : reading;
  },
  tellsOf: ({ body }, spellings) => calendly.tellsOf(body, spellings),
};

/** A store in memory that Calendly posts to. */
export function aCalendlyStore() {
  const database = new DatabaseSync(":memory:");
  migrate(database);
  const store = createStore(database, calendlyReader);
  return {
    store,
    database,
    /** What became of each, one by one. */
    take: (...bodies: readonly Buffer[]) =>
      bodies.flatMap((body) => store.take([received(body, Date.parse("2026-12-01T12:00:00Z"))])),
    /** All that is kept, by id. */
    bookings: () =>
      store.bookings
        .page(0)
        .map(({ booking }) => booking)
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    told: () => store.alerts.owed().map(({ booking, change }) => ({ id: booking.id, ...change })),
  };
}
