import type { Env } from "../support/desktop/child.ts";
import { relayBack } from "./relay-back.ts";
import { relayDrains } from "./relay-drain.ts";
import { relayRest } from "./relay-rest.ts";
import { type RelayTimes, relayTimes } from "./relay-times.ts";
import { withRelay } from "./relay-world.ts";
import { median } from "./statistics.ts";
import { atLeast, atMost, informed, type Line, told } from "./table.ts";

export interface RelayBudgetsOptions {
  readonly env: Env;
  /** The database to begin with. */
  readonly seeded: string;
  readonly folder: string;
  readonly rounds: number;
  /** Bookings posted one at a time in each round. */
  readonly single: number;
  /** So many wait at the relay when a laptop comes back. */
  readonly waiting: number;
}

/** A laptop at a team's relay, held against the same one that is posted to directly; some lines at a time, as they are found. */
export async function* relayBudgets(options: RelayBudgetsOptions): AsyncGenerator<Line[]> {
  const { env, seeded, folder, rounds, single, waiting } = options;
  const bursts = [
    { together: 1, times: single },
    { together: 16, times: Math.ceil(single / 8) },
  ];
  for (const { together, times } of bursts)
    yield await withRelay(folder, async (world) => [
      ...(together === 1 ? [told("relay: its server", world.server)] : []),
      ...timesLines(together, await relayTimes(world, { env, seeded, rounds, together, times })),
    ]);
  const drains = await withRelay(folder, (world) => relayDrains(world, { env, seeded, rounds, waiting }));
  const drained = `relay: ${waiting} that waited`;
  yield [
    atLeast(
      `${drained}, rate from connecting to the last commit`,
      median(drains.map((one) => one.drainedPerSecond / one.directPerSecond)),
      0.8,
      "x direct",
    ),
    informed(`${drained}, rate`, median(drains.map(({ drainedPerSecond }) => drainedPerSecond)), " a second"),
    atMost(`${drained}, event loop delay, p99`, median(drains.map(({ loopP99 }) => loopP99)), 30, " ms"),
  ];
  const back = await withRelay(folder, (world) => relayBack(world, env, seeded, rounds));
  yield [
    atMost("relay: waking to the first commit", back.awake, 2_000, " ms"),
    atMost("relay: killed server ready again, to the first 204", back.answered, 1_000, " ms"),
    atMost("relay: killed server ready again, to the first commit", back.committed, 5_000, " ms"),
  ];
  const rest = await withRelay(folder, (world) => relayRest(world, env, seeded, rounds));
  yield [
    atMost("relay, idle: PSS (no files), more than not connected", rest.memory, 8, " MB"),
    atMost("relay, idle: CPU of one core, more than not connected", rest.cpuPercent, 0.2, " %"),
  ];
}

function timesLines(together: number, found: readonly RelayTimes[]): Line[] {
  const ratio = (what: "answered" | "committed") => median(found.map((one) => one[what] / one.direct));
  return [
    atMost(
      `relay: POST to commit on the laptop, p50: ${together} at once`,
      ratio("committed"),
      2.5,
      "x direct",
    ),
    atMost(`relay: POST to 204, p50: ${together} at once`, ratio("answered"), 1.5, "x direct"),
    informed(
      `relay: the same directly, p50: ${together} at once`,
      median(found.map(({ direct }) => direct)),
      " ms",
    ),
  ];
}
