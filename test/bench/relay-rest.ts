import type { Env } from "../support/desktop/child.ts";
import { startTrayHost } from "../support/tray-host.ts";
import { atRest, settleMs, startQuietly } from "./quiet.ts";
import { type RelayWorld, reachedBy } from "./relay-world.ts";
import { median } from "./statistics.ts";

/** What a connection with a relay costs a Bookbell to which nothing happens, the median of rounds. */
export interface RelayRest {
  /** Megabytes (PSS of what is mapped from no file) more than one that is reached in no way. */
  readonly memory: number;
  /** Percent of one core more. */
  readonly cpuPercent: number;
}

/** One after the other, for two at once would share memory. */
export async function relayRest(
  world: RelayWorld,
  env: Env,
  seeded: string,
  rounds: number,
): Promise<RelayRest> {
  const tray = await startTrayHost(env);
  const invitation = await world.invite("rest");
  async function resting(way: string | null) {
    const { child } = await startQuietly("bookbell", env, seeded, reachedBy(way));
    try {
      await tray.nextItem();
      return await atRest(child, settleMs);
    } finally {
      await child.end();
    }
  }
  try {
    const found: RelayRest[] = [];
    for (let round = 0; round < rounds; round++) {
      const alone = await resting(null);
      const connected = await resting(invitation);
      found.push({
        // Both have the same files mapped, in which other Electrons share more or less.
        memory: connected.own - alone.own,
        cpuPercent: connected.cpuPercent - alone.cpuPercent,
      });
    }
    return {
      memory: median(found.map(({ memory }) => memory)),
      cpuPercent: median(found.map(({ cpuPercent }) => cpuPercent)),
    };
  } finally {
    tray.stop();
  }
}
