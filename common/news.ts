import type { SilenceReason } from "./silence.ts";

/** A booking that changed and was not announced, and why; who it is of is not told, because others may see the screen. */
export interface Unannounced {
  readonly bookingId: string;
  /** Epoch milliseconds; null where a time says nothing, or would be that of a whole day. */
  readonly start: number | null;
  readonly outcome: "past" | "paused" | "quiet" | "ignored";
  readonly why: SilenceReason | null;
}
