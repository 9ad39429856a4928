import { randomBytes } from "node:crypto";
import { createAccount, createOperator, createUser, fromSeed, type KeyPair } from "@nats-io/jwt";
import * as z from "zod/mini";
import { oldMs, tokenShape } from "../../main/lib/tokens.ts";
import { teamShape } from "../subjects.ts";

/** In file names and in a server's configuration. */
const nodeShape = /^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$/;
const seed = z.string().check(z.regex(/^S[OAU][A-Z2-7]{56}$/));

export const teamSchema = z.object({
  v: z.literal(1),
  /** In subjects and stream names. */
  team: z.string().check(z.regex(teamShape)),
  /** As its people call it. */
  name: z.string().check(z.regex(/^(?! )\P{C}{1,64}(?<! )$/u)),
  /** Where booking services post to: "https://relay.example.com". */
  web: z.string(),
  /** Where laptops come to: "wss://relay.example.com/nats"; of several each leads to the same stream. */
  doors: z.array(z.string()).check(z.minLength(1), z.maxLength(9)),
  /** The last part of the address that booking services post to; of several the first is handed out. */
  tokens: z.array(z.string().check(z.regex(tokenShape))).check(z.minLength(1)),
  /** The one before, which counts as well until then, epoch milliseconds. */
  ending: z.optional(z.object({ token: z.string().check(z.regex(tokenShape)), until: z.int() })),
  keepDays: z.int().check(z.gte(1), z.lte(365)),
  maxBytes: z.int().check(z.gte(1_000)),
  /** How many servers keep each booking: 1, or 3 of a cluster. */
  replicas: z.union([z.literal(1), z.literal(3)]),
  /** The hosts of a cluster, by the names that laptops and the others reach them at; none = there is one server. */
  nodes: z._default(z.array(z.string().check(z.regex(nodeShape))), []),
  seeds: z.object({ operator: seed, system: seed, team: seed, relay: seed, relayUser: seed }),
});

/** All that makes a team's relay what it is, secrets included: from it a lost server is made anew. */
export type Team = z.infer<typeof teamSchema>;

/** What whoever runs the relay decides. */
export type TeamChoices = Pick<
  Team,
  "team" | "name" | "web" | "doors" | "keepDays" | "maxBytes" | "replicas"
> &
  Partial<Pick<Team, "nodes">>;

/** A new one, with keys of its own. */
export const newTeam = (choices: TeamChoices): Team => ({
  v: 1,
  nodes: [],
  ...choices,
  tokens: [newToken()],
  seeds: {
    operator: seedOf(createOperator()),
    system: seedOf(createAccount()),
    team: seedOf(createAccount()),
    relay: seedOf(createAccount()),
    relayUser: seedOf(createUser()),
  },
});

const newToken = () => randomBytes(32).toString("base64url");

/** With a new address, beside which the one before counts for a day. */
export function withNewToken(team: Team, now: number): Team & { ending: NonNullable<Team["ending"]> } {
  const [before = "", ...others] = team.tokens;
  return { ...team, tokens: [newToken(), ...others], ending: { token: before, until: now + oldMs } };
}

export const seedOf = (pair: KeyPair): string => new TextDecoder().decode(pair.getSeed());

export const keyOf = (text: string): KeyPair => fromSeed(new TextEncoder().encode(text));

export const publicOf = (text: string): string => keyOf(text).getPublicKey();

export const streamOf = ({ team }: Pick<Team, "team">): string => `BB_${team.toUpperCase()}`;
