import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect } from "@playwright/test";
import { patienceMs } from "../../support/patience.ts";
import { DatabaseSync } from "../../support/sqlite.ts";
import { accountOf, toldOnceMore } from "../account.ts";
import { type Evidence, evidenceIn } from "../evidence.ts";
import { compareToasts } from "../toasts.ts";
import type { Posted } from "../traffic.ts";
import { asDelivered, nothingLost, takenOnce } from "../verdict.ts";
import type { RelayWorld } from "./world.ts";

/** Between two looks at a store that is being written to, so that looking does not keep it busy. */
const lookAgainMs = 200;

/**
 * Settles once all of these are in the running laptop's store, and it owes nobody a word. It may take as long as it needs, as
 * long as it gets on.
 */
export async function arrived({ profile, running }: RelayWorld, taken: readonly Posted[]): Promise<void> {
  const missing = new Map(taken.map((posted) => [posted.sha256, posted]));
  let after = 0;
  let owed: number | null = null;
  for (let changedAt = Date.now(); owed !== 0 || missing.size > 0; await delay(lookAgainMs)) {
    const found = newIn(profile, after);
    for (const { hash } of found?.kept ?? []) missing.delete(hash);
    const last = found?.kept.at(-1)?.seq ?? after;
    if (last !== after || found?.owed !== owed) changedAt = Date.now();
    after = last;
    owed = found?.owed ?? null;
    if (Date.now() - changedAt > patienceMs) throw new Error(whatIsMissing());
  }

  function whatIsMissing(): string {
    const names = [...missing.values()].map(({ booking, version }) => `${booking} (${version})`);
    const said = running.laptop.lines.slice(-20).join("\n");
    return `${owed} alerts are owed; missing are: ${names.join(", ")}; it said\n${said}`;
  }
}

/** What was kept after that one, and how many alerts are owed; null while there is no store. */
function newIn(profile: string, after: number) {
  const file = path.join(profile, "bookings.sqlite");
  if (!existsSync(file)) return null;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const kept = database.prepare(
      "SELECT seq, lower(hex(sha256)) AS hash FROM delivery WHERE seq > ? ORDER BY seq",
    );
    const owed = database.prepare("SELECT count(*) AS owed FROM alert WHERE outcome IS NULL");
    return {
      kept: kept.all(after) as { seq: number; hash: string }[],
      owed: (owed.get() as { owed: number }).owed,
    };
  } catch {
    // It is being made.
    return null;
  } finally {
    database.close();
  }
}

/** Ends the laptop, and holds all that it kept, owed and told against what was answered with a 2xx. */
export async function concludeRelay(world: RelayWorld): Promise<string> {
  const { traffic, daemon, running, profile, accounts } = world;
  await arrived(
    world,
    traffic.posted.filter(({ acknowledged }) => acknowledged > 0),
  );
  await running.laptop.kill();
  const ended = Date.now();
  expect(running.laptop.faults).toEqual([]);
  const left = await evidenceIn(profile);
  if (!left) throw new Error("There are no bookings");
  nothingLost(traffic, left, takenOnce);
  asDelivered(left);
  expect(owedTwice(left)).toEqual([]);
  expect(toldOnceMore(daemon.received, [...accounts, accountOf(left, ended)])).toEqual([]);
  expect(compareToasts(daemon.received, left)).toMatchObject({ unfounded: [], doubled: [] });
  const taken = traffic.posted.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  const again = left.deliveries.reduce((sum, { again }) => sum + again, left.deliveries.length);
  const bodies = new Set(left.deliveries.map(({ hash }) => hash)).size;
  return `${taken} acknowledged, ${bodies} different ones kept, which came ${again} times; 0 lost, 0 of ${left.alerts.length} alerts owed or told twice`;
}

/** Whatever merging made of it: no body leads to an alert when it comes again. */
function owedTwice({ deliveries, alerts }: Evidence): string[] {
  const hashes = new Map(deliveries.map(({ seq, hash }) => [seq, hash]));
  const owing = alerts.map(({ delivery }) => hashes.get(delivery) ?? "");
  return owing.filter((hash, at) => owing.indexOf(hash) !== at);
}
