import type { Booking } from "./booking.ts";
import type { Change } from "./change.ts";
import type { SilenceReason } from "./silence.ts";

/** One change of a booking, as a line of what is new. */
export interface News {
  readonly seq: number;
  /** When it was received, epoch milliseconds. */
  readonly at: number;
  readonly seen: boolean;
  readonly change: Change;
  /** As it is now, which may be newer than the change, as far as a list shows it. */
  readonly booking: Booking;
}

/** A booking that came and was not announced, and why; who it is of is not told, because others may see the screen. */
export interface Unannounced {
  readonly bookingId: string;
  /** Epoch milliseconds; null where a time says nothing, or would be that of a whole day. */
  readonly start: number | null;
  readonly outcome: "past" | "paused" | "quiet" | "ignored";
  readonly why: SilenceReason | null;
}
