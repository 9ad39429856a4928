import { createAccount, createUser, fromPublic } from "@nats-io/jwt";
import * as z from "zod/mini";
import type { Share } from "../subjects.ts";
import { publicOf, seedOf } from "./team.ts";

/** In subjects and in file names. */
export const seatShape = /^[A-Za-z0-9-]{1,32}$/;
/** What a seat may be narrowed to: as it stands in subjects. */
const shareShape = /^[A-Za-z0-9-]{1,64}$/;

const seed = z.string().check(z.regex(/^S[AU][A-Z2-7]{56}$/));
const publicKey = z.string().check(z.regex(/^U/), z.refine(isPublicKey));
const share = z.string().check(z.regex(shareShape));

export const seatSchema = z.object({
  v: z.literal(1),
  seat: z.string().check(z.regex(seatShape)),
  projects: z.array(share),
  resource: z.nullable(share),
  /** When its access ends, epoch milliseconds; null = when it is taken away. */
  until: z.nullable(z.int()),
  /** It registers the team's webhooks: one seat only. */
  registers: z.boolean(),
  /** An account for each laptop, so that it can reach its own place in the stream and nothing else of the server. */
  account: seed,
  /** The laptop's own: its seed, or the public half of one that only the laptop has. */
  key: z.union([seed, publicKey]),
  /** When it was taken away, epoch milliseconds; then only this is of use: where a later invitation goes on. */
  revokedAt: z.nullable(z.int()),
  /** Up to then it has all that came, epoch milliseconds; null = nothing is known of that, and it is given all. */
  lastContact: z.nullable(z.int()),
});

/** One laptop's place, with its keys. */
export type Seat = z.infer<typeof seatSchema>;

export interface SeatChoices extends Share {
  readonly seat: string;
  readonly until: number | null;
  readonly registers: boolean;
  /** The public half of a key that the laptop made itself; else one is made here. */
  readonly key?: string | undefined;
}

/** A new one of that name; of one before it only how far it had come. */
export const newSeat = ({ projects, key, ...choices }: SeatChoices, before: Seat | null): Seat => ({
  v: 1,
  ...choices,
  projects: [...projects],
  account: seedOf(createAccount()),
  key: key ?? seedOf(createUser()),
  revokedAt: null,
  lastContact: before?.lastContact ?? null,
});

/** Only the laptop has the key of this seat. */
export const isKeyElsewhere = ({ key }: Pick<Seat, "key">): boolean => !key.startsWith("S");

function isPublicKey(text: string): boolean {
  try {
    fromPublic(text);
    return true;
  } catch {
    return false;
  }
}

/** The name of its place in the stream. Its account can import what bears its own key, so no other's. */
export const durableOf = ({ account }: Pick<Seat, "account">): string => publicOf(account);
