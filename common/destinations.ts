import type { Booking } from "./booking.ts";
import type { Change } from "./change.ts";
import type { AlertKind, Project } from "./policy.ts";

/** How much of a booking leaves this computer, each with all of those before it; the first is the default. */
export const detailLevels = ["time", "names", "everything"] as const;
export type DetailLevel = (typeof detailLevels)[number];

/** Which changes go to one destination. Rules have no order, and none keeps another from sending. */
export interface Rule {
  readonly id: string;
  readonly on: boolean;
  readonly kinds: readonly AlertKind[];
  /** null = all, also bookings of none. */
  readonly projects: readonly Project[] | null;
  /** Whose bookings; null = all, also those of nobody. */
  readonly hosts: readonly Project[] | null;
  /** Its id. */
  readonly destination: string;
  readonly detail: DetailLevel;
  /** When it was made, or switched on last, epoch milliseconds: what was before is history. */
  readonly since: number;
}

/** A change with what else decides whether, and how, it is sent. */
export interface Happened {
  readonly change: Change;
  readonly booking: Booking;
  /** When its service says that it made it, epoch milliseconds; null where it does not say. */
  readonly changedAt: number | null;
}
