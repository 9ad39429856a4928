import path from "node:path";
import { openDatabase } from "../../main/bookings/store/driver.ts";
import { migrate } from "../../main/bookings/store/migrations.ts";
import { createStore } from "../../main/bookings/store/store.ts";
import { readDelivery } from "../../main/sources/timekit/read.ts";
import { temporaryFolder } from "./files.ts";

/** A delivery of these bytes, received a moment after the epoch unless told otherwise. */
export const received = (body: Buffer, receivedAt = 7) => ({
  receivedAt,
  via: "webhook" as const,
  headers: {},
  body,
});

/** A store in this thread, on a file that is gone when the test ends. */
export function aStore(file = path.join(temporaryFolder(), "bookings.sqlite")) {
  const database = openDatabase(file);
  migrate(database);
  return { store: createStore(database, readDelivery), database, file };
}
