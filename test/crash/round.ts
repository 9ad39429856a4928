import { setTimeout as delay } from "node:timers/promises";
import { expect } from "@playwright/test";
import { patienceMs } from "../support/patience.ts";
import { accountOf } from "./account.ts";
import { concludeOther } from "./conclusion.ts";
import { disturbances } from "./disturbances.ts";
import { evidenceIn } from "./evidence.ts";
import type { Disturbed, Round } from "./plan.ts";
import { closePopups } from "./popups.ts";
import { mend, send } from "./posting.ts";
import { removeSetAside } from "./prepared.ts";
import { seams } from "./seams.ts";
import { nothingLost } from "./verdict.ts";
import type { World } from "./world.ts";

/** What came of a round. */
export interface Played extends Round {
  /** The kill fell where it should; a disturbance may keep Bookbell from getting there. */
  readonly reached: boolean;
  readonly acknowledged: number;
  readonly refused: number;
}

/** Who is disturbed may never get to its seam: after this the kill falls wherever Bookbell is. */
const mostMs = 4_000;

/** Starts Bookbell, posts to it, disturbs it, kills it in the middle of something, and looks at what is left. */
export async function play(world: World, round: Round): Promise<Played> {
  const seam = seams[round.seam];
  if (!seam) throw new Error(`There is no seam ${round.seam}`);
  const here = (await seam.prepare?.(world)) ?? world;
  const toldBefore = here.daemon.received.length;
  const victim = here.start(round.hidden ? ["--hidden"] : []);
  const killed = victim.gone;
  const reached = seam.reached(here, victim).then(
    () => true,
    () => false,
  );
  const sent = send(here, victim);
  const disturbed = Promise.all(round.disturbed.map((one) => disturb(here, one, killed)));
  const longest = Math.max(0, ...round.disturbed.map(({ after, lasts }) => after + lasts));
  const limit = round.disturbed.length > 0 ? longest + mostMs : patienceMs;
  const inTime = await Promise.race([reached, delay(limit, false)]);
  await victim.kill();
  const { acknowledged, refused } = await sent;
  await disturbed;

  expect(victim.faults).toEqual([]);
  const mayRefuse = round.disturbed.length > 0 || seam.mends === true;
  if (!mayRefuse) expect(victim.troubles).toEqual([]);
  if (round.disturbed.length === 0) expect(inTime, "The seam was reached").toBe(true);
  expect(refused.filter((status) => !mayRefuse || status !== 503)).toEqual([]);
  if (seam.mends === true) {
    await mend(here);
    await removeSetAside(here);
  }
  const ended = Date.now();
  const left = await evidenceIn(here.profile);
  if (left) nothingLost(here.traffic, left);
  if (left) here.accounts.push(accountOf(left, ended));
  if (here !== world) await concludeOther(here);
  here.traffic.again();
  if (!round.disturbed.some(({ by }) => by.startsWith("store") || by.startsWith("disk")))
    await closePopups(here, toldBefore);
  return { ...round, reached: inTime, acknowledged, refused: refused.length };
}

async function disturb(here: World, { by, after, lasts }: Disturbed, killed: Promise<void>): Promise<void> {
  await delay(after);
  const end = await disturbances[by]?.(here);
  await Promise.race([delay(lasts), killed]);
  await end?.();
}
