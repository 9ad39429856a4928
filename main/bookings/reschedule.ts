import type { Booking } from "../../common/booking.ts";
import type { Change, ChangeKind } from "../../common/change.ts";
import { isOn } from "../../common/status.ts";
import { bookingOf, type Known, replacementOf, updatedAt } from "./facts.ts";

const minute = 60_000;

/** How long after a booking was given up a new one still counts as its new time. */
export const rescheduleWithin = { moved: 60 * minute, cancelled: 15 * minute } as const;
/** Timekit may make the new booking first, and stamp both at almost the same second. */
export const rescheduleSlack = 2 * minute;

/** Whether its service says which booking it replaces, or is replaced by. */
const isLinked = ({ facts }: Known): boolean => Boolean(facts.replaces?.value || facts.replacedBy?.value);

/** How long the new time of a booking that was given up is looked for; null when it was not given up for another. */
export function waitsForNew({ status, mayBeMoved }: Pick<Booking, "status" | "mayBeMoved">): number | null {
  if (status === "moved") return rescheduleWithin.moved;
  return mayBeMoved ? rescheduleWithin.cancelled : null;
}

/**
 * Whether `fresh` is the new time of `old`, as far as can be guessed: Timekit gives rescheduled bookings a new id and no
 * link between the two, so: the same customer, the same project or host, made shortly after the old one was given up. One
 * that its service links with another is nobody else's half.
 */
export function isReschedule(old: Known, fresh: Known): boolean {
  const [before, after] = [bookingOf(old), bookingOf(fresh)];
  const within = waitsForNew(before);
  const madeAt = fresh.facts.createdAt?.value;
  if (within === null || madeAt === undefined || old.id === fresh.id) return false;
  if (!isOn(after) || isLinked(old) || isLinked(fresh)) return false;
  const email = before.customer?.email.toLowerCase();
  const sameCustomer = email !== undefined && email !== "" && email === after.customer?.email.toLowerCase();
  const same = (a: { id: string } | null, b: { id: string } | null) =>
    a !== null && a.id !== "" && a.id === b?.id;
  const wait = madeAt - updatedAt(old);
  return (
    sameCustomer &&
    (same(before.project, after.project) || same(before.host, after.host)) &&
    wait >= -rescheduleSlack &&
    wait <= within
  );
}

/**
 * `old` with the word of `fresh` that it takes its place, as if its own service had told it of `old`: the same where it says
 * no such thing, or is itself replaced by `old`, lest both be off.
 */
export function withReplacement(old: Known, fresh: Known): Known {
  const { replaces } = fresh.facts;
  const had = old.facts.replacedBy;
  if (replaces?.value !== old.id || fresh.id === old.id || replacementOf(fresh) === old.id) return old;
  if (had && had.revision >= replaces.revision) return old;
  const replacedBy = { revision: replaces.revision, value: fresh.id };
  return { ...old, facts: { ...old.facts, replacedBy } };
}

/** Whether a change says that a booking moved away, and not yet where to. */
export const isHalf = ({ kind, from, to }: Change): boolean => kind === "moved" && !from && !to;

const timed: ReadonlySet<ChangeKind> = new Set(["new", "asked", "confirmed", "moved"]);

/** Whether a change says that a booking is on, at a time that it did not take before. */
export const hasNewTime = (change: Change): boolean =>
  timed.has(change.kind) && !change.to && !isHalf(change);
