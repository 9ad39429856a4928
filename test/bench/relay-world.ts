import { access, constants, mkdtemp } from "node:fs/promises";
import path from "node:path";
import { tunnelSettings } from "../../common/tunnel-settings.ts";
import type { Settings } from "../../main/settings/schema.ts";
import { adminCreds } from "../../relay/admin/accounts.ts";
import { apply } from "../../relay/admin/apply.ts";
import { newSeat } from "../../relay/admin/seat.ts";
import { invitationOf, invite } from "../../relay/admin/seats.ts";
import { connect } from "../../relay/connect.ts";
import { within } from "../support/desktop/changes.ts";
import { initiatedTeam } from "../support/relay-program.ts";
import { run } from "../support/system.ts";
import { signingSecret } from "./secrets.ts";

/** A team's relay as its own commands make it: a nats-server that syncs each booking, and the built program before it. */
export type RelayWorld = Awaited<ReturnType<typeof startRelayWorld>>;

/** Below that folder, on the newest nats-server that there is on the path. */
async function startRelayWorld(folder: string) {
  const { program, version, syncAlways } = await newestServer();
  const dir = await mkdtemp(path.join(folder, "relay-"));
  const { keys, nats, url, start } = await initiatedTeam(dir, { program, syncAlways });
  const parts = { keys, now: Date.now };
  await apply(parts);
  const relay = await start();
  const { port, pathname } = new URL(url);
  const choices = (seat: string) => ({ seat, projects: [], resource: null, until: null, registers: false });
  return {
    /** Of the server, such as "nats-server 2.15.1". */
    server: `nats-server ${version}${syncAlways ? "" : ", which cannot sync each"}`,
    nats,
    relay,
    parts,
    /** Where Timekit posts to. */
    port: Number(port),
    path: pathname,
    invite: (seat: string) => invite(choices(seat), parts),
    /** Gives many a seat at once, as a server that is made anew does. */
    async inviteAll(names: readonly string[]): Promise<string[]> {
      const seats = names.map((name) => newSeat(choices(name), null));
      for (const seat of seats) keys.writeSeat(seat);
      await apply(parts);
      return Promise.all(seats.map((seat) => invitationOf(keys.team(), seat)));
    },
    /** To the team's own account, for ten minutes. */
    admin: async () =>
      connect({ servers: [nats.url], creds: await adminCreds(keys.team().seeds.team, Date.now()) }, "bench"),
    async stop() {
      await relay.end();
      await nats.stop();
    },
  };
}

/** Does `use` with one of its own, in whose stream nothing waits yet. */
export async function withRelay<T>(folder: string, use: (world: RelayWorld) => Promise<T>): Promise<T> {
  const world = await startRelayWorld(folder);
  try {
    return await use(world);
  } finally {
    await world.stop();
  }
}

/** Of what is called so on the path, and its version as "2.15.1". */
async function newestServer() {
  const found = [];
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    const program = path.join(folder, "nats-server");
    const isThere = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!isThere) continue;
    const numbers = ((await run(program, ["--version"])).match(/\d+/g) ?? []).map(Number);
    found.push({ program, version: numbers.join("."), numbers });
  }
  const [newest] = found.sort((a, b) => compare(b.numbers, a.numbers));
  if (!newest) throw new Error("There is no nats-server on the path.");
  return { ...newest, syncAlways: compare(newest.numbers, [2, 10]) >= 0 };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, i) => number !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Settings with which Bookbell fetches from the relay of that invitation; null = it is not reached in any way. */
export const reachedBy = (invitation: string | null): Partial<Settings> => ({
  paused: true,
  tunnel: tunnelSettings.parse({ kind: invitation ? "relay" : "off", ssh: {} }),
  secrets: {
    signing: { kept: "plain", data: signingSecret },
    ...(invitation && { relay: { kept: "plain", data: invitation } }),
  },
});

/** Hears when a team's laptops have committed something: each acknowledges it right after. */
export async function hearCommits({ admin }: RelayWorld) {
  const connection = await admin();
  let waiting: { readonly times: number[]; readonly count: number; done(times: number[]): void } | null =
    null;
  connection.subscribe("$JS.ACK.>", {
    callback() {
      if (!waiting) return;
      const { times, count, done } = waiting;
      times.push(performance.now());
      if (times.length === count) done(times);
    },
  });
  await connection.flush();
  return {
    /** When each of the next so many was. */
    next: (count: number): Promise<number[]> =>
      within(
        new Promise<number[]>((done) => {
          waiting = { times: [], count, done };
        }),
        300_000,
        "Not committed",
      ),
    close: () => connection.close(),
  };
}

/** Both, the other first in every other round. */
export async function inTurn<A, B>(round: number, a: () => Promise<A>, b: () => Promise<B>): Promise<[A, B]> {
  if (round % 2 === 0) return [await a(), await b()];
  const second = await b();
  return [await a(), second];
}
