import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { startDesktop } from "../support/desktop/session.ts";
import { markdown } from "../support/markdown-table.ts";
import { relayBudgets } from "./relay-budgets.ts";
import { relayAbsence } from "./relay-drain.ts";
import { relayScale } from "./relay-scale.ts";
import { withRelay } from "./relay-world.ts";
import { seed } from "./seed.ts";
import { informed, type Line, tableOf } from "./table.ts";

const stored = 10_000;
const full = { rounds: 3, single: 300, drain: 10_000, sizes: [1, 10, 100, 1_000], waiting: 50 };
const quick = { rounds: 1, single: 100, drain: 1_000, sizes: [1, 10, 50], waiting: 10 };

/** What a team's relay costs one laptop, and how many of them one server bears; false when a budget is missed. */
export async function runRelay(options: { quick: boolean }): Promise<boolean> {
  console.log(`${cpus().length} cores, load before: ${loadavg()[0]?.toFixed(2)}`);
  const folder = await mkdtemp(path.join(tmpdir(), "bookbell-bench-"));
  const desktop = await startDesktop({ windowManager: true });
  try {
    const seeded = (await seed(folder, [stored])).get(stored) ?? "";
    const { rounds, single, drain, sizes, waiting } = options.quick ? quick : full;
    console.log("One laptop…");
    const { env } = desktop;
    const lines: Line[] = [];
    const found = (...some: Line[]) => {
      lines.push(...some);
      for (const { budget, measured } of some) console.log(`  ${budget}: ${measured}`);
    };
    for await (const some of relayBudgets({ env, seeded, folder, rounds, single, waiting: 1_000 }))
      found(...some);
    console.log("A long absence…");
    const absence = await withRelay(folder, (world) => relayAbsence(world, { env, seeded, waiting: drain }));
    found(informed(`relay: ${drain} that waited, rate of a start`, absence.perSecond, " a second"));
    console.log("Many laptops…");
    const scale = await withRelay(folder, (world) => relayScale(world, { sizes, waiting }));
    found(...scaleLines(scale, waiting));
    console.log(`\n${tableOf(lines)}\n\n${scaleTable(scale)}\n`);
    return lines.every(({ kept }) => kept !== false);
  } finally {
    await desktop.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Scale = Awaited<ReturnType<typeof relayScale>>;

function scaleLines({ found, rushed, restartMs }: Scale, waiting: number): Line[] {
  const all = `${found.at(-1)?.laptops} laptops`;
  const back = `${all} back at once, ${waiting} waiting for each`;
  return [
    informed(`${back}: all delivered`, rushed.seconds, " s"),
    informed(`${back}: rate`, rushed.perSecond, " a second"),
    informed(`${back}: PSS of the server, at most`, rushed.memory, " MB"),
    informed(`${all}: server ready after kill -9, from its start`, restartMs, " ms"),
  ];
}

function scaleTable({ found }: Scale): string {
  const head = [
    "laptops",
    "one more invited, p50",
    "server's PSS, none connected",
    "all connected",
    "its CPU of one core, idle",
    "one POST to all of them, p50",
    "deliveries a second",
  ];
  const rows = found.map((one) => [
    `${one.laptops}`,
    `${one.invited.toFixed(0)} ms`,
    `${one.away.toFixed(0)} MB`,
    `${one.connected.toFixed(0)} MB`,
    `${one.idlePercent.toFixed(1)} %`,
    `${one.reached.toFixed(0)} ms`,
    one.perSecond.toFixed(0),
  ]);
  return markdown([head, ...rows]);
}
