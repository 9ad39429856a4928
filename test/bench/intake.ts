import type { Env } from "../support/desktop/child.ts";
import { send } from "./load.ts";
import { newBookings } from "./requests.ts";
import { type Rival, start } from "./rivals.ts";
import { median, percentile } from "./statistics.ts";

export interface IntakeOptions {
  readonly env: Env;
  /** Database files by how many bookings they hold. */
  readonly seeds: ReadonlyMap<number, string>;
  /** How often each has its turn. */
  readonly turns: number;
  /** Bookings sent before that, until the compiler has seen it all. */
  readonly warmUp: number;
}

/** Who takes bookings, and how many it has. */
export interface Contestant {
  readonly rival: Rival;
  readonly stored: number;
}

/** What one did in one turn; those of the same contest and turn are a fraction of a second apart. */
export interface Intake extends Contestant {
  readonly contest: number;
  readonly turn: number;
  /** Milliseconds from POST to durable 2xx, one at a time: their median. */
  readonly p50: number;
  readonly perSecond: number;
}

/** A ratio: the median of all pairs of turns, and the half of them in the middle. */
export interface Ratio {
  readonly median: number;
  readonly from: number;
  readonly to: number;
}

const connections = 128;
/** So few that a turn takes a fraction of a second: what else the machine does falls on all alike. */
const inATurn = { single: 20, many: 256 };

/** Whoever has rules goes on sending after its turn, so it is held against itself without any, and beside no other. */
const apart: readonly (readonly Rival[])[] = [
  ["bare", "receiver", "bookbell"],
  ["bookbell", "ruled"],
];

/** The rivals at each size against each other, and each of two against itself at the least and the largest. */
export async function measureIntake(options: IntakeOptions): Promise<Intake[]> {
  const sizes = [...options.seeds.keys()];
  const contests = [
    ...sizes.flatMap((stored) => apart.map((rivals) => rivals.map((rival) => ({ rival, stored })))),
    ...(["receiver", "bookbell"] as const).map((rival) =>
      [Math.min(...sizes), Math.max(...sizes)].map((stored) => ({ rival, stored })),
    ),
  ];
  const found: Intake[] = [];
  for (const [contest, all] of contests.entries()) found.push(...(await hold(contest, all, options)));
  return found;
}

/** All of them run at once, and one of them is posted to at a time. */
async function hold(contest: number, all: readonly Contestant[], options: IntakeOptions): Promise<Intake[]> {
  const { env, seeds, turns, warmUp } = options;
  const running = [];
  try {
    for (const one of all) running.push(await begin(one, env, seeds.get(one.stored) ?? "", warmUp));
    const found: Intake[] = [];
    for (let turn = 0; turn < turns; turn++)
      for (const { contestant, port } of turned(running, turn)) {
        // Over connections of its own: a server closes those that wait for their turn too long.
        const { latencies } = await send(port, newBookings(inATurn.single), 1);
        const { perSecond } = await send(port, newBookings(inATurn.many), connections);
        found.push({ ...contestant, contest, turn, p50: median(latencies), perSecond });
      }
    return found;
  } finally {
    for (const { end } of running) await end();
  }
}

async function begin(contestant: Contestant, env: Env, seeded: string, warmUp: number) {
  const { port, stop } = await start(contestant.rival, env, seeded);
  await send(port, newBookings(warmUp), 1);
  await send(port, newBookings(warmUp), connections);
  return { contestant, port, end: stop };
}

/** Each in turn is the first, so that none always comes after the same one. */
const turned = <T>(list: readonly T[], by: number) => list.map((_, i) => list[(i + by) % list.length] as T);

/** A figure of one against that of another, turn by turn. */
export function ratio(
  found: readonly Intake[],
  of: Contestant,
  against: Contestant,
  figure: "p50" | "perSecond",
): Ratio {
  const is = (wanted: Contestant) => (one: Intake) =>
    one.rival === wanted.rival && one.stored === wanted.stored;
  const others = found.filter(is(against));
  const pairs = found.filter(is(of)).flatMap((one) => {
    const other = others.find(({ contest, turn }) => contest === one.contest && turn === one.turn);
    return other ? [one[figure] / other[figure]] : [];
  });
  return { median: median(pairs), from: percentile(pairs, 0.25), to: percentile(pairs, 0.75) };
}
