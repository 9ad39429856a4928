import { type Invitation, readInvitation } from "../../common/invitation.ts";

/** What that line says. @throws when it is no invitation */
export function invitationIn(line: string): Invitation {
  const read = readInvitation(line);
  if (typeof read === "string") throw new Error(`That is no invitation: ${read}`);
  return read;
}

/** What the server signed for a key. */
const jwt = "eyJ0eXAiOiJKV1QifQ.eyJqdGkiOiIifQ.c2lnbmVk";

/** Of the right shape; the keys in it open nothing. */
export const someInvitation = {
  v: 1 as const,
  team: "Acme",
  hook: `https://relay.example.com/hooks/timekit/${"t".repeat(43)}`,
  nats: ["wss://relay.example.com/nats"],
  stream: "BB_ACME",
  durable: `A${"B".repeat(55)}`,
  seat: "anna",
  api: "bb.api",
  keepDays: 14,
  creds: [
    "-----BEGIN NATS USER JWT-----",
    jwt,
    "------END NATS USER JWT------",
    "",
    "************************* IMPORTANT *************************",
    "NKEY Seed printed below can be used to sign and prove identity.",
    "",
    "-----BEGIN USER NKEY SEED-----",
    `SU${"A".repeat(56)}`,
    "------END USER NKEY SEED------",
    "",
  ].join("\n"),
  registers: false,
  until: null as number | null,
} satisfies Invitation;

/** For a key that the laptop has, and nobody else. */
export const keyedInvitation = (key = `U${"B".repeat(55)}`): Invitation => ({
  ...someInvitation,
  creds: { jwt, key },
});
