import { jetstreamManager } from "@nats-io/jetstream";
import { createUser } from "@nats-io/jwt";
import type { NatsConnection } from "@nats-io/nats-core";
import { writeInvitation } from "../../common/invitation.ts";
import { hookPath } from "../../main/lib/tokens.ts";
import { connect } from "../connect.ts";
import type { Share } from "../subjects.ts";
import { apiPrefix, seatAccess, seatCreds, seatJwt } from "./accounts.ts";
import type { KeyFolder } from "./key-folder.ts";
import { Refused } from "./refused.ts";
import { durableOf, isKeyElsewhere, newSeat, type Seat, type SeatChoices } from "./seat.ts";
import { type AdminParts, ensureDurable, pushAccount, withAccount } from "./server.ts";
import { seedOf, streamOf, type Team } from "./team.ts";

export interface SeatParts extends AdminParts {
  readonly keys: KeyFolder;
}

/** Gives a laptop a place, and returns its invitation once that has opened it through every door. */
export async function invite(choices: SeatChoices, parts: SeatParts): Promise<string> {
  const { keys } = parts;
  const team = keys.team();
  const before = keys.seat(choices.seat);
  if (before?.revokedAt === null)
    throw new Refused(
      `${choices.seat} has a seat: "invitation" prints its invitation again; else change it, or revoke it first.`,
    );
  if (choices.key?.startsWith("S"))
    throw new Refused("That is a seed, which nobody but the laptop may have: its public key begins with U.");
  const registrar = choices.registers && liveSeats(keys).find(({ registers }) => registers);
  if (registrar) throw new Refused(`${registrar.seat} registers the webhooks already.`);
  const seat = newSeat(choices, before);
  // First, so that no key is at large of which nobody knows.
  keys.writeSeat(seat);
  try {
    const jwt = await seatJwt(team, seat, { closedAt: null });
    await withAccount(team, team.seeds.system, parts, (system) => pushAccount(system, jwt));
    await withAccount(team, team.seeds.team, parts, (nats) => ensureDurable(nats, team, seat));
    for (const door of team.doors) await openSeat(door, team, toTry(seat, parts));
  } catch (error) {
    // Whatever of it the server has: nobody was given its key.
    await close(seat, parts).catch(() => keys.writeSeat({ ...seat, revokedAt: parts.now() }));
    throw error;
  }
  return invitationOf(team, seat);
}

/** Whose key only the laptop has: with another of the same account, good for ten minutes. */
const toTry = (seat: Seat, { now }: AdminParts): Seat =>
  isKeyElsewhere(seat) ? { ...seat, key: seedOf(createUser()), until: now() + 600_000 } : seat;

/** Goes in as the laptop will. @throws when it would not get in, or not find its place. */
async function openSeat(door: string, team: Team, seat: Seat): Promise<void> {
  const connection = await connect({ servers: [door], creds: await seatCreds(team, seat) }, seat.seat);
  try {
    const subject = `${apiPrefix}.CONSUMER.INFO.${streamOf(team)}.${durableOf(seat)}`;
    const { name } = (await connection.request(subject, "", { timeout: 5_000 })).json<{ name?: string }>();
    if (name !== durableOf(seat)) throw new Error("The server does not show the laptop its place.");
  } finally {
    await connection.close();
  }
}

/** The line that whoever has that seat is given. */
export const invitationOf = async (team: Team, seat: Seat): Promise<string> =>
  writeInvitation({
    v: 1,
    team: team.name,
    hook: `${team.web}${hookPath(team.tokens[0] ?? "")}`,
    nats: team.doors,
    stream: streamOf(team),
    durable: durableOf(seat),
    seat: seat.seat,
    api: apiPrefix,
    keepDays: team.keepDays,
    creds: await seatAccess(team, seat),
    registers: seat.registers,
    until: seat.until,
  });

/** The invitation of a seat that there is, with the address that booking services have now. The laptop goes on where it was. */
export const invitationAgain = async (name: string, { keys }: Pick<SeatParts, "keys">): Promise<string> =>
  invitationOf(keys.team(), liveSeat(name, keys));

/** Has a laptop read another share of the bookings; what waits for it stays. */
export async function change(name: string, share: Share, parts: SeatParts): Promise<void> {
  const team = parts.keys.team();
  const seat = { ...liveSeat(name, parts.keys), projects: [...share.projects], resource: share.resource };
  // First, so that `apply` finishes what could not be finished now.
  parts.keys.writeSeat(seat);
  await withAccount(team, team.seeds.team, parts, (nats) => ensureDurable(nats, team, seat));
}

/** Takes a laptop's access away; whoever is in with it is out at once. */
export async function revoke(name: string, parts: SeatParts): Promise<void> {
  await close(liveSeat(name, parts.keys), parts);
}

async function close(seat: Seat, parts: SeatParts): Promise<void> {
  const { keys, now } = parts;
  const team = keys.team();
  const revokedAt = now();
  const jwt = await seatJwt(team, seat, { closedAt: revokedAt });
  await withAccount(team, team.seeds.system, parts, (system) => pushAccount(system, jwt));
  const lastContact = await withAccount(team, team.seeds.team, parts, (nats) => takeBack(nats, team, seat));
  keys.writeSeat({ ...seat, revokedAt, lastContact });
}

/** Removes its place in the stream, and says up to when it had taken everything. */
async function takeBack(nats: NatsConnection, team: Team, seat: Seat): Promise<number | null> {
  const { consumers, streams } = await jetstreamManager(nats);
  const [stream, durable] = [streamOf(team), durableOf(seat)];
  try {
    const { ack_floor: floor } = await consumers.info(stream, durable);
    const last = await streams.getMessage(stream, { seq: floor.stream_seq }).catch(() => null);
    await consumers.delete(stream, durable);
    return last?.time.getTime() ?? seat.lastContact;
  } catch (error) {
    if ((error as Error).name === "ConsumerNotFoundError") return seat.lastContact;
    throw error;
  }
}

export const liveSeats = (keys: KeyFolder): Seat[] =>
  keys.seats().filter(({ revokedAt }) => revokedAt === null);

function liveSeat(name: string, keys: KeyFolder): Seat {
  const seat = keys.seat(name);
  if (seat?.revokedAt !== null) throw new Refused(`Nobody of the name ${name} has a seat.`);
  return seat;
}
