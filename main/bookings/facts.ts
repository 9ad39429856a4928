import type { Booking, Dates, FormAnswer, Party, Person } from "../../common/booking.ts";
import type { Status } from "../../common/status.ts";
import { datesOfSpan } from "./whole-days.ts";

/**
 * What one delivery tells of a booking, in groups that Timekit sends or leaves out as a whole. A group that is
 * absent was not told, which says nothing about its value.
 */
export interface Facts {
  readonly standing: { graph: string; state: string; status: Status; by: Party };
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
  /** Epoch milliseconds. */
  readonly createdAt?: number;
}

/** One delivery's word on one booking. */
export interface Report {
  readonly id: string;
  /** Newer sorts later, as text: see revisionOf. */
  readonly revision: string;
  readonly facts: Facts;
}

/** What decides between two reports of one booking. */
export interface Age {
  /** Timekit's `updated_at`, epoch milliseconds; where it has none, or none to be believed, its `created_at`, or 0. */
  readonly updatedAt: number;
  /** Whether it has an `updated_at`. */
  readonly dated: boolean;
  readonly standing: Pick<Facts["standing"], "status" | "state">;
  /** It is no longer at the time that was asked for. */
  readonly moved: boolean;
}

/**
 * Orders what was told of one booking: Timekit's `updated_at`, then, since that counts whole seconds, the
 * state further along its life, then the one that has moved since it was asked for, then the content, so that every
 * order of arrival ends the same. Where two moves share a second nothing that Timekit tells says which came last.
 * An end that does not tell when it came is behind all that does: nothing in Timekit's graphs follows on it.
 */
export function revisionOf({ updatedAt, dated, standing, moved }: Age, contentHash: string): string {
  // Also for those that 0.1.0 has kept: the letter sorts behind its "." and before the next rank.
  const rank = `${rankOf(standing)}${moved ? "m" : ""}`;
  const last = !dated && rankOf(standing) === lifecycle.cancelled ? undatedEnd : "";
  return `${last}${String(Math.max(0, updatedAt)).padStart(15, "0")}.${rank}.${contentHash}`;
}

/** The `updatedAt` that a revision was made of. */
export const toldAt = (revision: string): number => Number(revision.replace(undatedEnd, "").split(".")[0]);

/** Sorts behind every digit. */
export const undatedEnd = "~";

/** Timekit's `error` is an end, which this version shows as it does what it does not know. */
const rankOf = ({ status, state }: Age["standing"]) =>
  state === "error" ? lifecycle.done : lifecycle[status];

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
  readonly told: { readonly [K in keyof Facts]: { readonly revision: string; readonly value: Facts[K] } };
}

/** When Timekit last changed it, epoch milliseconds; 0 when no delivery told. */
export const updatedAt = ({ told }: Known): number => toldAt(told.standing.revision);

/** The booking as all its deliveries together tell it. */
export function bookingOf({ id, told }: Known): Booking {
  const standing = told.standing.value;
  const [customer = null, ...others] = told.customers?.value ?? [];
  return {
    id,
    ...standing,
    ...timesOf(told),
    ...(told.texts?.value ?? { subject: "", place: "", description: "" }),
    comment: told.comment?.value ?? "",
    answers: told.answers?.value ?? [],
    customer,
    others,
    host: told.host?.value ?? null,
    project: told.project?.value ?? null,
    seats: told.seats?.value ?? null,
    ownerId: told.ownerId?.value ?? null,
  };
}

function timesOf({ times, host }: Known["told"]): Pick<Booking, "start" | "end" | "allDay"> {
  if (!times?.value) return { start: null, end: null, allDay: false };
  const { start, end, allDay } = times.value;
  const dates = allDay === true ? datesOfSpan({ start, end }, host?.value?.timeZone || "UTC") : allDay;
  return { start, end, allDay: dates };
}
