import type { Booking, Dates } from "./booking.ts";
import type { Change, Detail } from "./change.ts";
import type { AlertKind, Project } from "./policy.ts";

/** Where changes can be sent besides the desktop: a channel's webhook, a workflow's trigger, or any address. */
export const destinationKinds = ["slack", "workflow", "url"] as const;
export type DestinationKind = (typeof destinationKinds)[number];

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

/** What may leave of a change at the level that its rules allow: plain data, which each kind of destination renders. */
export interface Message {
  /** The same at every try. */
  readonly id: string;
  /** When its service says that it happened, else when Bookbell heard of it, epoch milliseconds. */
  readonly at: number;
  /** Made up, to try a destination. */
  readonly test: boolean;
  readonly kind: AlertKind;
  readonly detail: DetailLevel;
  readonly bookingId: string;
  /** Where a customer took another time, which is a booking of its own: the one before. */
  readonly previousId: string | null;
  /** Of the booking; null where only the one before is at hand. */
  readonly status: Booking["status"] | null;
  readonly by: Booking["by"];
  /** null = not told, or not known yet. */
  readonly time: Moment | null;
  /** The time that it does not take any more. */
  readonly previous: Moment | null;
  readonly project: Project | null;
  /** For `details`: which, where they have a name. */
  readonly changed: readonly Detail[];
  /** From `names` on. */
  readonly names: Names | null;
  /** With `everything` only. */
  readonly rest: Rest | null;
}

/** When a booking is; see Booking. */
export interface Moment {
  readonly start: number;
  readonly end: number;
  readonly allDay: Dates | false;
}

export interface Names {
  readonly customer: string;
  /** Of further customers. */
  readonly others: readonly string[];
  readonly host: Booking["host"];
}

export interface Rest extends Pick<Booking, "subject" | "place" | "comment" | "answers" | "seats"> {
  readonly email: string;
  readonly phone: string;
  readonly timeZone: string;
}

/** A change with what else decides whether, and how, it is sent. */
export interface Happened {
  readonly change: Change;
  readonly booking: Booking;
  /** When its service says that it made it, epoch milliseconds; null where it does not say. */
  readonly changedAt: number | null;
}
