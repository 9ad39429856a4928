import type { Booking } from "../../common/booking.ts";
import type { Change } from "../../common/change.ts";
import type { Verdict, Via } from "../../common/delivery.ts";
import type { RefusalReason, UnreadableReason } from "../../common/reasons.ts";
import type { SourceName } from "../../common/sources.ts";

/** One request as received, one taken in again from the log, or a booking that its service was asked for. */
export interface Delivery {
  readonly source: SourceName;
  readonly receivedAt: number;
  readonly via: Via;
  /** Sent by Bookbell itself, to prove that one arrives. */
  readonly test?: boolean;
  /** Those that matter when a fault is sought; none that holds a secret. */
  readonly headers: Readonly<Record<string, string>>;
  /** The raw bytes, as signed. */
  readonly body: Uint8Array;
  /** It is kept for this reason, and not read. */
  readonly setAside?: Extract<UnreadableReason, { code: "unsigned" | "unread" }>;
  /** What it changes is kept, and nobody is told. */
  readonly quietly?: boolean;
  /** Of what its service was asked for: what that one's own clock said when it answered, epoch milliseconds. */
  readonly asOf?: number;
}

/** An alert that is owed: nobody has been told of this change yet. */
export interface OwedAlert {
  /** The change it is for. */
  readonly seq: number;
  readonly change: Change;
  /** When the change was kept, epoch milliseconds. */
  readonly at: number;
  /** It could not be shown so far. */
  readonly tried: boolean;
  /** As it is now, which may be newer than the change. */
  readonly booking: Booking;
}

/** What became of a delivery, once it is durable. */
export type Taken =
  | {
      readonly verdict: Exclude<Verdict, "unreadable">;
      readonly bookingId: string;
      readonly change: Change | null;
      /** As it stands in the store, for who tells it at once; null where none is owed, or no longer. */
      readonly owed: OwedAlert | null;
    }
  | { readonly verdict: "unreadable"; readonly reason: UnreadableReason }
  /** Of a booking, or the bytes, that were forgotten or let go: nothing of it is kept. */
  | { readonly verdict: "gone" }
  /** It tells of no booking, as its service well may: nothing of it is kept. */
  | { readonly verdict: "silent" };

/** What was turned away, or came over the old address, once or, where no line is kept of each, `count` times. */
export type TurnedAway = { readonly at: number; readonly bytes: number; readonly count: number } & (
  | { readonly tally: "unsigned" | "malformed"; readonly reason: RefusalReason }
  /** `ended`: to an address that was Bookbell's; else `signed`: surely Timekit's, `likely`: it reads like a booking. */
  | { readonly tally: "misdirected"; readonly reason: "ended" | "signed" | "likely" }
  | { readonly tally: "oldAddress"; readonly reason: "" }
);
