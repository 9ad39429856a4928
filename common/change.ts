import type { Dates } from "./booking.ts";
import type { Status } from "./status.ts";

/** What happened to a booking, as its host would say it: it is new, it has another status, or only its details differ. */
export type ChangeKind = "new" | Status | "details";

/** What can differ of a booking that is still on at the same time. */
export const details = [
  "subject",
  "place",
  "description",
  "comment",
  "answers",
  "customers",
  "host",
  "project",
  "seats",
] as const;
export type Detail = (typeof details)[number];

/** The difference that one delivery made to one booking. */
export interface Change {
  readonly kind: ChangeKind;
  /** When it was before, if its time changed. */
  readonly from: Span | null;
  /** For a booking that moved away: when it is now, under another id, once that is known. */
  readonly to: Span | null;
  /** For one half of a reschedule that is told for both: the id of the other booking. */
  readonly otherHalf?: string;
  /** For `details`: which, where they have a name. */
  readonly details?: readonly Detail[];
}

/** Epoch milliseconds; `end` is exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
  /** See Booking; absent where 0.1.0 has kept it. */
  readonly allDay?: Dates | false;
}
