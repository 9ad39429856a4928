import { jetstreamManager } from "@nats-io/jetstream";
import type { NatsConnection } from "@nats-io/nats-core";
import { connect } from "../connect.ts";
import { adminCreds } from "./accounts.ts";
import type { SeatParts } from "./seats.ts";
import { isAtLeast } from "./server.ts";
import { list } from "./standing.ts";
import { streamOf, type Team } from "./team.ts";

/** One thing that was looked at; a line for whoever runs the relay. */
export interface Finding {
  readonly ok: boolean;
  readonly line: string;
}

const weekMs = 7 * 86_400_000;
/** The two lines that get patches: https://github.com/nats-io/nats-server/blob/main/RELEASES.md */
const oldest = { major: 2, minor: 14 };
const good = (line: string): Finding => ({ ok: true, line });
const bad = (line: string): Finding => ({ ok: false, line });

/** Looks at everything that would lose bookings, or will some day. */
export async function doctor(parts: SeatParts): Promise<Finding[]> {
  const team = parts.keys.team();
  const looks: (() => Promise<Finding[]>)[] = [
    () => lookAtFront(team),
    ...team.doors.map((door) => () => lookAtDoor(door, team, parts)),
    () => lookAtStream(team, parts),
    () => lookAtSeats(parts),
  ];
  const findings: Finding[] = [];
  for (const look of looks)
    findings.push(...(await look().catch((error: Error) => [bad(`${error.message || error.name}.`)])));
  return findings;
}

/** Where booking services post to; what is said of a certificate is Node's own word. */
async function lookAtFront({ web }: Team): Promise<Finding[]> {
  try {
    const answer = await fetch(`${web}/healthz`, { signal: AbortSignal.timeout(10_000) });
    const word = (await answer.text()).trim();
    return [answer.ok ? good(`${web} takes bookings.`) : bad(`${web} takes none: ${answer.status} ${word}.`)];
  } catch (error) {
    const { cause, message } = error as Error;
    return [bad(`${web} cannot be reached: ${(cause as Error | undefined)?.message ?? message}.`)];
  }
}

async function lookAtDoor(door: string, team: Team, { now }: SeatParts): Promise<Finding[]> {
  const creds = await adminCreds(team.seeds.system, now());
  const system = await connect({ servers: [door], creds }, "bookbell-relay doctor");
  try {
    const version = system.info?.version ?? "of no version";
    const isSupported = isAtLeast(system, oldest.major, oldest.minor);
    return [
      good(`${door} lets laptops in.`),
      isSupported
        ? good(`nats-server is ${version}.`)
        : bad(`nats-server is ${version}, which gets no security fixes: take the newest.`),
      (await syncsAlways(system))
        ? good("What is acknowledged is on the disk.")
        : bad("A power cut loses acknowledged bookings: set sync_interval: always in nats.conf."),
    ];
  } finally {
    await system.close();
  }
}

async function syncsAlways(system: NatsConnection): Promise<boolean> {
  const all = await system.requestMany("$SYS.REQ.SERVER.PING.VARZ", "", {
    strategy: "stall",
    maxWait: 5_000,
  });
  let isAlways = false;
  for await (const one of all) {
    const { data } = one.json<{ data?: { jetstream?: { config?: { sync_always?: boolean } } } }>();
    if (!data?.jetstream?.config?.sync_always) return false;
    isAlways = true;
  }
  return isAlways;
}

async function lookAtStream(team: Team, { now }: SeatParts): Promise<Finding[]> {
  const creds = await adminCreds(team.seeds.team, now());
  const nats = await connect({ servers: team.doors, creds }, "bookbell-relay doctor");
  try {
    const { state, config } = await (await jetstreamManager(nats)).streams.info(streamOf(team));
    const percent = Math.round((state.bytes / config.max_bytes) * 100);
    const line = `The stream holds ${state.messages} messages: ${percent} % of what it may.`;
    return [percent < 80 ? good(line) : bad(line)];
  } finally {
    await nats.close();
  }
}

async function lookAtSeats(parts: SeatParts): Promise<Finding[]> {
  const standings = await list(parts);
  const late = standings.filter(
    ({ waitingSince }) => waitingSince !== null && parts.now() - waitingSince > weekMs,
  );
  const lost = standings.filter(({ waiting }) => waiting === null);
  return [
    good(`${standings.length} seats.`),
    ...late.map(({ seat }) => bad(`For ${seat} bookings have waited for a week.`)),
    ...lost.map(({ seat }) => bad(`${seat} has no place in the stream: run apply.`)),
  ];
}
