import { open, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { reader } from "../../main/sources/registry.ts";
import { openDatabase } from "../../main/store/engine/driver.ts";
import { migrate } from "../../main/store/engine/migrations.ts";
import { createStore } from "../../main/store/store.ts";
import { exampleAt } from "../support/example.ts";
import type { World } from "./world.ts";

const day = 86_400_000;
const oldBookings = 400;

const fileOf = ({ profile }: World) => path.join(profile, "bookings.sqlite");

/** Has Timekit know of new bookings that no webhook brought. */
export function offerBookings({ traffic, timekit }: World, count: number): null {
  for (let i = 0; i < count; i++) {
    const booking = JSON.parse(traffic.offer().body.toString());
    timekit.bookings.set(booking.id, booking);
  }
  return null;
}

/** Keeps bookings of the year before last, which nobody keeps for longer. */
export async function storeOldBookings(world: World): Promise<null> {
  const database = openDatabase(fileOf(world));
  migrate(database);
  const receivedAt = world.now - 600 * day;
  const start = new Date(receivedAt + day);
  const end = new Date(receivedAt + day + 3_600_000);
  const store = createStore(database, reader);
  store.take(
    Array.from({ length: oldBookings }, (_, i) => ({
      source: "timekit" as const,
      receivedAt,
      via: "webhook" as const,
      headers: {},
      body: exampleAt(receivedAt, start, end, { id: `old-${world.daemon.received.length}-${i}` }),
    })),
  );
  store.close();
  return null;
}

/** Overwrites the first page of the bookings, or of their ids: it is met at once, and all can be made again. */
export async function damageBookings(world: World): Promise<null> {
  const database = openDatabase(fileOf(world));
  migrate(database);
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  const all = <Row>(sql: string) => database.prepare(sql).all() as Row[];
  const pages = all<{ rootpage: number }>(
    "SELECT rootpage FROM sqlite_schema WHERE name IN ('booking', 'sqlite_autoindex_booking_1')",
  );
  const [{ page_size: size }] = all<{ page_size: number }>("PRAGMA page_size") as [{ page_size: number }];
  database.close();
  const page = world.random.pick(pages).rootpage;
  const file = await open(fileOf(world), "r+");
  await file.write(Buffer.alloc(size, 0xa5), 0, size, (page - 1) * size);
  await file.close();
  return null;
}

/** Removes the damaged files that were set aside: a long run would fill its small disk with them. */
export async function removeSetAside({ profile }: World): Promise<void> {
  for (const name of await readdir(profile))
    if (name.startsWith("bookings.sqlite.damaged-")) await rm(path.join(profile, name));
}
