import { test } from "@playwright/test";
import { chosenSeed, randomFrom } from "../support/random.ts";
import { conclude } from "./conclusion.ts";
import { figuresOf } from "./figures.ts";
import { planOf } from "./plan.ts";
import { type Played, play } from "./round.ts";
import { seams } from "./seams.ts";
import { startWorld } from "./world.ts";

const each = Object.keys(seams).length;
const rounds = Number(process.env.BOOKBELL_ROUNDS ?? each);
const seed = chosenSeed();

test(`over ${rounds} rounds of chaos nothing is lost, untold or told twice`, async () => {
  test.setTimeout(300_000 + rounds * 60_000);
  const random = randomFrom(seed);
  const plan = planOf(rounds, random);
  const world = await startWorld(random);
  const played: Played[] = [];
  try {
    for (const round of plan) {
      played.push(await play(world, round));
      if (rounds > each) console.log(`${played.length} ${JSON.stringify(played.at(-1))}`);
    }
    const toasts = await conclude(world);
    console.log(`seed ${seed}\n${figuresOf(played, toasts)}`);
  } catch (error) {
    const where = JSON.stringify(plan[played.length] ?? "the end");
    console.log(`Failed in round ${played.length + 1}, ${where}`);
    console.log(`Try again with BOOKBELL_ROUNDS=${rounds} BOOKBELL_SEED=${seed}`);
    throw error;
  } finally {
    await world.stop();
  }
});
