import { existsSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect } from "@playwright/test";
import { eventually } from "../../support/eventually.ts";
import { accountOf, toldOnceMore } from "../account.ts";
import { type Evidence, evidenceIn } from "../evidence.ts";
import { compareToasts } from "../toasts.ts";
import type { Posted } from "../traffic.ts";
import { asDelivered, nothingLost, takenOnce } from "../verdict.ts";
import type { RelayWorld } from "./world.ts";

/** Settles once all of these are in the running laptop's store, and it owes nobody a word. */
export async function arrived({ profile, running }: RelayWorld, taken: readonly Posted[]): Promise<void> {
  let standing = standingIn(profile);
  const missing = () => taken.filter(({ sha256 }) => !standing?.kept.has(sha256));
  try {
    await eventually(async () => {
      standing = standingIn(profile);
      return standing?.owed === 0 && missing().length === 0 ? true : null;
    });
  } catch {
    const names = missing().map(({ booking, version }) => `${booking} (${version})`);
    const said = running.laptop.lines.slice(-20).join("\n");
    throw new Error(`${standing?.owed} alerts are owed; missing are: ${names.join(", ")}; it said\n${said}`);
  }
}

function standingIn(profile: string): { owed: number; kept: ReadonlySet<string> } | null {
  const file = path.join(profile, "bookings.sqlite");
  if (!existsSync(file)) return null;
  const database = new DatabaseSync(file, { readOnly: true });
  const all = <Row>(sql: string) => database.prepare(sql).all() as Row[];
  try {
    const owed = all("SELECT 1 FROM alert WHERE outcome IS NULL").length;
    const kept = all<{ hash: string }>("SELECT lower(hex(sha256)) AS hash FROM delivery");
    return { owed, kept: new Set(kept.map(({ hash }) => hash)) };
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
