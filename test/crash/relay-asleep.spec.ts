import { test } from "@playwright/test";
import { chosenSeed, randomFrom } from "../support/random.ts";
import { type Hole, startHole } from "../support/tcp-hole.ts";
import { connected } from "./relay/connected.ts";
import { postAll } from "./relay/poster.ts";
import { arrived, concludeRelay } from "./relay/verdict.ts";
import { type RelayWorld, startRelayWorld } from "./relay/world.ts";

interface Sleep {
  /** What happens while the laptop stands still. */
  readonly asleep?: (world: RelayWorld, hole: Hole) => Promise<unknown>;
  /** What happens once it has noticed that its link is dead. */
  readonly noticed?: (hole: Hole) => void;
}

/** What a laptop finds of its link when it goes on. */
const sleeps: Readonly<Record<string, Sleep>> = {
  "that stands": {},
  "whose server has started anew": {
    asleep: async ({ team }) => {
      await team.nats.kill();
      await team.nats.start();
    },
  },
  "that is dead, without a word": {
    asleep: async (_, hole) => hole.swallow(),
    noticed: (hole) => hole.pass(),
  },
};
const rounds = process.env.BOOKBELL_ROUNDS ? 5 : 1;
const some = 10;
const seed = chosenSeed();

test("a laptop that stood still has all that was posted, once, whatever it finds of its link", async () => {
  test.setTimeout(300_000 + rounds * 180_000);
  let hole: Hole | undefined;
  const wayTo = async (door: string) => {
    hole = await startHole(Number(new URL(door).port));
    return `ws://127.0.0.1:${hole.port}`;
  };
  const world = await startRelayWorld(randomFrom(seed), { wayTo });
  try {
    if (!hole) throw new Error("No way leads to the server");
    await connected(world);
    for (let round = 0; round < rounds; round++)
      for (const sleep of Object.values(sleeps)) await sleepThrough(world, hole, sleep);
    console.log(`seed ${seed}: ${await concludeRelay(world)}`);
  } finally {
    await world.stop();
    await hole?.stop();
  }
});

async function sleepThrough(world: RelayWorld, hole: Hole, { asleep, noticed }: Sleep): Promise<void> {
  const { laptop } = world.running;
  const posting = postAll(world.team.url, world.traffic);
  await posting.more(some);
  laptop.freeze();
  await asleep?.(world, hole);
  await posting.more(some);
  const lost = noticed && laptop.logs(/No tunnel/);
  laptop.thaw();
  await lost;
  noticed?.(hole);
  await posting.more(some);
  await posting.stop();
  await arrived(world, posting.taken);
}
