import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { openDatabase } from "../../main/store/engine/driver.ts";
import { startDesktop } from "../support/desktop/session.ts";
import { portOf } from "../support/launched.ts";
import { startTrayHost } from "../support/tray-host.ts";
import { send } from "./load.ts";
import { usageOf } from "./processes.ts";
import { startQuietly } from "./quiet.ts";
import { newBookings } from "./requests.ts";
import { seed } from "./seed.ts";
import { median } from "./statistics.ts";
import { atMost, informed, type Line, tableOf } from "./table.ts";

const deliveries = 2_000;
const samples = 60;
const stored = 10_000;

/** How many have been sent by the end of that sample. */
const sentBy = (sample: number) => Math.round((sample * deliveries) / samples);

/**
 * Has that many minutes' worth of deliveries come to a Bookbell whose window was opened once, and looks whether its
 * memory stays level; false when it does not.
 */
export async function runHour(minutes: number): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), "bookbell-hour-"));
  const desktop = await startDesktop({ windowManager: true });
  const { env } = desktop;
  const tray = await startTrayHost(env);
  try {
    const seeded = (await seed(folder, [stored])).get(stored) ?? "";
    const { child: bare } = await startQuietly("bare", env, seeded);
    await tray.nextItem();
    const { child: bookbell, profile } = await startQuietly("bookbell", env, seeded);
    const item = await tray.nextItem();
    const port = await portOf(bookbell);
    const spanMs = (minutes * 60_000) / samples;
    // Shown and hidden again: its page is let go after ten minutes.
    for (const _ of ["shown", "hidden"]) {
      await item.activate();
      await delay(5_000);
    }
    const begun = await usageOf(bookbell.pid);
    const memory: number[] = [];
    for (let sample = 1; sample <= samples; sample++) {
      await spread(port, sentBy(sample) - sentBy(sample - 1), spanMs);
      memory.push((await usageOf(bookbell.pid)).memory);
      console.log(`  ${sample} of ${samples}: ${memory.at(-1)?.toFixed(1)} MB`);
    }
    const ended = await usageOf(bookbell.pid);
    const bareMemory = (await usageOf(bare.pid)).memory;
    await bare.end();
    await bookbell.end();
    const cpu = ((ended.cpuSeconds - begun.cpuSeconds) * 100) / (minutes * 60);
    const kept = countsOf(path.join(profile, "bookings.sqlite"));
    const last = median(memory.slice(-samples / 6));
    const lines: Line[] = [
      atMost(
        "PSS of the last sixth against that of the third",
        last / median(memory.slice(samples / 3, samples / 2)),
        1.05,
        "x",
      ),
      informed("PSS at the end, page let go: against a bare tray application", last / bareMemory, "x"),
      informed("PSS at the end", last, " MB"),
      informed("CPU of one core, with a delivery every 1.8 s", cpu, " %"),
      atMost("deliveries not stored", stored + deliveries - kept.deliveries, 0, ""),
      atMost("alerts still owed", kept.owed, 0, ""),
    ];
    console.log(`\n${tableOf(lines)}\n`);
    return lines.every(({ kept }) => kept !== false);
  } finally {
    tray.stop();
    await desktop.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sends so many, evenly over that time. */
async function spread(port: number, count: number, ms: number): Promise<void> {
  const begun = performance.now();
  for (const [i, request] of newBookings(count).entries()) {
    await send(port, [request], 1);
    await delay(Math.max(0, ((i + 1) * ms) / count - (performance.now() - begun)));
  }
}

function countsOf(file: string) {
  const database = openDatabase(file);
  const count = (sql: string) => (database.prepare(sql).get() as { count: number }).count;
  const counts = {
    deliveries: count("SELECT count(*) AS count FROM delivery"),
    owed: count("SELECT count(*) AS count FROM alert WHERE outcome IS NULL"),
  };
  database.close();
  return counts;
}
