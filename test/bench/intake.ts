import type { Env } from "../support/desktop/child.ts";
import { send } from "./load.ts";
import { newBookings } from "./requests.ts";
import { type Rival, rivals, start } from "./rivals.ts";
import { median } from "./statistics.ts";

export interface IntakeOptions {
  readonly env: Env;
  /** Database files by how many bookings they hold. */
  readonly seeds: ReadonlyMap<number, string>;
  readonly rounds: number;
  /** Bookings sent one at a time. */
  readonly single: number;
  /** Bookings sent over 128 connections. */
  readonly many: number;
}

/** What one rival did in one round. */
export interface Intake {
  readonly rival: Rival;
  readonly stored: number;
  readonly round: number;
  /** Milliseconds from POST to durable 2xx, one at a time: their median. */
  readonly p50: number;
  readonly perSecond: number;
}

const connections = 128;

/** All rivals at all sizes, in turns, so that a slow minute of the machine falls on each of them. */
export async function measureIntake(options: IntakeOptions): Promise<Intake[]> {
  const found: Intake[] = [];
  for (let round = 0; round < options.rounds; round++)
    for (const [stored, file] of options.seeds)
      for (const rival of turned(rivals, round))
        found.push({ rival, stored, round, ...(await measureOne(rival, file, options)) });
  return found;
}

const turned = <T>(list: readonly T[], by: number) => list.map((_, i) => list[(i + by) % list.length] as T);

async function measureOne(rival: Rival, file: string, { env, single, many }: IntakeOptions) {
  const { port, stop } = await start(rival, env, file);
  try {
    // Until the compiler has seen it all.
    await send(port, newBookings(single), 1);
    const { latencies } = await send(port, newBookings(single), 1);
    await send(port, newBookings(many / 4), connections);
    const { perSecond } = await send(port, newBookings(many), connections);
    return { p50: median(latencies), perSecond };
  } finally {
    await stop();
  }
}

/** A figure of one rival against that of another in the same round: the median of the rounds. */
export function ratio(
  found: readonly Intake[],
  of: Partial<Intake>,
  against: Partial<Intake>,
  figure: "p50" | "perSecond",
): number {
  const fits = (wanted: Partial<Intake>) =>
    found.filter((one) => Object.entries(wanted).every(([key, value]) => one[key as keyof Intake] === value));
  const others = fits(against);
  return median(
    fits(of).map((one) => {
      const other = others.find(({ round }) => round === one.round);
      return one[figure] / (other?.[figure] ?? Number.NaN);
    }),
  );
}
