import {
  type Account,
  createUser,
  type Export,
  encodeAccount,
  encodeOperator,
  encodeUser,
  fmtCreds,
  fromPublic,
  type Import,
  type KeyPair,
  type User,
} from "@nats-io/jwt";
import type { Invitation } from "../../common/invitation.ts";
import { teamSubjects } from "../subjects.ts";
import { durableOf, isKeyElsewhere, type Seat } from "./seat.ts";
import { keyOf, publicOf, streamOf, type Team } from "./team.ts";

// What the server is told, signed: who there is, and who may reach what. In the accounts of relay and laptops JetStream
// is not enabled; all they can reach is what they import. So whatever a laptop asks, an answer leads into its own account.

/** What stands in a laptop's account before the requests to JetStream: "$JS.API" would be its own account's. */
export const apiPrefix = "bb.api";

/** A laptop comes anew after each change of network, and what it left behind is noticed a minute later. */
const mostConnections = 16;
const unlimited = { data: -1, payload: -1, subs: -1, imports: -1, exports: -1, wildcards: true, leaf: 0 };
const storage = { mem_storage: 0, disk_storage: -1, streams: 1, consumer: -1 };

/** Acknowledgements, as servers write them today, and as they have announced to. */
const ackSubjects = (stream: string, durable: string) => [
  { subject: `$JS.ACK.${stream}.${durable}.>`, position: 4 },
  { subject: `$JS.ACK._.*.${stream}.${durable}.>`, position: 6 },
];

const api = (stream: string, durable: string) => [
  { subject: `CONSUMER.INFO.${stream}.${durable}`, position: 6, responses: "Singleton" as const },
  { subject: `CONSUMER.MSG.NEXT.${stream}.${durable}`, position: 7, responses: "Stream" as const },
];

export const operatorJwt = ({ seeds }: Team): Promise<string> =>
  encodeOperator("bookbell-relay", keyOf(seeds.operator), { system_account: publicOf(seeds.system) });

const account = (name: string, seed: string, { seeds }: Team, claims: Partial<Account>): Promise<string> =>
  encodeAccount(name, keyOf(seed), claims, { signer: keyOf(seeds.operator) });

export const systemJwt = (team: Team): Promise<string> =>
  account("system", team.seeds.system, team, { limits: { ...unlimited, conn: -1 } });

/** The account that has the stream. Each export names whose it is at a place of its subject. */
export function teamJwt(team: Team): Promise<string> {
  const stream = streamOf(team);
  const exports: Export[] = [
    ...api(stream, "*").map(({ subject, position, responses }) => ({
      name: subject,
      subject: `$JS.API.${subject}`,
      type: "service" as const,
      response_type: responses,
      account_token_position: position,
    })),
    ...ackSubjects(stream, "*").map(({ subject, position }) => ({
      name: subject,
      subject,
      type: "service" as const,
      account_token_position: position,
    })),
    { name: "publish", subject: teamSubjects(team.team), type: "service" },
  ];
  return account(team.team, team.seeds.team, team, {
    exports,
    limits: { ...unlimited, ...storage, conn: -1 },
  });
}

export function relayJwt(team: Team): Promise<string> {
  const subject = teamSubjects(team.team);
  return account("relay", team.seeds.relay, team, {
    imports: [imported(team, subject)],
    limits: { ...unlimited, conn: -1 },
  });
}

/** A laptop's; closed, it lets nobody in, and whoever is in is out at once. */
export function seatJwt(team: Team, seat: Seat, { closedAt }: { closedAt: number | null }): Promise<string> {
  const [stream, durable] = [streamOf(team), durableOf(seat)];
  const imports = [
    ...api(stream, durable).map(({ subject }) =>
      imported(team, `$JS.API.${subject}`, `${apiPrefix}.${subject}`),
    ),
    ...ackSubjects(stream, durable).map(({ subject }) => imported(team, subject)),
  ];
  const closed = { revocations: { "*": Math.floor((closedAt ?? 0) / 1_000) } };
  return account(`seat-${seat.seat}`, seat.account, team, {
    ...(closedAt === null ? { imports } : closed),
    limits: { ...unlimited, conn: closedAt === null ? mostConnections : 0 },
  });
}

const imported = ({ seeds }: Team, subject: string, local?: string): Import => ({
  name: subject,
  subject,
  account: publicOf(seeds.team),
  type: "service",
  ...(local && { local_subject: local }),
});

/** Of a seat whose seed is known here. */
export const seatCreds = (team: Team, seat: Seat): Promise<string> =>
  creds(seat.seat, keyOf(seat.key), seat.account, seatMayAsk(team, seat), seat.until);

/** What a laptop signs in with; where only it has its key, what is of no use without that. */
export async function seatAccess(team: Team, seat: Seat): Promise<Invitation["creds"]> {
  if (!isKeyElsewhere(seat)) return seatCreds(team, seat);
  const { key, account, until } = seat;
  return { jwt: await userJwt(seat.seat, fromPublic(key), account, seatMayAsk(team, seat), until), key };
}

function seatMayAsk(team: Team, seat: Seat): string[] {
  const [stream, durable] = [streamOf(team), durableOf(seat)];
  return [
    ...api(stream, durable).map(({ subject }) => `${apiPrefix}.${subject}`),
    ...ackSubjects(stream, durable).map(({ subject }) => subject),
  ];
}

export const relayCreds = (team: Team): Promise<string> =>
  creds("relay", keyOf(team.seeds.relayUser), team.seeds.relay, [teamSubjects(team.team)], null);

/** For the commands, which are run now and then: a key of its own each time, good for ten minutes. */
export const adminCreds = (accountSeed: string, now: number): Promise<string> =>
  creds("admin", createUser(), accountSeed, [">"], now + 600_000, [">"]);

async function creds(name: string, user: KeyPair, ...rights: Rights): Promise<string> {
  return new TextDecoder().decode(fmtCreds(await userJwt(name, user, ...rights), user));
}

type Rights = [accountSeed: string, mayAsk: string[], until: number | null, mayHear?: string[]];

function userJwt(
  name: string,
  user: KeyPair,
  ...[accountSeed, mayAsk, until, mayHear]: Rights
): Promise<string> {
  const rights: Partial<User> = { pub: { allow: mayAsk }, sub: { allow: mayHear ?? ["_INBOX.>"] } };
  const ends = until === null ? {} : { exp: Math.floor(until / 1_000) };
  return encodeUser(name, user, keyOf(accountSeed), rights, ends);
}
