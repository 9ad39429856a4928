import type { Booking } from "./booking.ts";
import type { Change } from "./change.ts";

/** One change of a booking, as a line of what is new. */
export interface News {
  readonly seq: number;
  /** When it was received, epoch milliseconds. */
  readonly at: number;
  readonly seen: boolean;
  readonly change: Change;
  /** As it is now, which may be newer than the change. */
  readonly booking: Booking;
}
