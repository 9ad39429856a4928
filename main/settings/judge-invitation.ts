import { type Invitation, invitationProblems, readInvitation } from "../../common/invitation.ts";
import { WorldError } from "../lib/world-error.ts";
import { checkRelayKey } from "./relay-key.ts";
import type { Secret } from "./secret.ts";

/** @throws WorldError for what is no invitation to a relay that can be used, with this key of this computer's */
export async function judgeInvitation(text: string, key: Pick<Secret, "get">): Promise<Invitation> {
  const read = readInvitation(text);
  if (typeof read === "string") throw new WorldError(invitationProblems[read]);
  if (typeof read.creds !== "string") await checkRelayKey(read.creds.key, key);
  return read;
}
