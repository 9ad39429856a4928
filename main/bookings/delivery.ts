import type { Change } from "../../common/change.ts";
import type { Verdict } from "../../common/delivery.ts";

/** One HTTP request as received, one taken in again from the log, or a booking that Timekit was asked for. */
export interface Delivery {
  readonly receivedAt: number;
  readonly via: "webhook" | "replay" | "catch-up";
  /** Sent by Bookbell itself, to prove that one arrives. */
  readonly test?: boolean;
  /** Those that matter when a fault is sought; none that holds a secret. */
  readonly headers: Readonly<Record<string, string>>;
  /** The raw bytes, as signed. */
  readonly body: Uint8Array;
  /** What it changes is kept, and nobody is told. */
  readonly quietly?: boolean;
  /** Of what Timekit was asked for: what its own clock said when it answered, epoch milliseconds. */
  readonly asOf?: number;
}

/** What became of a delivery, once it is durable. */
export type Taken =
  | {
      readonly verdict: Exclude<Verdict, "unreadable">;
      readonly bookingId: string;
      readonly change: Change | null;
    }
  | { readonly verdict: "unreadable"; readonly reason: string }
  /** Of a booking, or the bytes, that were forgotten or let go: nothing of it is kept. */
  | { readonly verdict: "gone" };
