import { test } from "@playwright/test";
import { chosenSeed, randomFrom } from "../support/random.ts";
import { closePopups } from "./popups.ts";
import { connected } from "./relay/connected.ts";
import { kills } from "./relay/kills.ts";
import { postAll } from "./relay/poster.ts";
import { arrived, concludeRelay } from "./relay/verdict.ts";
import { type RelayWorld, startRelayWorld } from "./relay/world.ts";

const each = process.env.BOOKBELL_ROUNDS ? 20 : 1;
const plan = Array.from({ length: each }, () => Object.keys(kills)).flat();
const seed = chosenSeed();
/** So many are taken before the kill, and after it. */
const some = 10;

async function play(world: RelayWorld, name: string) {
  const { team, traffic, daemon } = world;
  const toldBefore = daemon.received.length;
  const posting = postAll(team.url, traffic);
  await posting.more(some);
  await kills[name]?.(world, posting);
  await posting.more(some);
  await posting.stop();
  await arrived(world, posting.taken);
  traffic.again();
  await closePopups(world, toldBefore);
  return { name, taken: posting.taken.length, refused: posting.refused.length };
}

test(`laptop, relay and server are killed ${each} times each: no booking is lost, none told twice`, async () => {
  test.setTimeout(300_000 + plan.length * 60_000);
  const world = await startRelayWorld(randomFrom(seed));
  try {
    await connected(world);
    for (const name of plan) {
      const played = await play(world, name);
      if (each > 1) console.log(JSON.stringify(played));
    }
    console.log(`seed ${seed}: ${await concludeRelay(world)}`);
  } catch (error) {
    console.log(`Try again with BOOKBELL_SEED=${seed}`);
    throw error;
  } finally {
    await world.stop();
  }
});
