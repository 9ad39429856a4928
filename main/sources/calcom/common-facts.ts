import { createHash } from "node:crypto";
import type { Person } from "../../../common/booking.ts";
import { type Facts, revisionOf } from "../../bookings/facts.ts";
import { instantOf, knownZone } from "../timekit/time.ts";
import type { Attendee } from "./payload.ts";
import type { Standing } from "./standing.ts";

export const personOf = ({ name, email, phoneNumber, timeZone }: Attendee): Person => ({
  name: name || email,
  email,
  phone: phoneNumber,
  timeZone: knownZone(timeZone),
});

export function timesOf(from: string, to: string): Facts["times"] {
  const start = instantOf(from, "UTC");
  if (start === null) return undefined;
  return { start, end: Math.max(start, instantOf(to, "UTC") ?? start), allDay: false };
}

interface Host {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

export const hostOf = ({ id, name, timeZone }: Host) => ({ id, name, timeZone: knownZone(timeZone) });

/** Long after anything is done to a booking that is over. */
const longAfterMs = 366 * 86_400_000;

/**
 * Newer sorts later. A webhook has no other date than that of the webhook itself, a row that of its last change: both are
 * of Cal.com's clock, in milliseconds. Where two are of the same, the one further along a booking's life counts. A date far
 * beyond the booking itself is not believed: it would hide every change until then.
 */
export function datedAs(date: string, { status }: Standing, facts: Facts) {
  const at = instantOf(date, "UTC");
  const isBelieved = at !== null && !(facts.times && at > facts.times.end + longAfterMs);
  const content = createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 16);
  const age = { updatedAt: isBelieved ? at : 0, dated: at !== null, status, isEnd: false, moved: false };
  return { revision: revisionOf(age, content), changedAt: isBelieved ? at : null };
}
