import { createHash } from "node:crypto";
import type { Attendee } from "./payload.ts";

/**
 * The id of one customer's part in a booking of several. Cal.com has a name of its own for it in its newer bodies only, and
 * gives nobody two of them: so it is made of the mail address, which nobody must read in it.
 */
export function seatId(uid: string, { email }: Pick<Attendee, "email">): string {
  const key = createHash("sha256").update(email.trim().toLowerCase()).digest("hex").slice(0, 16);
  return `${uid}~${key}`;
}

/** What a body of a booking of several is about. */
export type Subject = { readonly of: "class" } | { readonly of: "seat"; readonly attendee: Attendee };

/** `isWhole` = it may be about all of them though it names one. */
export function subjectOf(attendees: readonly Attendee[], isWhole: boolean): Subject {
  const [attendee, ...others] = attendees;
  return attendee && others.length === 0 && !isWhole ? { of: "seat", attendee } : { of: "class" };
}
