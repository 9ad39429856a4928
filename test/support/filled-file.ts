import path from "node:path";
import { temporaryFolder } from "./files.ts";
import { aDestination, aRule } from "./outgoing.ts";
import { aStore, received } from "./store.ts";
import { payloadWith } from "./timekit-payloads.ts";

/** The delivery of a booking with that number. */
export const numbered = (i: number) => received(payloadWith("instant.confirmed", { id: `b${i}` }), i + 1);

/**
 * A closed file with so many bookings, of each an alert, all but one, and a message owed, a destination with a rule, a
 * reminder, a gap and an odd body.
 */
export function aFile(bookings: number, folder = temporaryFolder()) {
  const file = path.join(folder, "bookings.sqlite");
  const { store } = aStore(file);
  store.destinations.put(aDestination("slack-1"));
  store.destinations.putRule(aRule({ projects: null, since: 0 }));
  store.take([...Array.from({ length: bookings }, (_, i) => numbered(i)), received(Buffer.from("{"))]);
  store.alerts.resolve([{ seq: 1, outcome: "shown", at: 5 }]);
  store.reminders.enqueue({ bookingId: "b0", start: 10, due: 9 });
  store.gaps.add(20, 30, "asleep");
  store.close();
  return file;
}

/** All that is kept in the file of that name. */
export function keptIn(file: string) {
  const { store, database } = aStore(file);
  const all = (table: string) => database.prepare(`SELECT * FROM ${table} ORDER BY 1`).all();
  const kept = {
    bookings: all("booking"),
    deliveries: all("delivery"),
    changes: all("change"),
    owed: store.alerts.owed().length,
    destinations: store.destinations.list(),
    rules: store.destinations.rules(),
    outgoing: all("outgoing"),
    reminders: store.reminders.between(0, 100),
    gaps: store.gaps.list(),
    found: store.bookings.search({ text: "okafor", state: "all", time: "all" }, 0).bookings.length,
    sound: database.prepare("PRAGMA integrity_check").get(),
  };
  store.close();
  return kept;
}
