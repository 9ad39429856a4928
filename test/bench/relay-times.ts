import { startBookbell } from "../support/bookbell.ts";
import type { Env } from "../support/desktop/child.ts";
import { openLine, send } from "./load.ts";
import { profileWith } from "./profile.ts";
import { hearCommits, inTurn, type RelayWorld, reachedBy } from "./relay-world.ts";
import { newBookings } from "./requests.ts";
import { median } from "./statistics.ts";

export interface RelayTimesOptions {
  readonly env: Env;
  /** The database to begin with. */
  readonly seeded: string;
  readonly rounds: number;
  /** So often so many at once are posted. */
  readonly together: number;
  readonly times: number;
}

/** From POST, in one round; medians in milliseconds. */
export interface RelayTimes {
  /** To the answer of a Bookbell that is posted to directly. */
  readonly direct: number;
  /** To the relay's answer, and to the commit of the same Bookbell. */
  readonly answered: number;
  readonly committed: number;
}

/** The whole application, its window not yet opened, directly and through its relay in turns, all on one disk. */
export async function relayTimes(world: RelayWorld, options: RelayTimesOptions): Promise<RelayTimes[]> {
  const { env, seeded, rounds, together, times } = options;
  const profile = await profileWith(env, seeded, reachedBy(await world.invite("times")));
  const bookbell = await startBookbell(env, profile, ["--hidden"]);
  const commits = await hearCommits(world);

  async function directly(): Promise<number> {
    const line = await openLine(Number(new URL(await bookbell.url()).port), together);
    const answered: number[] = [];
    for (let i = 0; i < times; i++) answered.push(...(await line.send(newBookings(together))).latencies);
    line.close();
    return median(answered);
  }

  async function relayed() {
    const line = await openLine(world.port, together);
    const [answered, committed]: [number[], number[]] = [[], []];
    for (let i = 0; i < times; i++) {
      const requests = newBookings(together, world.path);
      const commit = commits.next(together);
      const begun = performance.now();
      answered.push(...(await line.send(requests)).latencies);
      committed.push(...(await commit).map((at) => at - begun));
    }
    line.close();
    return { answered: median(answered), committed: median(committed) };
  }

  async function round(number: number): Promise<RelayTimes> {
    const [direct, through] = await inTurn(number, directly, relayed);
    return { direct, ...through };
  }

  try {
    const connected = commits.next(1);
    await send(world.port, newBookings(1, world.path), 1);
    await connected;
    // Until the compiler has seen it all.
    await round(0);
    const found: RelayTimes[] = [];
    for (let i = 0; i < rounds; i++) found.push(await round(i));
    return found;
  } finally {
    await commits.close();
    await bookbell.app.close();
  }
}
