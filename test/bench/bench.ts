import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { startDesktop } from "../support/desktop/session.ts";
import { markdown } from "../support/markdown-table.ts";
import {
  intakeBudgets,
  longDayBudgets,
  loopBudgets,
  notifyBudget,
  rulesBudgets,
  windowBudget,
} from "./budgets.ts";
import { dayQueries } from "./day-query.ts";
import { idleBudgets } from "./idle.ts";
import { type Intake, measureIntake } from "./intake.ts";
import { openings } from "./opening.ts";
import { packageSize } from "./package-size.ts";
import { palettes } from "./palette.ts";
import { relayBudgets } from "./relay-budgets.ts";
import { buildServer } from "./rivals.ts";
import { searches } from "./search.ts";
import { seed, seedDay } from "./seed.ts";
import { slowDisk } from "./slow-disk.ts";
import { median, percentile } from "./statistics.ts";
import { atMost, type Line, tableOf } from "./table.ts";

const full = {
  sizes: [0, 10_000, 100_000],
  rounds: 3,
  turns: 30,
  single: 500,
  webhooks: 1_000,
  toasts: 60,
  openings: 20,
  starts: 11,
};
const quick = {
  sizes: [0, 10_000],
  rounds: 1,
  turns: 10,
  single: 200,
  webhooks: 300,
  toasts: 20,
  openings: 5,
  starts: 5,
};

/** A window of so many bookings of one day may take so much longer than that of an ordinary one. */
const longDays = [
  { bookings: 1_000, bar: 1.3 },
  { bookings: 3_000, bar: 2 },
];

/** Measures every budget and prints the table; false when one is missed. */
export async function runBench(options: { quick: boolean }): Promise<boolean> {
  const {
    sizes,
    rounds,
    turns,
    single,
    webhooks,
    toasts,
    starts,
    openings: times,
  } = options.quick ? quick : full;
  const [first = 0, middle = first] = sizes;
  const most = sizes.at(-1) ?? first;
  console.log(`${cpus().length} cores, load before: ${loadavg()[0]?.toFixed(2)}`);
  const folder = await mkdtemp(path.join(tmpdir(), "bookbell-bench-"));
  const desktop = await startDesktop({ windowManager: true });
  try {
    await buildServer();
    console.log(`Storing ${most} bookings…`);
    const seeds = await seed(folder, sizes);
    const file = (stored: number) => seeds.get(stored) ?? "";
    const { env } = desktop;

    console.log("Intake…");
    const intake = await measureIntake({ env, seeds, turns, warmUp: single });
    console.log("Days…");
    const days = await dayQueries(file(most), webhooks);
    console.log("Searches…");
    const looked = await searches(file(most), 60);
    const lines: Line[] = [];
    // At once, too: a later part that fails must not take the earlier figures with it.
    const found = (...some: Line[]) => {
      lines.push(...some);
      for (const { budget, measured } of some) console.log(`  ${budget}: ${measured}`);
    };
    found(...intakeBudgets(intake, sizes));
    found(...rulesBudgets(intake, sizes));
    found(atMost(`day query, p95: ${most} stored`, percentile(days, 0.95), 5, " ms"));
    found(atMost(`search, p95: ${most} stored`, percentile(looked, 0.95), 20, " ms"));
    console.log("The palette…");
    const chosen = await palettes(env, file(most), rounds * 10);
    found(atMost(`palette, typed to drawn, p95: ${most} stored`, percentile(chosen, 0.95), 50, " ms"));
    console.log("Notifications…");
    found(await notifyBudget({ env, seeded: file(middle), webhooks: toasts, connections: 1 }));
    console.log("Opening the window…");
    const usual = await openings(env, file(middle), times);
    found(atMost("window, click to painted, p95: kept", percentile(usual.kept, 0.95), 100, " ms"));
    found(atMost("window, click to painted, p95: rebuilt", percentile(usual.rebuilt, 0.95), 300, " ms"));
    for (const { bookings, bar } of longDays) {
      const crowded = await openings(env, await seedDay(folder, bookings), times);
      found(...longDayBudgets(`with ${bookings} bookings today`, crowded, usual, bar));
    }
    console.log("The package…");
    found(...(await packageSize()));
    console.log("Idle…");
    found(...(await idleBudgets(env, file(middle), starts)));
    console.log("A team's relay…");
    const relayed = { env, seeded: file(middle), folder, rounds, single, waiting: webhooks };
    for await (const some of relayBudgets(relayed)) found(...some);
    const slow = slowDisk(folder);
    for (const connections of [16, 128]) {
      console.log(`The window, ${connections} connections…`);
      const setting = { env, seeded: file(middle), webhooks, connections };
      found(...(await loopBudgets(setting, rounds)));
      found(await windowBudget(setting, slow, rounds));
    }
    console.log(`\n${tableOf(lines)}\n\n${markdown(figures(intake))}\n`);
    return lines.every(({ kept }) => kept !== false);
  } finally {
    await desktop.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The figures behind the ratios: medians of the turns. */
function figures(intake: readonly Intake[]): string[][] {
  const isSame = (one: Intake) => (other: Intake) => other.rival === one.rival && other.stored === one.stored;
  const firsts = intake.filter((one, index) => intake.findIndex(isSame(one)) === index);
  const rows = firsts.map((first) => {
    const { rival, stored } = first;
    const of = (figure: "p50" | "perSecond") =>
      median(intake.filter(isSame(first)).map((one) => one[figure]));
    return [`${stored}`, rival, of("p50").toFixed(2), of("perSecond").toFixed(0)];
  });
  return [["stored", "rival", "p50 ms, one at a time", "a second, 128 connections"], ...rows];
}
