import { copyFile, open } from "node:fs/promises";
import path from "node:path";
import { localDay } from "../../main/bookings/agenda.ts";
import { reader } from "../../main/sources/registry.ts";
import { openDatabase } from "../../main/store/engine/driver.ts";
import { migrate } from "../../main/store/engine/migrations.ts";
import { createStore, type Store } from "../../main/store/store.ts";
import { bookingBody } from "./requests.ts";

const day = 86_400_000;
const halfHour = 1_800_000;
/** A busy practice: 10,000 bookings are the last five months and the next three, 100,000 almost seven years. */
const aDay = 40;
const together = 1_000;

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Database files that hold so many bookings, as use up to now would have left them; 0 is a fresh one. */
export async function seed(folder: string, sizes: readonly number[]): Promise<Map<number, string>> {
  const files = new Map<number, string>();
  for (const size of sizes) {
    const file = path.join(folder, `${size}.sqlite`);
    fill(file, size, overYears(size));
    await onDisk(file);
    files.set(size, file);
  }
  return files;
}

/** A database whose only bookings are so many of the rest of today: more than anybody has, to see what they cost. */
export async function seedDay(folder: string, count: number): Promise<string> {
  const file = path.join(folder, `day-of-${count}.sqlite`);
  const now = Date.now();
  const step = (localDay(now, zone()).end - now) / (count + 1);
  fill(file, count, (i) => ({ start: now + (i + 1) * step, length: step }));
  return file;
}

/** A copy that is on the disk. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  await onDisk(to);
}

/** Else the kernel would write it out while something is measured. */
async function onDisk(file: string): Promise<void> {
  const handle = await open(file);
  await handle.sync();
  await handle.close();
}

type Slot = (index: number) => { start: number; length: number };

function overYears(most: number): Slot {
  const end = Date.now() + 90 * day;
  return (i) => ({
    start: end - ((most - i) / aDay) * day,
    // One in a hundred lasts a week, so that a day's query has to look back as far as in real life.
    length: i % 100 === 0 ? 7 * day : halfHour,
  });
}

function fill(file: string, count: number, slot: Slot): void {
  const database = openDatabase(file);
  // Nothing here must survive a power cut, and closing brings it all into the file.
  database.exec("PRAGMA synchronous = OFF");
  migrate(database);
  const store = createStore(database, reader);
  for (let i = 0; i < count; i += together) {
    const bodies = Array.from({ length: Math.min(together, count - i) }, (_, j) => {
      const { start, length } = slot(i + j);
      return bookingBody(start, start + length, start - 7 * day);
    });
    store.take(
      bodies.map((body) => ({
        source: "timekit",
        receivedAt: Date.now(),
        via: "webhook",
        headers: {},
        body,
      })),
    );
    // As they came, else all of them would have been told within the last day.
    settleAll(store, Math.floor(Math.min(Date.now(), slot(i).start - 7 * day)));
  }
  store.close();
}

function settleAll(store: Store, at: number): void {
  store.alerts.resolve(store.alerts.owed().map(({ seq }) => ({ seq, outcome: "shown", at })));
}
