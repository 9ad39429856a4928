import { setTimeout as delay } from "node:timers/promises";
import { send } from "./load.ts";
import { usageOf } from "./processes.ts";
import { createSeats, type Seats } from "./relay-seats.ts";
import type { RelayWorld } from "./relay-world.ts";
import { newBookings } from "./requests.ts";
import { median } from "./statistics.ts";

export interface ScaleOptions {
  /** How many laptops are invited, growing. */
  readonly sizes: readonly number[];
  /** So many bookings wait when all of them come back at once. */
  readonly waiting: number;
}

/** What so many laptops take of one server. */
interface Scaled {
  readonly laptops: number;
  /** Milliseconds until one more had an invitation that works: the median. */
  readonly invited: number;
  /** Megabytes (PSS) while none is connected, and while all are. */
  readonly away: number;
  readonly connected: number;
  /** Of one core, while nothing comes. */
  readonly idlePercent: number;
  /** Milliseconds from one POST until the last of them had it: the median. */
  readonly reached: number;
  /** Deliveries a second while bookings come one after the other. */
  readonly perSecond: number;
}

/** All of them come back at once to what waits. */
interface Rush {
  readonly seconds: number;
  readonly perSecond: number;
  /** Megabytes (PSS), at most. */
  readonly memory: number;
}

const restMs = 10_000;
const alone = 20;
const posts = 5;
const row = 20;

/** Fills one server with laptops, and looks at each size what that costs. */
export async function relayScale(world: RelayWorld, { sizes, waiting }: ScaleOptions) {
  const invitations: string[] = [];
  const found: Scaled[] = [];
  const seats = createSeats();
  const usage = () => usageOf(world.nats.pid());
  for (const laptops of sizes) {
    const invited = await inviteUpTo(world, invitations, laptops);
    await delay(restMs);
    const away = (await usage()).memory;
    await seats.open(invitations);
    const before = await usage();
    await delay(restMs);
    const after = await usage();
    const reached: number[] = [];
    for (let i = 0; i < posts; i++) reached.push(await reach(world, seats, laptops, 1));
    const rowMs = await reach(world, seats, laptops, row);
    found.push({
      laptops,
      invited: median(invited),
      away,
      connected: after.memory,
      idlePercent: ((after.cpuSeconds - before.cpuSeconds) * 100_000) / restMs,
      reached: median(reached),
      perSecond: (laptops * row * 1_000) / rowMs,
    });
    console.log(`  ${JSON.stringify(found.at(-1))}`);
    await seats.close();
  }
  const rushed = await rush(world, seats, invitations, waiting);
  await world.nats.kill();
  const begun = performance.now();
  await world.nats.start();
  return { found, rushed, restartMs: performance.now() - begun };
}

/** Adds laptops. @returns how long each of the first few took, in milliseconds; the rest are invited together */
async function inviteUpTo(world: RelayWorld, invitations: string[], laptops: number): Promise<number[]> {
  const names = Array.from({ length: laptops - invitations.length }, (_, i) => `l${invitations.length + i}`);
  const times: number[] = [];
  for (const name of names.slice(0, alone)) {
    const begun = performance.now();
    invitations.push(await world.invite(name));
    times.push(performance.now() - begun);
  }
  invitations.push(...(await world.inviteAll(names.slice(alone))));
  return times;
}

/** Posts so many one after the other. @returns the time until every laptop had the last */
async function reach(world: RelayWorld, seats: Seats, laptops: number, count: number): Promise<number> {
  const all = seats.next(laptops * count);
  const begun = performance.now();
  await send(world.port, newBookings(count, world.path), 1);
  return (await all) - begun;
}

async function rush(
  world: RelayWorld,
  seats: Seats,
  invitations: readonly string[],
  waiting: number,
): Promise<Rush> {
  await send(world.port, newBookings(waiting, world.path), 16);
  let memory = 0;
  const look = async () => {
    memory = Math.max(memory, (await usageOf(world.nats.pid())).memory);
  };
  await look();
  const looking = setInterval(look, 500);
  try {
    const count = waiting * invitations.length;
    const all = seats.next(count);
    const begun = performance.now();
    await seats.open(invitations);
    const seconds = ((await all) - begun) / 1_000;
    return { seconds, perSecond: count / seconds, memory };
  } finally {
    clearInterval(looking);
    await seats.close();
  }
}
