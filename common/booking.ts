import type { Status } from "./status.ts";
import { visible } from "./text.ts";

/** How the payment of a booking stands; null where nothing is to be paid, or its service does not say. */
export type Payment = "awaited" | "paid" | "unpaid" | null;

/** Who ended or moved a booking; null where Timekit does not say. */
export type Party = "customer" | "host" | null;

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** IANA name, or empty. */
  readonly timeZone: string;
}

/** How many answers are kept, and how many characters of each: what is longer is cut off. */
export const answerLimits = { most: 20, longest: 1_000 } as const;

/** What the customer entered in a field of the booking form that is not one of Timekit's own. */
export interface FormAnswer {
  /** The field's key, as the form's maker named it. */
  readonly field: string;
  readonly text: string;
}

/** Whole days of the calendar, such as "2026-12-08": the same ones in whatever zone they are read. `last` is one of them. */
export interface Dates {
  readonly first: string;
  readonly last: string;
}

/** Whose booking it is: the customer's name, else what it is about, else their address; empty when none can be seen. */
export const whoOf = ({ customer, subject }: Pick<Booking, "customer" | "subject">): string =>
  visible(customer?.name ?? "") || visible(subject) || visible(customer?.email ?? "");

/** One booking as far as it is known. Texts are the customer's own: hostile until escaped. Empty = not told. */
export interface Booking {
  readonly id: string;
  readonly status: Status;
  readonly by: Party;
  readonly payment: Payment;
  /** Its service leaves open whether the customer gave it up for another time, which is a booking of its own. */
  readonly mayBeMoved: boolean;
  /** The service's own words, such as Timekit's graph and state: shown and searched, and asked by no rule. */
  readonly native: { readonly graph: string; readonly state: string };
  /** Epoch milliseconds; null when no delivery has told the time yet. */
  readonly start: number | null;
  /** Epoch milliseconds, exclusive. */
  readonly end: number | null;
  /** Its dates, where it is of whole days: `start` and `end` are then those of its host's zone alone. */
  readonly allDay: Dates | false;
  readonly subject: string;
  readonly place: string;
  readonly description: string;
  readonly comment: string;
  readonly answers: readonly FormAnswer[];
  readonly customer: Person | null;
  /** Further customers of the same booking. */
  readonly others: readonly Person[];
  /** The resource that is booked. */
  readonly host: { readonly id: string; readonly name: string; readonly timeZone: string } | null;
  readonly project: { readonly id: string; readonly name: string } | null;
  readonly seats: { readonly taken: number; readonly max: number | null } | null;
  /** For a seat: the id of the class (group_owner) it belongs to. */
  readonly ownerId: string | null;
}

/** A class is one booking; each seat in it has the class as its owner. */
export const isClass = ({ seats, ownerId }: Pick<Booking, "seats" | "ownerId">): boolean =>
  seats !== null && ownerId === null;

/** The subject beside the name that `whoOf` gave; empty where that is the subject itself. */
export const subjectBeside = (who: string, subject: string): string =>
  who === visible(subject) ? "" : subject;
