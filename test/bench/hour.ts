import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { openDatabase } from "../../main/store/engine/driver.ts";
import { startDesktop } from "../support/desktop/session.ts";
import { startTrayHost } from "../support/tray-host.ts";
import { startBusy } from "./busy.ts";
import { usageOf } from "./processes.ts";
import { settleMs, startQuietly } from "./quiet.ts";
import { type RelayWorld, withRelay } from "./relay-world.ts";
import { seed } from "./seed.ts";
import { median } from "./statistics.ts";
import { atMost, informed, type Line, tableOf } from "./table.ts";

const deliveries = 2_000;
const samples = 60;
const stored = 10_000;
/** Each delivery is a change, of which each is told. */
const destinations = 3;
/** Of these. */
const toSlack = 2;

/** How many have been sent by the end of that sample. */
const sentBy = (sample: number) => Math.round((sample * deliveries) / samples);

/**
 * Has that many minutes' worth of deliveries come to a Bookbell that has all there is and whose window was opened once, and
 * looks whether its memory stays level; false when it does not, or something is lost or comes twice.
 */
export async function runHour(minutes: number): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), "bookbell-hour-"));
  try {
    return await withRelay(folder, (relay) => hourWith(relay, folder, minutes));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function hourWith(relay: RelayWorld, folder: string, minutes: number): Promise<boolean> {
  const desktop = await startDesktop({ windowManager: true });
  const { env } = desktop;
  const tray = await startTrayHost(env);
  try {
    const seeded = (await seed(folder, [stored])).get(stored) ?? "";
    const { child: bare } = await startQuietly("bare", env, seeded);
    await tray.nextItem();
    const bookbell = await startBusy(env, seeded, relay);
    const { pid } = bookbell.child;
    const item = await tray.nextItem();
    const spanMs = (minutes * 60_000) / samples;
    // Shown and hidden again: its page is let go after ten minutes.
    for (const _ of ["shown", "hidden"]) {
      await item.activate();
      await delay(5_000);
    }
    const begun = await usageOf(pid);
    const own: number[] = [];
    for (let sample = 1; sample <= samples; sample++) {
      await spread(sentBy(sample - 1), sentBy(sample), spanMs, bookbell.post);
      const now = await usageOf(pid);
      own.push(now.own);
      console.log(`  ${sample} of ${samples}: ${now.memory.toFixed(1)} MB, ${now.own.toFixed(1)} of no file`);
    }
    const ended = await usageOf(pid);
    // For the last ones to be sent on, in turn and not faster than Slack wants them.
    await delay(settleMs);
    const bareMemory = (await usageOf(bare.pid)).memory;
    await bare.end();
    await bookbell.stop();
    const cpu = ((ended.cpuSeconds - begun.cpuSeconds) * 100) / (minutes * 60);
    const kept = countsOf(bookbell.file);
    const lines: Line[] = [
      // What other programs share with it, or no more, is not Bookbell's.
      atMost(
        "PSS (no files) of the last sixth against that of the third",
        median(own.slice(-samples / 6)) / median(own.slice(samples / 3, samples / 2)),
        1.05,
        "x",
      ),
      informed(
        "PSS at the end, page let go: against a bare tray application",
        ended.memory / bareMemory,
        "x",
      ),
      informed("PSS at the end", ended.memory, " MB"),
      informed("CPU of one core, with a delivery every 1.8 s", cpu, " %"),
      atMost("deliveries not stored", stored + deliveries - kept.deliveries, 0, ""),
      atMost("alerts still owed", kept.owed, 0, ""),
      atMost("messages not sent on", deliveries * destinations - kept.sent, 0, ""),
      atMost("messages that came to Slack twice", bookbell.posted() - deliveries * toSlack, 0, ""),
    ];
    console.log(`\n${tableOf(lines)}\n`);
    return lines.every(({ kept }) => kept !== false);
  } finally {
    tray.stop();
    await desktop.stop();
  }
}

/** Posts what lies between those two numbers, evenly over that time. */
async function spread(from: number, to: number, ms: number, post: (index: number) => Promise<unknown>) {
  const begun = performance.now();
  for (let index = from; index < to; index++) {
    await post(index);
    await delay(Math.max(0, ((index + 1 - from) * ms) / (to - from) - (performance.now() - begun)));
  }
}

function countsOf(file: string) {
  const database = openDatabase(file);
  const count = (sql: string) => (database.prepare(sql).get() as { count: number }).count;
  const counts = {
    deliveries: count("SELECT count(*) AS count FROM delivery"),
    owed: count("SELECT count(*) AS count FROM alert WHERE outcome IS NULL"),
    sent: count("SELECT count(*) AS count FROM outgoing WHERE state = 'sent'"),
  };
  database.close();
  return counts;
}
