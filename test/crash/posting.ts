import { readFile } from "node:fs/promises";
import path from "node:path";
import { hookPath } from "../../main/lib/tokens.ts";
import { within } from "../support/desktop/changes.ts";
import { patienceMs } from "../support/patience.ts";
import { sendAll } from "./sender.ts";
import type { Victim } from "./victim.ts";
import type { World } from "./world.ts";

/** Posts until the victim is dead. */
export async function send(here: World, victim: Victim) {
  const sending = await startSending(here, victim);
  await sending?.ended;
  return { acknowledged: sending?.count() ?? 0, refused: sending?.refused ?? [] };
}

async function startSending({ profile, traffic }: World, victim: Victim) {
  const port = await victim.listening;
  if (port === null) return null;
  const { token } = JSON.parse(await readFile(path.join(profile, "settings.json"), "utf8"));
  return sendAll(`http://127.0.0.1:${port}${hookPath(token)}`, traffic);
}

/** Lets Bookbell start until it takes deliveries again. */
export async function mend(here: World): Promise<void> {
  const victim = here.start(["--hidden"]);
  const sending = await startSending(here, victim);
  await within(sending?.acknowledged ?? victim.gone, patienceMs, "Nothing is taken").catch((error) => {
    throw new Error(`${error.message}: ${victim.troubles.join(" | ")}`);
  });
  await victim.kill();
  await sending?.ended;
}
