import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { openDatabase } from "../../main/store/engine/driver.ts";
import { startBookbell } from "../support/bookbell.ts";
import type { Env } from "../support/desktop/child.ts";
import { patienceMs } from "../support/patience.ts";
import { send } from "./load.ts";
import { profileWith } from "./profile.ts";
import { type RelayWorld, reachedBy } from "./relay-world.ts";
import { newBookings } from "./requests.ts";
import { median } from "./statistics.ts";

/** How soon all is well again, the median of rounds in milliseconds. */
export interface RelayBack {
  /** From a laptop's waking to the first booking that it commits. */
  readonly awake: number;
  /** From the moment when a killed server is ready again to the first answer with 204, and the first commit. */
  readonly answered: number;
  readonly committed: number;
}

const sleepMs = 20_000;
const whileAsleep = 200;
const lookMs = 5;

/** Stops a laptop and kills the server, so often each. */
export async function relayBack(
  world: RelayWorld,
  env: Env,
  seeded: string,
  rounds: number,
): Promise<RelayBack> {
  const profile = await profileWith(env, seeded, reachedBy(await world.invite("back")));
  const bookbell = await startBookbell(env, profile, ["--hidden"]);
  await bookbell.url();
  const { pid } = bookbell.app.process();
  if (pid === undefined) throw new Error("Bookbell does not run.");
  const store = openDatabase(path.join(profile, "bookings.sqlite"));
  const count = () =>
    (store.prepare("SELECT count(*) AS count FROM delivery").get() as { count: number }).count;
  const posted = (number: number) => send(world.port, newBookings(number, world.path), 1);
  /** When something is committed that is not now. */
  const nextCommit = () => {
    const before = count();
    return until(() => count() > before);
  };
  const isTaken = () =>
    posted(1).then(
      () => true,
      () => false,
    );

  async function sleep(): Promise<number> {
    process.kill(pid as number, "SIGSTOP");
    const commit = nextCommit();
    await posted(whileAsleep);
    await delay(sleepMs);
    process.kill(pid as number, "SIGCONT");
    const woke = performance.now();
    return (await commit) - woke;
  }

  async function kill() {
    await world.nats.kill();
    await world.nats.start();
    const ready = performance.now();
    const commit = nextCommit();
    const answered = await until(isTaken);
    return { answered: answered - ready, committed: (await commit) - ready };
  }

  /** All that was posted is committed, and what is posted next is at once. */
  async function settle() {
    const before = count();
    await posted(1);
    await until(() => count() > before);
    for (let last = -1; last !== count(); await delay(1_000)) last = count();
  }

  try {
    const found: RelayBack[] = [];
    for (let round = 0; round < rounds; round++) {
      await settle();
      const awake = await sleep();
      await settle();
      found.push({ awake, ...(await kill()) });
    }
    const of = (what: keyof RelayBack) => median(found.map((one) => one[what]));
    return { awake: of("awake"), answered: of("answered"), committed: of("committed") };
  } finally {
    store.close();
    await bookbell.app.close();
  }
}

/** When that is so first. */
async function until(is: () => boolean | Promise<boolean>): Promise<number> {
  const begun = performance.now();
  while (!(await is())) {
    if (performance.now() - begun > patienceMs) throw new Error("Waited in vain.");
    await delay(lookMs);
  }
  return performance.now();
}
