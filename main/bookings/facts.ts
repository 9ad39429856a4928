import type { Booking, Dates, FormAnswer, Person } from "../../common/booking.ts";
import { isGivenUp, type Status, takesPlace } from "../../common/status.ts";
import { datesOfSpan } from "./whole-days.ts";
import { type FieldWord, fieldToldAt, type Word } from "./word.ts";

/**
 * What one delivery tells of a booking, in groups that Timekit sends or leaves out as a whole. A group that is
 * absent was not told, which says nothing about its value.
 */
export interface Facts {
  readonly standing: Pick<Booking, "native" | "status" | "by" | "payment" | "mayBeMoved">;
  /** `allDay` is `true` in what 0.1.0 has kept: its dates are then those of `start` and `end`. */
  readonly times?: { start: number; end: number; allDay: Dates | boolean };
  readonly texts?: { subject: string; place: string; description: string };
  readonly comment?: string;
  readonly answers?: readonly FormAnswer[];
  readonly customers?: readonly Person[];
  readonly host?: { id: string; name: string; timeZone: string };
  readonly project?: { id: string; name: string };
  readonly seats?: { taken: number; max: number };
  readonly ownerId?: string;
  /** The id of the booking whose place it takes: for services that say so. */
  readonly replaces?: string;
  /** The id of the one that has taken its own. */
  readonly replacedBy?: string;
  /** Epoch milliseconds. */
  readonly createdAt?: number;
}

/** One delivery's word on one booking. */
export interface Report {
  readonly id: string;
  /** Newer sorts later, as text: see revisionOf. */
  readonly revision: string;
  /** When its service says that it last changed, epoch milliseconds; null where it does not, or cannot be believed. */
  readonly changedAt: number | null;
  readonly facts: Facts;
  /** Of what was forwarded: the fields that are told of each group which may be told in part, with the revision of each. */
  readonly told?: { readonly [Group in keyof Facts]?: readonly FieldWord[] };
}

/** What decides between two reports of one booking. */
export interface Age {
  /** Timekit's `updated_at`, epoch milliseconds; where it has none, or none to be believed, its `created_at`, or 0. */
  readonly updatedAt: number;
  /** Whether it has an `updated_at`. */
  readonly dated: boolean;
  readonly status: Status;
  /** Its service calls it over, in a way for which there is no status. */
  readonly isEnd: boolean;
  /** It is no longer at the time that was asked for. */
  readonly moved: boolean;
}

/**
 * Orders what was told of one booking: Timekit's `updated_at`, then, since that counts whole seconds, the
 * state further along its life, then the one that has moved since it was asked for, then the content, so that every
 * order of arrival ends the same. Where two moves share a second nothing that Timekit tells says which came last.
 * An end that does not tell when it came is behind all that does: nothing in Timekit's graphs follows on it.
 */
export function revisionOf({ updatedAt, dated, moved, ...stage }: Age, contentHash: string): string {
  // Also for those that 0.1.0 has kept: the letter sorts behind its "." and before the next rank.
  const rank = `${rankOf(stage)}${moved ? "m" : ""}`;
  const last = !dated && rankOf(stage) === lifecycle.cancelled ? undatedEnd : "";
  return `${last}${String(Math.max(0, updatedAt)).padStart(15, "0")}.${rank}.${contentHash}`;
}

/** Behind the same word that came from the service itself, whatever its content: it may tell less. */
export const asForwarded = (revision: string): string => {
  const content = revision.lastIndexOf(".") + 1;
  return `${revision.slice(0, content)}-${revision.slice(content)}`;
};

/** The `updatedAt` that a revision was made of. */
export const toldAt = (revision: string): number => Number(revision.replace(undatedEnd, "").split(".")[0]);

/** Sorts behind every digit. */
export const undatedEnd = "~";

const rankOf = ({ status, isEnd }: Pick<Age, "status" | "isEnd">) =>
  isEnd ? lifecycle.done : lifecycle[status];

const lifecycle: Record<Status, number> = {
  unknown: 0,
  asked: 1,
  held: 1,
  confirmed: 2,
  done: 3,
  declined: 4,
  expired: 4,
  moved: 4,
  cancelled: 4,
};

/** The latest word on each group of facts, and when it was given. */
export interface Known {
  readonly id: string;
  readonly facts: { readonly [K in keyof Facts]: Word<Facts[K]> };
}

/** When Timekit last changed it, epoch milliseconds; 0 when no delivery told. */
export const updatedAt = ({ facts }: Known): number => toldAt(facts.standing.revision);

/** The id of the booking that has taken its place; null where none is told of. */
export function replacementOf({ id, facts }: Known): string | null {
  const other = facts.replacedBy?.value;
  return other && other !== id ? other : null;
}

/** Where only the new booking tells of a move, the old one's own last word is that it is on. */
function standingOf(known: Known): Facts["standing"] {
  const standing = known.facts.standing.value;
  const gaveWay = replacementOf(known) !== null && (takesPlace(standing) || isGivenUp(standing));
  return gaveWay ? { ...standing, status: "moved" } : standing;
}

/** The booking as all its deliveries together tell it. */
export function bookingOf(known: Known): Booking {
  const { id, facts } = known;
  const [customer = null, ...others] = facts.customers?.value ?? [];
  return {
    id,
    ...standingOf(known),
    ...timesOf(facts),
    ...(facts.texts?.value ?? { subject: "", place: "", description: "" }),
    comment: facts.comment?.value ?? "",
    answers: facts.answers?.value ?? [],
    customer: customer && { ...customer, name: customer.name || customer.email },
    others,
    host: facts.host?.value ?? null,
    project: facts.project?.value ?? null,
    seats: facts.seats?.value ?? null,
    ownerId: facts.ownerId?.value ?? null,
  };
}

function timesOf({ times, host }: Known["facts"]): Pick<Booking, "start" | "end" | "allDay"> {
  if (!times?.value) return { start: null, end: null, allDay: false };
  const { start, allDay } = times.value;
  // Of another word than the start's, it may be before it.
  const end = times.fields ? Math.max(start, times.value.end) : times.value.end;
  const isOfStart = allDay !== true && fieldToldAt(times, "start") === fieldToldAt(times, "allDay");
  const dates = allDay && !isOfStart ? datesOfSpan({ start, end }, host?.value?.timeZone || "UTC") : allDay;
  return { start, end, allDay: dates };
}
