import { type Invitation, invitationProblems, readInvitation } from "../../common/invitation.ts";
import { WorldError } from "../lib/world-error.ts";

/** @throws WorldError for what is no invitation to a relay that can be used */
export function judgeInvitation(text: string): Invitation {
  const read = readInvitation(text);
  if (typeof read === "string") throw new WorldError(invitationProblems[read]);
  return read;
}
