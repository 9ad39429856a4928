import { opened, startBookbell } from "../support/bookbell.ts";
import type { Env } from "../support/desktop/child.ts";
import { send } from "./load.ts";
import { profileWith } from "./profile.ts";
import { hearCommits, inTurn, type RelayWorld, reachedBy } from "./relay-world.ts";
import { newBookings } from "./requests.ts";

/** What waited at a relay for one laptop, in one round. */
export interface RelayDrain {
  /** What the same Bookbell takes a second when it is posted to directly. */
  readonly directPerSecond: number;
  /** From the moment when it is to connect to the last commit. */
  readonly drainedPerSecond: number;
  /** How late main's event loop was meanwhile: its 99th percentile. */
  readonly loopP99: number;
}

/** As many connections as messages that a laptop takes from its relay at once. */
const connections = 64;
const atOnce = 1_000;

/** The whole application with its window open, in turns posted to directly and given a relay where as much waits. */
export async function relayDrains(
  world: RelayWorld,
  { env, seeded, rounds, waiting }: { env: Env; seeded: string; rounds: number; waiting: number },
): Promise<RelayDrain[]> {
  const profile = await profileWith(env, seeded, reachedBy(await world.invite("drains")));
  const bookbell = await startBookbell(env, profile);
  const commits = await hearCommits(world);
  try {
    const page = await opened(bookbell);
    const port = Number(new URL(await bookbell.url()).port);
    const choose = (kind: "relay" | "off") =>
      page.evaluate((kind) => window.bookbell.tunnel.change({ kind }), kind);

    async function drain() {
      await choose("off");
      await fill(world, waiting);
      const loop = await bookbell.app.evaluateHandle(() => {
        const { monitorEventLoopDelay } = process.getBuiltinModule("node:perf_hooks");
        const delay = monitorEventLoopDelay({ resolution: 1 });
        delay.enable();
        return delay;
      });
      const commit = commits.next(waiting);
      const begun = performance.now();
      await choose("relay");
      const last = (await commit).at(-1) ?? Number.NaN;
      const loopP99 = await loop.evaluate((delay) => delay.percentile(99) / 1e6);
      return { drainedPerSecond: (waiting * 1_000) / (last - begun), loopP99 };
    }

    async function round(number: number): Promise<RelayDrain> {
      const directly = () => send(port, newBookings(waiting), connections);
      const [{ perSecond }, drained] = await inTurn(number, directly, drain);
      return { directPerSecond: perSecond, ...drained };
    }

    // Until the compiler has seen it all.
    await round(0);
    const found: RelayDrain[] = [];
    for (let i = 0; i < rounds; i++) found.push(await round(i));
    return found;
  } finally {
    await commits.close();
    await bookbell.app.close();
  }
}

/** How many a second one Bookbell, just started and its window not opened, commits of so many that wait for it. */
export async function relayAbsence(
  world: RelayWorld,
  { env, seeded, waiting }: { env: Env; seeded: string; waiting: number },
): Promise<{ readonly seconds: number; readonly perSecond: number }> {
  const profile = await profileWith(env, seeded, reachedBy(await world.invite("absent")));
  await fill(world, waiting);
  const commits = await hearCommits(world);
  const all = commits.next(waiting);
  const bookbell = await startBookbell(env, profile, ["--hidden"]);
  try {
    const times = await all;
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
    return { seconds, perSecond: waiting / seconds };
  } finally {
    await commits.close();
    await bookbell.app.close();
  }
}

/** Has so many wait at the relay. Their bodies together would fill the memory of a small machine. */
async function fill(world: RelayWorld, waiting: number): Promise<void> {
  for (let sent = 0; sent < waiting; sent += atOnce)
    await send(world.port, newBookings(Math.min(atOnce, waiting - sent), world.path), connections);
}
