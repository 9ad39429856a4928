import {
  AckPolicy,
  type ConsumerConfig,
  DiscardPolicy,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
} from "@nats-io/jetstream";
import type { NatsConnection } from "@nats-io/nats-core";
import { connect } from "../connect.ts";
import { seatSubjects, teamSubjects } from "../subjects.ts";
import { adminCreds } from "./accounts.ts";
import { durableOf, type Seat } from "./seat.ts";
import { streamOf, type Team } from "./team.ts";

const dayMs = 86_400_000;
const nanos = (ms: number) => ms * 1_000_000;

/** The nats-server of a team, as whoever has its keys reaches it: through the public door, like everybody. */
export interface AdminParts {
  now(): number;
}

/** Does `work` with a connection to that account, which is closed again however it ends. */
export async function withAccount<T>(
  team: Team,
  accountSeed: string,
  { now }: AdminParts,
  work: (connection: NatsConnection) => Promise<T>,
): Promise<T> {
  const creds = await adminCreds(accountSeed, now());
  const connection = await connect({ servers: team.doors, creds }, "bookbell-relay admin");
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

/** Gives the servers an account as it is from now on. @throws when they do not take it. */
export async function pushAccount(system: NatsConnection, jwt: string): Promise<void> {
  const answer = await system.request("$SYS.REQ.CLAIMS.UPDATE", jwt, { timeout: 10_000 });
  const { error } = answer.json<{ error?: { description?: string } }>();
  if (error)
    throw new Error(`The server did not take the account: ${error.description ?? "no reason given"}`);
}

/** Makes the team's stream, or has it as the key folder says. */
export async function ensureStream(connection: NatsConnection, team: Team): Promise<void> {
  const { streams } = await jetstreamManager(connection);
  const name = streamOf(team);
  const changeable = {
    subjects: [teamSubjects(team.team)],
    // The newest is refused, so that its sender comes again; the oldest would be lost for who sleeps.
    discard: DiscardPolicy.New,
    max_age: nanos(team.keepDays * dayMs),
    max_bytes: team.maxBytes,
    duplicate_window: nanos(3_600_000),
    num_replicas: team.replicas,
    deny_delete: true,
    deny_purge: true,
    ...(isAtLeast(connection, 2, 11) && { allow_msg_ttl: true }),
  };
  const found = await streams.info(name).catch((error: Error) => {
    if (error.name === "StreamNotFoundError") return null;
    throw error;
  });
  if (found) await streams.update(name, changeable);
  else
    await streams.add({
      ...changeable,
      name,
      retention: RetentionPolicy.Limits,
      storage: StorageType.File,
      // Newer servers allow 1,000 unless they are told otherwise.
      max_consumers: 5_000,
    });
}

/** Makes a laptop's place in the stream, or gives it the share that it is to have now; how far it has come is kept. */
export async function ensureDurable(connection: NatsConnection, team: Team, seat: Seat): Promise<void> {
  const { consumers } = await jetstreamManager(connection);
  const [stream, durable] = [streamOf(team), durableOf(seat)];
  const changeable = {
    description: seat.seat,
    ack_wait: nanos(10_000),
    max_ack_pending: 256,
    max_deliver: -1,
    ...filterOf(connection, team, seat),
  };
  const found = await consumers.info(stream, durable).catch((error: Error) => {
    if (error.name === "ConsumerNotFoundError") return null;
    throw error;
  });
  if (found) await consumers.update(stream, durable, changeable);
  else
    await consumers.add(stream, {
      ...changeable,
      durable_name: durable,
      ack_policy: AckPolicy.Explicit,
      max_waiting: 4,
      ...startOf(seat),
    } as Partial<ConsumerConfig>);
}

const startOf = ({ lastContact }: Seat) =>
  lastContact === null
    ? { deliver_policy: "all" }
    : { deliver_policy: "by_start_time", opt_start_time: new Date(lastContact).toISOString() };

/** A server before 2.10 knows one subject only: it gives out all, and the laptop drops what is not its own. */
const filterOf = (connection: NatsConnection, team: Team, seat: Seat) =>
  isAtLeast(connection, 2, 10) ? { filter_subjects: seatSubjects(team.team, seat.seat, seat) } : {};

export function isAtLeast(connection: NatsConnection, major: number, minor: number): boolean {
  const [is = 0, isMinor = 0] = (connection.info?.version ?? "").split(".").map(Number);
  return is > major || (is === major && isMinor >= minor);
}
