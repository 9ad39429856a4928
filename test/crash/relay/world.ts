import { mkdir } from "node:fs/promises";
import path from "node:path";
import { type Invitation, readInvitation, writeInvitation } from "../../../common/invitation.ts";
import type { Child } from "../../support/desktop/child.ts";
import { type Desktop, startDesktop } from "../../support/desktop/session.ts";
import { eventually } from "../../support/eventually.ts";
import { type NotificationDaemon, notificationDaemon } from "../../support/notification-daemon.ts";
import type { Random } from "../../support/random.ts";
import { initiatedTeam, runRelay } from "../../support/relay-program.ts";
import { freePort } from "../../support/system.ts";
import { zoneOfMorning } from "../../support/today.ts";
import type { Account } from "../account.ts";
import { Traffic } from "../traffic.ts";
import { startVictim, type Victim } from "../victim.ts";
import { writeSettings } from "../world.ts";

/** A team's relay with its server, and one laptop that bookings come to by no other way, since it has no API key. */
export interface RelayWorld {
  readonly team: Awaited<ReturnType<typeof initiatedTeam>>;
  readonly desktop: Desktop;
  readonly daemon: NotificationDaemon;
  /** The laptop's. */
  readonly profile: string;
  readonly traffic: Traffic;
  readonly random: Random;
  /** What the laptop's alerts came to each time that it was killed. */
  readonly accounts: Account[];
  /** Those that run now. */
  readonly running: { laptop: Victim; relay: Child };
  startLaptop(): Victim;
  stop(): Promise<void>;
}

export interface RelayWorldOptions {
  /** A cluster of three servers, by these names; else there is one. */
  readonly nodes?: readonly string[];
  /** What leads the laptop to that door of the server's: the door itself, or something in between. */
  wayTo?(door: string): Promise<string>;
}

export async function startRelayWorld(
  random: Random,
  { nodes = [], wayTo = async (door) => door }: RelayWorldOptions = {},
): Promise<RelayWorld> {
  const now = Date.now();
  const desktop = await startDesktop({ env: { TZ: zoneOfMorning(now) } });
  const daemon = await notificationDaemon(desktop.env);
  const team = await initiatedTeam(desktop.dir, { nodes });
  const profile = path.join(desktop.dir, "profile");
  await mkdir(profile);
  // The servers of a cluster take a while to agree who leads.
  await eventually(async () => (await runRelay(desktop.dir, ["apply"])).code === 0 || null);
  const invited = await runRelay(desktop.dir, ["invite", "anna"]);
  const invitation = invitationIn(invited.out.trim());
  const nats = await Promise.all(invitation.nats.map(wayTo));
  await writeSettings(profile, seated({ ...invitation, nats }, await freePort()));
  const startLaptop = () => startVictim(desktop.env, profile, ["--hidden"]);
  const running = { laptop: startLaptop(), relay: await team.start() };
  return {
    team,
    desktop,
    daemon,
    profile,
    traffic: new Traffic(random, now, 0),
    random,
    accounts: [],
    running,
    startLaptop,
    async stop() {
      await running.laptop.kill().catch(() => {});
      await running.relay.end();
      await Promise.all(team.servers.map((server) => server.stop()));
      await daemon.stop();
      await desktop.stop();
    },
  };
}

function invitationIn(line: string): Invitation {
  const read = readInvitation(line);
  if (typeof read === "string") throw new Error(`That is no invitation: ${read}`);
  return read;
}

/** The settings of who took that invitation, and has caught up once: from then on everything is told. */
function seated(invitation: Invitation, port: number): object {
  const { team, hook, seat, keepDays, registers, until } = invitation;
  const { host } = new URL(hook);
  return {
    port,
    secrets: { relay: { kept: "plain", data: writeInvitation(invitation) } },
    tunnel: { kind: "relay", relay: { team, host, seat, keepDays, registers, until } },
    relayCaughtUp: `${host}/${seat}`,
  };
}
