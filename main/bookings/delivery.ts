import type { Change } from "./change.ts";
import type { Verdict } from "./merge.ts";

/** One HTTP request as received. */
export interface Delivery {
  readonly receivedAt: number;
  /** The raw bytes, as signed. */
  readonly body: Uint8Array;
}

/** What became of a delivery, once it is durable. */
export type Taken =
  | { readonly verdict: Verdict; readonly bookingId: string; readonly change: Change | null }
  | { readonly verdict: "unreadable"; readonly reason: string };
