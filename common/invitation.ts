import * as z from "zod/mini";
import type { DeepReadonly } from "./deep-readonly.ts";
import type { ProblemCode } from "./problems.ts";
import { mostOfSecret } from "./secrets.ts";
import type { RelaySettings } from "./tunnel-settings.ts";

// What `bookbell-relay invite` prints and Bookbell takes: "bookbell-relay:1." and the base64url of JSON, in one line. It
// holds the laptop's key, if that did not make one itself, so it is a secret as a password is.

/** Why a text is no invitation that can be used. */
export const invitationFaults = ["not-an-invitation", "newer", "damaged", "unencrypted"] as const;
export type InvitationFault = (typeof invitationFaults)[number];

/** What its user is told of each. */
export const invitationProblems = {
  "not-an-invitation": "relay-invitation",
  newer: "relay-invitation-newer",
  damaged: "relay-invitation-damaged",
  unencrypted: "relay-invitation-unencrypted",
} as const satisfies Record<InvitationFault, ProblemCode>;

const version = 1;
const head = /^bookbell-relay:(\d{1,4})\./;

/** One part of a NATS subject; a name with a dot, a star or a space in it would be another subject. */
const token = z.string().check(z.regex(/^[\w-]{1,64}$/));
/** Of the path that takes Timekit's deliveries, below whatever else the server has. */
const hookEnd = /\/hooks\/timekit\/([\w-]{43})$/;
/** A JWT and its seed, as NATS writes both into one file. */
const credsShape =
  /-----BEGIN NATS USER JWT-----\s+[\w-]+\.[\w-]+\.[\w-]+\s+-+END NATS USER JWT-+[\s\S]*-----BEGIN USER NKEY SEED-----\s+SU[A-Z2-7]{56}\s+-+END USER NKEY SEED-+/;

/** What only fits a key that the laptop made, and keeps to itself. */
const ownKeyShape = z.strictObject({
  jwt: z.string().check(z.maxLength(8_192), z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)),
  /** The public half. */
  key: z.string().check(z.regex(/^U[A-Z2-7]{55}$/)),
});

const shape = z.object({
  v: z.literal(version),
  /** As whoever runs the relay calls the team. */
  team: z.string().check(z.regex(/^(?! )\P{C}{1,64}(?<! )$/u)),
  /** Where Timekit posts to, secret token included. */
  hook: z.string().check(z.maxLength(500), z.regex(hookEnd), z.refine(isPlainUrl)),
  /** The doors of the NATS servers; each leads to the same stream. */
  nats: z
    .array(z.string().check(z.maxLength(500), z.refine(isPlainUrl)))
    .check(z.minLength(1), z.maxLength(9)),
  stream: token,
  /** The laptop's place in the stream. */
  durable: token,
  /** Who the laptop is to the team. */
  seat: token,
  /** What stands before the requests to JetStream instead of "$JS.API", in the laptop's own account. */
  api: z.string().check(z.maxLength(100), z.regex(/^[\w-]+(\.[\w-]+)*$/)),
  /** For so many days the relay keeps what the laptop has not fetched. */
  keepDays: z.int().check(z.gte(1), z.lte(365)),
  creds: z.union([z.string().check(z.maxLength(8_192), z.regex(credsShape)), ownKeyShape]),
  /** This laptop, and no other of the team, registers webhooks with Timekit. */
  registers: z.boolean(),
  /** When the access ends, epoch milliseconds; null = never by itself. */
  until: z.nullable(z.int().check(z.gte(0))),
});

export type Invitation = DeepReadonly<z.infer<typeof shape>>;

/** The whole invitation in one line. */
export const writeInvitation = (invitation: Invitation): string =>
  `bookbell-relay:${version}.${z.util.uint8ArrayToBase64url(new TextEncoder().encode(JSON.stringify(invitation)))}`;

/** Reads one as it was pasted, or lay in a file; a mail program may have broken it into lines. */
export function readInvitation(text: string): Invitation | InvitationFault {
  if (text.length > mostOfSecret) return "not-an-invitation";
  const line = text.replace(/\s+/g, "");
  const written = head.exec(line);
  if (!written) return "not-an-invitation";
  if (Number(written[1]) > version) return "newer";
  const read = shape.safeParse(jsonOf(line.slice(written[0].length)));
  if (!read.success) return "damaged";
  const { hook, nats } = read.data;
  const isPrivate = isEncrypted(hook, "https:") && nats.every((door) => isEncrypted(door, "wss:"));
  return isPrivate ? read.data : "unencrypted";
}

/** What it says that is no secret. */
export function aboutInvitation({ team, hook, seat, keepDays, registers, until }: Invitation): RelaySettings {
  return { team, host: new URL(hook).host, seat, keepDays, registers, until };
}

/** Where a booking service posts to, secret token included. */
export const relayHook = ({ hook }: Pick<Invitation, "hook">, source: string): string =>
  hook.replace(hookEnd, `/hooks/${source}/$1`);

function jsonOf(base64url: string): unknown {
  if (!/^[\w-]+$/.test(base64url)) return null;
  try {
    const bytes = z.util.base64urlToUint8Array(base64url);
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function isPlainUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { host, username, password, search, hash } = new URL(text);
  return host !== "" && !username && !password && !search && !hash;
}

/** On this computer's loopback there is nothing to encrypt: that is for the tests and the demo. */
function isEncrypted(url: string, secure: "https:" | "wss:"): boolean {
  const { protocol, hostname } = new URL(url);
  if (protocol === secure) return true;
  const isLoopback = ["127.0.0.1", "[::1]", "localhost"].includes(hostname);
  return isLoopback && protocol === secure.replace("s:", ":");
}
