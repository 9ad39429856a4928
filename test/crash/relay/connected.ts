import { postAll } from "./poster.ts";
import { arrived } from "./verdict.ts";
import type { RelayWorld } from "./world.ts";

/** Settles once a booking has come the whole way, so that what is done next is done to a laptop that is up. */
export async function connected(world: RelayWorld): Promise<void> {
  const posting = postAll(world.team.url, world.traffic);
  await posting.more(1);
  await posting.stop();
  await arrived(world, posting.taken);
}
