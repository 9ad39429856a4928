import { setTimeout as delay } from "node:timers/promises";
import { expect } from "@playwright/test";
import { accountOf } from "../account.ts";
import { evidenceIn } from "../evidence.ts";
import { written } from "../files.ts";
import type { Posting } from "./poster.ts";
import type { RelayWorld } from "./world.ts";

/** Kills somebody in the middle of its work, and starts it again. */
type Kill = (world: RelayWorld, posting: Posting) => Promise<void>;

const longestMs = 400;
/** So many wait for a laptop that comes back: more than a few are an absence to it. */
const behind = 20;

/** Twice: while it keeps what comes, and while it fetches what came without it. */
async function laptop(world: RelayWorld, posting: Posting): Promise<void> {
  await written(world, /^bookings\.sqlite-wal$/, 12);
  await killLaptop(world);
  await posting.more(behind);
  world.running.laptop = world.startLaptop();
  await written(world, /^bookings\.sqlite-wal$/, 24);
  await killLaptop(world);
  world.running.laptop = world.startLaptop();
}

async function killLaptop({ running, profile, accounts }: RelayWorld): Promise<void> {
  await running.laptop.kill();
  const ended = Date.now();
  expect(running.laptop.faults).toEqual([]);
  const left = await evidenceIn(profile);
  if (left) accounts.push(accountOf(left, ended));
}

async function relay({ random, running, team }: RelayWorld): Promise<void> {
  await delay(random.below(longestMs));
  process.kill(running.relay.pid, "SIGKILL");
  await running.relay.end();
  running.relay = await team.start();
}

async function server({ random, team }: RelayWorld): Promise<void> {
  await delay(random.below(longestMs));
  await team.nats.kill();
  await team.nats.start();
}

/** All of them, by the names that a run prints. */
export const kills: Readonly<Record<string, Kill>> = { laptop, relay, server };
