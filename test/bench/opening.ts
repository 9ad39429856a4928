import { setTimeout as delay } from "node:timers/promises";
import type { Env } from "../support/desktop/child.ts";
import { startTrayHost, type TrayHost } from "../support/tray-host.ts";
import { settleMs, startQuietly } from "./quiet.ts";

/** Milliseconds from the click on the tray icon until the schedule is painted, each. */
export interface Openings {
  /** The page was only hidden. */
  readonly kept: readonly number[];
  /** It had been let go, as after ten minutes of hiding. */
  readonly rebuilt: readonly number[];
}

/** For what a window leaves to do when it has come, and when it has gone: nobody looks at it for less. */
const restMs = 500;

/** Opens the window of a Bookbell with these bookings, so often in each way, by its tray icon as a user does. */
export async function openings(env: Env, seeded: string, times: number): Promise<Openings> {
  const host = await startTrayHost(env);
  try {
    const kept = await opened(host, env, seeded, times, "hidden");
    return { kept, rebuilt: await opened(host, env, seeded, times, "closed") };
  } finally {
    host.stop();
  }
}

async function opened(host: TrayHost, env: Env, seeded: string, times: number, until: "hidden" | "closed") {
  const hooks = until === "closed" ? ["paints.cjs", "soon.cjs"] : ["paints.cjs"];
  const { child } = await startQuietly("bookbell", env, seeded, {}, hooks);
  try {
    const item = await host.nextItem();
    const found: number[] = [];
    // What a start leaves to do is done, and the page is compiled.
    await delay(settleMs);
    for (let i = 1; i <= times + 2; i++) {
      const clicked = performance.timeOrigin + performance.now();
      await item.activate();
      const painted = await child.printed(new RegExp(`^painted ${i} `));
      if (i > 2) found.push(Number(painted.split(" ")[2]) - clicked);
      await delay(restMs);
      await item.activate();
      await child.printed(new RegExp(`^${until} ${i} `));
      await delay(restMs);
    }
    return found;
  } finally {
    await child.end();
  }
}
