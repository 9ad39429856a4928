import { type Invitation, readInvitation } from "../../common/invitation.ts";

/** What that line says. @throws when it is no invitation */
export function invitationIn(line: string): Invitation {
  const read = readInvitation(line);
  if (typeof read === "string") throw new Error(`That is no invitation: ${read}`);
  return read;
}

/** Of the right shape; the keys in it open nothing. */
export const someInvitation: Invitation = {
  v: 1,
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
    "eyJ0eXAiOiJKV1QifQ.eyJqdGkiOiIifQ.c2lnbmVk",
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
  until: null,
};
